import { readDate } from '../date';

/** Null when the text is a date, else what is wrong with it and what would do. */
export type DateCheck = (text: string) => DateFault | null;

export interface DateFault {
  readonly reason: string;
  readonly remedy: string;
}

/** A check that remembers its answers, for dates recur: keep one for as long as one file is read. */
export function dateCheck(): DateCheck {
  const known = new Map<string, DateFault | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = readDate(text);
    const fault = reading.ok ? null : { reason: reading.reason, remedy: reading.remedy };
    known.set(text, fault);
    return fault;
  };
}
