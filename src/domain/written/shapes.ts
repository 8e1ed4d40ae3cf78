import { LEXICON } from './word-lists';

/** What a footnote leaves in a table of an encyclopedia: `[1]`, `[note 2]`, `*`, `†`. */
const FOOTNOTE = /(?:\s*(?:\[(?:\d{1,3}|[a-z]|(?:note|nb|n|註) ?\d{1,2})\]|[*†‡§¹²³]))+$/iu;
const QUOTED = /^(["'«„“]) ?([^"'«»„“”]*\S) ?["'»“”]$/u;
const PART_OF_YEAR = /^(?:(\d{4})[-/ ]+([QHT])([1-4])|([QHT])([1-4])[-/ ]+(\d{4}))$/i;
const NAMED_MONTH = /^(\d{1,4})([-/. ])([\p{L}]{3,10})\.?\2(\d{1,4})(?!\d)(?:[: ]+(\d.*))?$/u;
const MONTH_FIRST = /^([\p{L}]{3,10})\.?([-/])(\d{1,2})\2(\d{4})(?!\d)(?: +(\d.*))?$/u;
const MONTH_SHORT_YEAR = /^(\p{L}{3,4})-(\d\d)$/u;
const SPACED = /^(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,4})(?= |$)/;
const ELIDED = /^(\d{1,2})\.(\d{1,2}\.)? ?(?:[-–—]|bis|по|to) ?(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d) +(\d\d):?(\d\d)(?::?(\d\d))?$/;
const COLONS = /^(\d{4}):(\d\d):(\d\d)(?= \d|$)/;
const HYPHENS = /^(\d{4}-\d\d-\d\d)[-_](\d\d)[-:_](\d\d)(?:[-:_](\d\d))?$/;
const UNDERSCORES = /^(\d{4})_(\d\d)_(\d\d)$/;
const ZONED_DAY = /^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/;
const IDEOGRAPHS = /^(\d{4}) ?年(?: ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?日)?)?$/;
const MASKED_YEAR = /^(?:\d{3}[x?]|\d\d(?:xx|\?\?))$/i;
const MASKED = /(?:(?<=[-/.])|(?<=^|\s)(?=..[-/. ]))(?:xx|\?\?|__|--)(?=[-/.\s]|$)/gi;

/**
 * The same date in a shape that the other readers know; null where there is nothing to change. What is not known of a day is 00:
 * `xx/05/1992` is `00/05/1992`.
 */
export function inKnownShape(text: string): string | null {
  const bare = text.replace(FOOTNOTE, '').replace(QUOTED, '$2');
  const known = inDigits(bare) ?? withMonth(bare) ?? unmasked(bare) ?? bare;
  return known === text || known === '' ? null : known;
}

function inDigits(text: string): string | null {
  const [, year = '', of = '', number = '', ofFirst = '', numberFirst = '', yearLast = ''] =
    PART_OF_YEAR.exec(text) ?? [];
  if (year + yearLast !== '') return `${of}${ofFirst}${number}${numberFirst} ${year}${yearLast}`;
  const [, day, month = '', lastDay = '', lastMonth = '', ofYear = ''] = ELIDED.exec(text) ?? [];
  if (day) return `${day}.${month || `${lastMonth}.`}${ofYear} – ${lastDay}.${lastMonth}.${ofYear}`;
  if (SPACED.test(text) && text.slice(0, 14).includes(' ')) {
    const tight = text.replace(SPACED, '$1$2$3$2$4');
    if (tight !== text) return tight;
  }
  for (const shape of [COMPACT, HYPHENS]) {
    const match: readonly (string | undefined)[] | null = shape.exec(text);
    if (match === null) continue;
    const [a = '', b = '', c = '', d = '', e = '', f] = match.slice(1);
    if (shape === HYPHENS) return `${a}T${b}:${c}${d === '' ? '' : `:${d}`}`;
    return `${a}-${b}-${c}T${d}:${e}${f === undefined ? '' : `:${f}`}`;
  }
  if (COLONS.test(text)) return text.replace(COLONS, '$1-$2-$3');
  if (UNDERSCORES.test(text)) return text.replace(UNDERSCORES, '$1-$2-$3');
  if (ZONED_DAY.test(text)) return text.replace(ZONED_DAY, '$1');
  const eastern: readonly (string | undefined)[] | null = IDEOGRAPHS.exec(text);
  return eastern === null ? null : eastern.slice(1).filter(isThere).join('-');
}

/** `12/Jan/2024:10:00:00`, `Jan-12-2024`, and `Jan-15`, which is how spreadsheets show a month. */
function withMonth(text: string): string | null {
  const [, first = '', , month = '', last = '', time = ''] = NAMED_MONTH.exec(text) ?? [];
  if (isMonth(month) && (first.length === 4 || last.length === 4)) return `${first} ${month} ${last} ${time}`.trim();
  const [, name = '', , day = '', year = '', clock = ''] = MONTH_FIRST.exec(text) ?? [];
  if (isMonth(name)) return `${name} ${day} ${year} ${clock}`.trim();
  const [, short = '', digits = ''] = MONTH_SHORT_YEAR.exec(text) ?? [];
  return isMonth(short) ? `${short} '${digits}` : null;
}

function isThere(part: string | undefined): boolean {
  return part !== undefined;
}

function isMonth(word: string): boolean {
  return LEXICON.get(word.toLowerCase())?.kind === 'month';
}

function unmasked(text: string): string | null {
  if (MASKED_YEAR.test(text)) return text.replace(/[x?]/gi, 'X');
  if (!/\d/.test(text) || text.search(MASKED) < 0) return null;
  return text.replace(MASKED, '00').replace(/^00[ .]+(?=\p{L})/u, '');
}
