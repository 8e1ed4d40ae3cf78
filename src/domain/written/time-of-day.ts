import { twoDigits } from './emit';
import type { Trouble } from './model';

/** A time as EDTF has it after a day: `T13:45:00+02:00`; '' with a note when it cannot be kept. */
export interface TimeOfDay {
  readonly edtf: string;
  readonly note?: Trouble;
  /** It is 24:00, the midnight that ends the day. */
  readonly endsDay?: true;
}

const TIME =
  /^(\d{1,2})(?:([:.h])(\d\d)(?:[:.](\d\d)(?:[.,](\d+))?)?)? ?(a\.?m\.?|p\.?m\.?)? ?(uhr|hrs?|h)? ?(?:\(?([a-zа-я]{1,5})\)?)? ?([+\-−]\d{1,2}(?::?\d\d)?)?(?: \(.*\))?$/i;

/** Hours ahead of UTC of the names that mean one zone alone, or that mail has always used for one. */
const ZONES: Readonly<Record<string, string | undefined>> = {
  z: 'Z',
  utc: 'Z',
  gmt: 'Z',
  ut: 'Z',
  wet: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  mez: '+01:00',
  west: '+01:00',
  cest: '+02:00',
  mesz: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  мск: '+03:00',
};

/** The time that all of `text` tells; null when it is none. A time without a zone stays without. */
export function readTimeOfDay(text: string): TimeOfDay | null {
  const match: readonly (string | undefined)[] | null = TIME.exec(text);
  if (match === null) return null;
  const [, hours = '', mark, minutes, seconds, fraction, half, unit, name, offset] = match;
  if (minutes === undefined && half === undefined && unit === undefined) return null;
  if (mark === '.' && seconds === undefined && text.length > 5 && unit === undefined && half === undefined) return null;
  const hour = hourOf(Number(hours), half);
  const minute = Number(minutes ?? 0);
  const second = Number(seconds ?? 0);
  if (hour === 24 && minute === 0 && second === 0) return { ...zoned('T00:00', name, offset), endsDay: true };
  if (hour === null || hour > 23 || minute > 59 || second > 60) {
    return { edtf: '', note: { reason: `there is no time ${text}: the day is kept`, remedy: 'use 00:00 to 23:59' } };
  }
  const clock = `T${twoDigits(hour)}${minutes === undefined ? '' : `:${minutes}`}${seconds === undefined ? '' : `:${second === 60 ? '59' : seconds}`}`;
  return zoned(fraction === undefined ? clock : `${clock}.${fraction}`, name, offset);
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return hour > 23 ? null : hour;
  return (hour % 12) + (half.startsWith('p') || half.startsWith('P') ? 12 : 0);
}

function zoned(clock: string, name: string | undefined, offset: string | undefined): TimeOfDay {
  const zone = name === undefined ? '' : ZONES[name.toLowerCase()];
  if (zone === undefined) return lost(name ?? '', 'use UTC, or an offset such as +02:00');
  if (offset === undefined) return { edtf: clock + zone };
  if (zone !== '' && zone !== 'Z') return lost(`${name ?? ''}${offset}`, 'use one of both');
  const shift = offsetOf(offset);
  return shift === null ? lost(offset, 'use -12:00 to +14:00') : { edtf: clock + shift };
}

function lost(zone: string, remedy: string): TimeOfDay {
  return { edtf: '', note: { reason: `the time zone ${zone} is not known: the day is kept without its time`, remedy } };
}

function offsetOf(offset: string): string | null {
  const digits = offset.slice(1).replace(':', '');
  const hours = Number(digits.length > 2 ? digits.slice(0, -2) : digits);
  const minutes = digits.length > 2 ? Number(digits.slice(-2)) : 0;
  const west = !offset.startsWith('+');
  if (minutes > 59 || hours * 60 + minutes > (west ? 12 : 14) * 60) return null;
  return `${west ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
}
