import type { Instant } from '../../domain/calendar';
import { digits, momentOf } from './clock';

/** Octets of a line, its break not counted. */
const LONGEST = 75;

/** `NAME:value`, the value a text. */
export function property(name: string, text: string): string {
  const value = text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    // Of the control characters a text may hold the tab alone.
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '');
  return `${name}:${value}`;
}

/** The line with its break, folded so that no line has more than 75 octets in UTF-8 and no character is parted. */
export function folded(line: string): string {
  if (line.length * 3 <= LONGEST) return `${line}\r\n`;
  let text = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LONGEST) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return `${text}\r\n`;
}

/** A moment as a calendar writes it: `20240117T093000Z`. Years 1 to 9999; parts of a second are left out. */
export function stamp(instant: Instant): string {
  const { hour, minute, second } = momentOf(instant);
  return `${dayStamp(instant)}T${digits(hour, 2)}${digits(minute, 2)}${digits(second, 2)}Z`;
}

/** The day of a moment: `20240117`. */
export function dayStamp(instant: Instant): string {
  const { year, month, day } = momentOf(instant);
  return `${digits(year, 4)}${digits(month, 2)}${digits(day, 2)}`;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
