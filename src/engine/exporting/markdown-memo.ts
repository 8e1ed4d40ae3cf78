import { markdownLink, markdownSource, markdownText } from '../../domain/citing/markdown';
import { Footnotes, memoOf, paragraphsIn, type MemoEntry } from './memo';
import type { Piece, Selection } from './selection';

/**
 * A memo in Markdown: what was asked for and a link to it, then the events, numbered, under headings by year, their
 * sources in footnotes. All text is escaped, so that any comes out as itself.
 */
export function* markdownMemo(selection: Selection): Generator<Piece, readonly string[]> {
  const { chronology, sentence, link, phrases, rows } = selection;
  const footnotes = new Footnotes();
  const head = [
    `# ${markdownText(chronology.title)}`,
    `${markdownText(sentence)}.`,
    markdownLink('This view in Dateline', link),
    ...paragraphsIn(chronology.description).map(paragraph),
    ...(chronology.license === null ? [] : [`Licence: ${markdownText(chronology.license)}`]),
  ];
  yield { data: head.map((line) => `${line}\n`).join('\n'), done: 0 };
  for (const entry of memoOf(selection, footnotes)) yield { data: entryText(entry), done: entry.number };
  if (footnotes.count > 0) yield { data: '\n', done: rows.count };
  for (const { number, source } of footnotes.all()) {
    yield { data: `[^${number}]: ${markdownSource(source, phrases)}\n`, done: rows.count };
  }
  return [];
}

function entryText({ number, heading, date, event, facts, notes }: MemoEntry): string {
  const marks = notes.map((note) => `[^${note}]`).join('');
  const parts = [
    `**${markdownText(date)}. ${markdownText(event.title)}**${marks}`,
    ...facts.map(paragraph),
    ...paragraphsIn(event.summary).map(paragraph),
    ...paragraphsIn(event.note).map((text) => `*Note:* ${markdownText(text)}`),
    ...event.disagreements.map((text) => `*Accounts differ:* ${markdownText(text)}`),
  ];
  const indent = ' '.repeat(String(number).length + 2);
  const item = `${number}. ${parts.join(`\n\n${indent}`)}\n`;
  return `${heading === null ? '' : `\n## ${markdownText(heading)}\n`}\n${item}`;
}

/** Text at the start of a line, where more signs have a meaning. */
function paragraph(text: string): string {
  return markdownText(text).replace(/^(?:[-+=:]|\d+(?=[.)]))/, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  );
}
