import { advise } from './advice';
import { type DateMember, type DatePoint, type Fault, isFault } from './model';
import { readPoint } from './point';

/** `begin/end`; either side is a date, `..` for open or nothing for unknown. Never throws. */
export function readSpan(text: string): DateMember | Fault {
  const sides = text.split('/');
  if (/^\d{4}\/\d{1,2}$/.test(text) || /^\d{1,4}\/\d{1,2}\/\d{1,4}$/.test(text)) return advise(text);
  if (sides.length === 2) return readExtent(sides[0], sides[1]);
  return { reason: `${sides.length - 1} slashes`, remedy: 'use one, between beginning and end' };
}

/**
 * From one date to another, neither extent reaching past the other: what begins in 2004 and ends in May 2004 began in
 * May at the latest. Faults: a side that is no date, both sides without one, an end that is certainly before the
 * beginning.
 */
export function readExtent(first: string, second: string): DateMember | Fault {
  const begin = readSide(first);
  if (begin !== null && isFault(begin)) return begin;
  const end = readSide(second);
  if (end !== null && isFault(end)) return end;
  if (begin === null) {
    if (end === null) return { reason: 'no date on either side', remedy: 'use at least one' };
    return { begin: unbounded(end, first, -Infinity), end };
  }
  if (end === null) return { begin, end: unbounded(begin, second, Infinity) };
  if (end.latest <= begin.earliest) {
    return { reason: `the end, ${second}, is before the beginning, ${first}`, remedy: `use ${second} first` };
  }
  return {
    begin: { ...begin, latest: Math.min(begin.latest, end.latest) },
    end: { ...end, earliest: Math.max(begin.earliest, end.earliest) },
  };
}

/** A date within a longer text, whose fault says in which part it is. */
export function readInner(text: string): DatePoint | Fault {
  const point = readPoint(text);
  return isFault(point) ? { ...point, reason: `${point.reason} in ${JSON.stringify(text)}` } : point;
}

function readSide(text: string): DatePoint | Fault | null {
  if (text === '..' || text === '') return null;
  if (text !== 'open' && text !== 'unknown') return readInner(text);
  return { reason: `the word ${text}`, remedy: 'use .. for an open end, nothing for an unknown one' };
}

/** The side without a date: at `infinity` when open, anywhere from the other side to there when unknown. */
function unbounded(other: DatePoint, text: string, infinity: number): DatePoint {
  const open = text === '..';
  return {
    earliest: open || infinity < 0 ? infinity : other.earliest,
    latest: open || infinity > 0 ? infinity : other.latest,
    precision: other.precision,
    uncertain: false,
    approximate: false,
    bound: open ? 'open' : 'unknown',
    partly: null,
    season: null,
    mask: null,
  };
}
