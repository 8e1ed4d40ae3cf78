import { readDate } from '../../domain/date';
import { NO_READING, readWritten } from '../../domain/written-date';
import { Columns, distinct, type KnownRow } from './columns';
import { spanOf } from './date-parts';
import type { Found } from './format';
import { htmlText, type HtmlLink } from './html-text';
import type { TableFormat, TableRow } from './table';
import { dateOfParts, oldDate } from './timelinejs-date';

const BEGIN = ['year', 'month', 'day', 'time'];
const END = ['end year', 'end month', 'end day', 'end time'];
const KNOWN = [
  ...[...BEGIN, ...END, 'start date', 'end date', 'headline', 'text', 'type', 'group', 'tag'],
  ...['media', 'media credit', 'media caption'],
];
const TIME = /^(\d{1,2})(?::(\d{2}))?(?::(\d{2})(?:[.:](\d{1,3}))?)?\s*([ap])?\.?m?\.?$/i;

/**
 * The sheet of TimelineJS, with columns for the parts of dates or, as it once was, one for each date. The title slide is the
 * head; an era is an event of the type `era`; group and tag are topics; links and media are sources. Years before 1 count as
 * historians do.
 */
export const timelinejsSheet: TableFormat = {
  name: 'TimelineJS sheet',
  recognises(header) {
    const columns = new Columns(header, []);
    const isDated =
      columns.has('start date') || (columns.has('year') && (columns.has('month') || columns.has('end year')));
    return isDated && columns.has('headline') && (columns.has('text') || columns.has('media'));
  },
  reader(header) {
    const columns = new Columns(header, KNOWN);
    return { row: (row) => found(columns, row), end: () => [] };
  },
};

function found(columns: Columns, tableRow: TableRow): readonly Found[] {
  const row = columns.row(tableRow);
  const type = row.text('type').toLowerCase();
  const headline = htmlText(row.text('headline'));
  const body = htmlText(row.text('text'));
  const caption = htmlText(row.text('media caption'));
  const credit = htmlText(row.text('media credit'));
  if (type === 'title' || type === 'start') return [headOf(headline.text, body.text)];
  const firstLine = body.text.split('\n', 1).join('');
  const title = [headline.text, firstLine, caption.text].find((text) => text !== '');
  const date = dateOf(row);
  const groups = distinct([htmlText(row.text('group')).text, htmlText(row.text('tag')).text], /$^/);
  if (title === undefined) {
    if (type !== 'era' && date === null)
      return [row.leftOut('has no headline: the row is left out', 'give it a headline')];
    row.tell('headline', '', 'is missing: its date and group stand in', 'give it a headline');
  }
  const media = row.text('media');
  const links: HtmlLink[] = [...headline.links, ...body.links, ...caption.links, ...credit.links];
  if (/^https?:\/\//i.test(media)) links.push({ url: media, text: caption.text || credit.text });
  const event = row.event({
    title: title ?? [type === 'era' ? 'Era' : '', ...groups, date ?? ''].filter((text) => text !== '').join(', '),
    date,
    summary: body.text,
    topics: groups,
    type,
    sources: [...new Map(links.map(({ url, text }) => [url, { title: text || url, url }])).values()],
  });
  return [event];
}

function headOf(title: string, description: string): Found {
  return { kind: 'head', fields: { ...(title ? { title } : {}), ...(description ? { description } : {}) } };
}

/** The span from one date to the other, as exact as the parts that are there; else the date shown, when it can be read. */
function dateOf(row: KnownRow): string | null {
  const begin = sideOf(row, BEGIN, 'start date', 'the event is undated');
  const end = sideOf(row, END, 'end date', 'the beginning alone is kept');
  if (begin === null) return end ?? row.date('display date', NO_READING, 'the event is undated');
  const span = spanOf(begin, end, '', { line: 0, column: 0 });
  for (const { reason, remedy } of span.faults) row.tell(row.text(END[0]) ? END[0] : 'end date', end, reason, remedy);
  return span.date;
}

function sideOf(row: KnownRow, names: readonly string[], whole: string, effect: string): string | null {
  const [year, month, day] = names.map((name) =>
    row.text(name).replace(/^(-?\d{1,3})(?:,\d{3})+$/, (text) => text.replaceAll(',', '')),
  );
  const isWhole = year === '' && row.text(whole) !== '';
  const time = isWhole || day === '' ? {} : timeOf(row, names[3]);
  const date = isWhole ? oldDate(row.text(whole)) : dateOfParts({ year, month, day, ...time });
  const checked = 'date' in date ? date.date : null;
  if ('date' in date && (checked === null || readDate(checked).ok)) return checked;
  const told = isWhole ? whole : names[0];
  const words = isWhole ? row.text(whole) : [day, month, year].filter((part) => part !== '').join(' ');
  // Parts in the wrong order are no date in words.
  const written = /\p{L}/u.test(words) ? readWritten(words, NO_READING) : null;
  if (written?.ok === true) return written.edtf;
  const alone = dateOfParts({ year });
  const kept = checked !== null && 'date' in alone ? alone.date : null;
  const found = 'found' in date ? date.found : [year, month, day].join('-');
  row.tell(
    told,
    found,
    `is not a date: ${kept === null ? effect : 'the year is kept'}`,
    'write year, month and day as numbers',
  );
  return kept;
}

function timeOf(row: KnownRow, name: string): Readonly<Record<string, string>> {
  const text = row.text(name);
  if (text === '') return {};
  const [, hour = '', minute = '', second = '', part = '', half = ''] = TIME.exec(text) ?? [];
  const isLate = half.toLowerCase() === 'p';
  const hours = half ? (Number(hour) % 12) + (isLate ? 12 : 0) : Number(hour);
  if (!hour || (!minute && !half) || hours > 23 || Number(minute) > 59 || Number(second) > 59) {
    row.tell(name, text, 'is not a time: the day is kept', 'write it as 14:30 or 2:30 PM');
    return {};
  }
  return {
    hour: String(hours),
    minute: minute || '0',
    ...(second ? { second } : {}),
    ...(part ? { millisecond: part.padEnd(3, '0') } : {}),
  };
}
