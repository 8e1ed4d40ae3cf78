import { readDate } from '../../domain/date';
import { distinct } from './columns';

/** What a log says for nothing. */
const NOTHING = /^(?:-|n\/a|none|null|unknown|\[\]|\(\))$/i;
/** What stands where no moment is known: zeros, too. */
const NEVER = /^(?:0000-00-00.*|not a time|not set|invalid.*|never|-?0|-1|-)$/i;
/** Characters of a title: a longer message is the summary, too. */
const LONGEST_TITLE = 200;
const MOMENT =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|\+00:?00|[+-]\d\d:?\d\d)?$/i;
const NANO = 9;
/** Epochs in seconds, milliseconds, microseconds and nanoseconds have as many digits as set these years apart. */
const UNITS = [
  { most: 1e11, digits: 0 },
  { most: 1e14, digits: 3 },
  { most: 1e17, digits: 6 },
  { most: 1e20, digits: NANO },
] as const;

/** The text of a cell of a log; '' when it says that there is nothing. */
export function logged(text: string): string {
  return NOTHING.test(text) ? '' : text;
}

/** A message as title, and as summary when it has more than a title can hold. */
export function messageParts(message: string): { readonly title: string; readonly summary: string | null } {
  const [line] = message.split('\n', 1);
  const title =
    line.length > LONGEST_TITLE
      ? `${line
          .slice(0, LONGEST_TITLE)
          .replace(/[\uD800-\uDBFF]$/, '')
          .trimEnd()}…`
      : line.trim();
  return { title, summary: title === message ? null : message };
}

/** The tags of a cell: `a, b`, `a b`, `['a', 'b']` or `["a"]`. */
export function tagsOf(text: string): readonly string[] {
  const list = /^[[(](.*)[\])]$/s.exec(text)?.[1];
  if (list !== undefined)
    return distinct(
      list.split(/[,;]/).map((tag) => tag.trim().replace(/^(['"])(.*)\1$/s, '$2')),
      /$^/,
    );
  return distinct([logged(text)], /[,;|]|\s+/);
}

/** Whether the text of a moment says that none is known. */
export function isNoMoment(text: string): boolean {
  return NEVER.test(text);
}

/** EDTF of a moment as logs write it, in UTC unless it says another; null when it is none. Zeros after a second are not kept. */
export function momentOf(text: string): string | null {
  const [, day, minutes, second, part = '', offset = 'Z'] = MOMENT.exec(text) ?? [];
  if (!day) return null;
  if (!minutes) return readDate(day).ok ? day : null;
  const fraction = /[1-9]/.test(part) ? `.${part.slice(0, 6)}` : '';
  const zone = /^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(offset) ? 'Z' : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
  const moment = `${day}T${minutes}${second ? `:${second}${fraction}` : ''}${zone}`;
  return readDate(moment).ok ? moment : null;
}

/** EDTF of a count since 1970, of seconds, milliseconds, microseconds or nanoseconds by its size; null when it is none. */
export function epochOf(text: string): string | null {
  if (!/^-?\d{1,20}(?:\.\d+)?$/.test(text)) return null;
  const [whole, part = ''] = text.split('.');
  const count = Number(whole);
  const unit = UNITS.find(({ most }) => Math.abs(count) < most);
  if (unit === undefined) return null;
  // So many digits are more than a number holds exactly.
  if (unit.digits === NANO) return epochOf(whole.slice(0, -3));
  const size = 10 ** unit.digits;
  const seconds = Math.floor(count / size);
  const rest = String(count - seconds * size)
    .padStart(unit.digits, '0')
    .slice(0, 6);
  const fraction = unit.digits === 0 ? part.slice(0, 6) : rest;
  const moment = new Date(seconds * 1000).toISOString().slice(0, 19);
  return momentOf(`${moment}${/[1-9]/.test(fraction) ? `.${fraction}` : ''}Z`);
}
