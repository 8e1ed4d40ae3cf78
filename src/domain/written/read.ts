import { LONGEST_DATE, readDate } from '../date';
import { quote } from '../quote';
import { written } from './emit';
import { readGrammar } from './grammar';
import { isCalendarNumber, readCounted, readMoment } from './numbers';
import { readNamed } from './named';
import { readNumeric } from './numeric';
import { NO_DATE, type Reading, unread, type Written } from './model';
import { inKnownShape } from './shapes';
import { readShorthand } from './shorthand';

const EDTF = /^(?:[?~%]?-?[\dX]{4}(?![\dX])|Y-?\d|\[|\{|\.\.\/|\/)[\dX?~%Y./,TZ:+E\-\]}[{ ]*$/;
/** ISO without its marks: `20240105T134500Z`. */
const BASIC = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(?=(\d\d)?)/;
const BARE_NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;
const MIDNIGHT = /^(.{10})T00(?::00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d\d:\d\d)?$/;
/** What our own words say of a date beyond it: that a part is not known, or no end given. */
const OWN_NOTE =
  /, (?:(?:year|month|day|beginning|end) not known|no end given|(?:jahr|monat|tag|beginn|ende) nicht bekannt|kein ende angegeben|(?:année|mois|jour|début|fin) inconnue?|fin non précisée|(?:año|mes|día|comienzo|fin) desconocid[oa]|sin fin indicado|(?:год|месяц|день|начало|конец) неизвест[а-я]+|конец не указан)$/i;
const UNKNOWN =
  /^(?:[-–—?.]+|n\/?a|n\.a\.|n\.? ?d\.?|s\. ?[df]\.|o\. ?[jd]\.|б\. ?[гд]\.|null|none|nil|tbd|tba|unknown|undated|no date|not known|неизвестно|нет|без даты|unbekannt|undatiert|inconnue?|sans date|desconocid[oa]|sin fecha)$/i;

/**
 * The date that a cell tells, as EDTF of the same precision. Nothing rolls over, and nothing is guessed: what may be two dates
 * is not read, and says so. Two-digit years 00 to 49 are 2000 to 2049, 50 to 99 are 1950 to 1999. A time without a zone stays
 * without (and counts as UTC, in EDTF). Never throws; linear in a text of at most 200 characters, longer ones are none.
 */
export function readWritten(cell: string | number | boolean | Date | null, reading: Reading): Written {
  const found = readCell(cell, reading);
  if (reading.midnight !== 'day' || !found.ok || found.edtf.charCodeAt(10) !== 84) return found;
  return { ...found, edtf: found.edtf.replace(MIDNIGHT, '$1') };
}

function readCell(cell: string | number | boolean | Date | null, { order, numbers }: Reading): Written {
  if (typeof cell === 'string') return readText(cell.trim(), order, numbers);
  if (typeof cell === 'number') return readNumber(cell, numbers);
  if (cell instanceof Date) return readMoment(cell);
  return cell === null
    ? unread('nothing is there', 'leave it so for an event without a date')
    : unread('not a date', 'use YYYY-MM-DD');
}

function readText(text: string, order: Reading['order'], numbers: Reading['numbers']): Written {
  const numeric = readNumeric(text, order);
  if (numeric !== null) return numeric;
  if (text === '') return unread('nothing is there', 'leave it so for an event without a date');
  if (text.length > LONGEST_DATE) return unread(`${text.length} characters, which is no date`, 'use YYYY-MM-DD');
  if (text.length > 4 && BARE_NUMBER.test(text)) return readNumber(Number(text.replace(',', '.')), numbers);
  if (EDTF.test(text)) {
    const edtf = readDate(text);
    if (edtf.ok) return { ok: true, edtf: text };
  }
  const basic = BASIC.test(text)
    ? readNumeric(
        text.replace(
          BASIC,
          (_, year: string, month: string, day: string, hour: string, minute: string, second?: string) =>
            `${year}-${month}-${day}T${hour}:${minute}${second === undefined ? '' : ':'}`,
        ),
        order,
      )
    : null;
  if (basic !== null) return basic;
  const named = readNamed(text);
  if (named !== null) return named;
  if (UNKNOWN.test(text)) return NO_DATE;
  const known = inKnownShape(text);
  if (known !== null) return readText(known, order, numbers);
  const shorthand = readShorthand(text, (bound) => readText(bound, order, numbers));
  return shorthand ?? readGrammar(text.replace(OWN_NOTE, ''), order);
}

function readNumber(value: number, numbers: Reading['numbers']): Written {
  const isCalendar = isCalendarNumber(value);
  if (numbers !== null && !(isCalendar && value < 3000)) return readCounted(value, numbers);
  if (isCalendar && value < 3000) return { ok: true, edtf: String(value) };
  if (isCalendar && value < 1_000_000) return written(Math.floor(value / 100), value % 100, null);
  if (isCalendar) return written(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
  const compact = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/.exec(String(value));
  if (compact !== null) return readCompact(compact, value);
  if (Number.isInteger(value) && value < 0 && value > -10_000) {
    return { ok: true, edtf: `-${String(-value).padStart(4, '0')}` };
  }
  return unread(
    `a bare number, ${quote(value)}`,
    'use YYYY-MM-DD, or a column whose name and numbers tell what they count',
  );
}

function readCompact(parts: readonly (string | undefined)[], value: number): Written {
  const [, year, month, day, hour = '', minute = '', second] = parts;
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second ?? 0) < 60;
  if (!isTime) return unread(`a bare number, ${quote(value)}`, 'use YYYY-MM-DD');
  const seconds = second === undefined ? '' : `:${second}`;
  return written(Number(year), Number(month), Number(day), `T${hour}:${minute}${seconds}`);
}
