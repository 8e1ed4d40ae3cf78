import { wordsOf, remarkOn } from '../../domain/citing/parts';
import type { Source } from '../../domain/event';
import type { Phrases } from '../../domain/phrase-books';
import { oneLine } from '../../domain/quote';
import { Footnotes, memoOf, paragraphsIn, type MemoEntry } from './memo';
import { escapedHtml, htmlLink } from './html-text';
import type { Piece, Selection } from './selection';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 44em; margin: 2em auto; padding: 0 1em; font: 11pt/1.5 Georgia, 'Times New Roman', serif; }
h1 { font-size: 1.5em; line-height: 1.25; }
h2 { font-size: 1.15em; margin: 1.6em 0 0.4em; break-after: avoid; }
ol { padding-left: 2.6em; }
li { margin: 0 0 0.9em; }
li > p { margin: 0.2em 0; }
li > p:first-child { break-after: avoid; }
.facts { font-size: 0.88em; }
.notes li { margin-bottom: 0.3em; font-size: 0.88em; overflow-wrap: anywhere; }
sup { line-height: 0; }
@page { margin: 20mm; }
@media print { body { margin: 0; max-width: none; } a { color: inherit; } li { break-inside: avoid; } }
`;

/**
 * A memo as a page that needs nothing but itself: what was asked for and a link to it, then the events, numbered, under
 * headings by year, and their sources as numbered notes. It has no script, and its policy lets it load nothing.
 */
export function* htmlMemo(selection: Selection): Generator<Piece, readonly string[]> {
  const { chronology, sentence, link, phrases, rows } = selection;
  const title = escapedHtml(oneLine(chronology.title));
  const paragraphs = paragraphsIn(chronology.description).map((text) => `<p>${escapedHtml(text)}</p>\n`);
  const licence =
    chronology.license === null ? '' : `<p class="facts">Licence: ${escapedHtml(chronology.license)}</p>\n`;
  yield {
    data: `<!doctype html>
<html lang="${escapedHtml(chronology.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${title}</h1>
<p lang="en">${escapedHtml(sentence)}.</p>
<p lang="en">${htmlLink('This view in Dateline', link)}</p>
${paragraphs.join('')}${licence}`,
    done: 0,
  };
  const footnotes = new Footnotes();
  let isOpen = false;
  for (const entry of memoOf(selection, footnotes)) {
    const heading = entry.heading === null ? '' : headingHtml(entry.heading, entry.number, isOpen);
    isOpen = true;
    yield { data: heading + entryHtml(entry), done: entry.number };
  }
  if (isOpen) yield { data: '</ol>\n', done: rows.count };
  if (footnotes.count > 0) yield { data: '<h2 lang="en">Sources</h2>\n<ol class="notes">\n', done: rows.count };
  for (const { number, source } of footnotes.all()) {
    yield { data: `<li id="source-${number}">${sourceHtml(source, phrases)}</li>\n`, done: rows.count };
  }
  yield { data: `${footnotes.count > 0 ? '</ol>\n' : ''}</body>\n</html>\n`, done: rows.count };
  return [];
}

function headingHtml(heading: string, number: number, isOpen: boolean): string {
  return `${isOpen ? '</ol>\n' : ''}<h2>${escapedHtml(heading)}</h2>\n<ol start="${number}">\n`;
}

function entryHtml({ number, date, event, facts, notes }: MemoEntry): string {
  const marks = notes.map((note) => `<a href="#source-${note}">${note}</a>`).join(', ');
  const lines = [
    `<p><strong>${escapedHtml(date)}. ${escapedHtml(oneLine(event.title))}</strong>${marks === '' ? '' : `<sup>${marks}</sup>`}</p>`,
    ...facts.map((fact) => `<p class="facts">${escapedHtml(fact)}</p>`),
    ...paragraphsIn(event.summary).map((text) => `<p>${escapedHtml(text)}</p>`),
    ...paragraphsIn(event.note).map((text) => `<p><em lang="en">Note:</em> ${escapedHtml(text)}</p>`),
    ...event.disagreements.map((text) => `<p><em lang="en">Accounts differ:</em> ${escapedHtml(text)}</p>`),
  ];
  return `<li id="event-${number}">${lines.join('\n')}</li>\n`;
}

function sourceHtml(source: Source, phrases: Phrases): string {
  const title = oneLine(source.title);
  const where = [source.publisher, wordsOf(source.date, phrases)].filter((part) => part !== null);
  const remark = remarkOn(source);
  return [
    source.url === null ? `“${escapedHtml(title)}”.` : `${htmlLink(title, source.url)}.`,
    where.length === 0 ? '' : `${escapedHtml(where.join(', '))}.`,
    // On paper a link shows no address.
    source.url === null ? '' : escapedHtml(source.url),
    remark === '' ? '' : `(${escapedHtml(remark)})`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
