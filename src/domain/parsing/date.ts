import { type DateReading, readDate } from '../date';

/** `readDate`, or one that remembers what it has read. */
export type DateReader = (text: string) => DateReading;

/** Readings remembered; when there are more, all are forgotten and the count begins anew. */
const REMEMBERED = 50_000;

/** `readDate` that reads no text twice, for dates recur: keep one for as long as one file is read. */
export function rememberingDates(): DateReader {
  const known = new Map<string, DateReading>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size === REMEMBERED) known.clear();
    const reading = readDate(text);
    known.set(text, reading);
    return reading;
  };
}
