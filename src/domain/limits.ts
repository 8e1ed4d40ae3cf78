/** The most that a chronology may hold. A longer text or list is cut and told; a file over `bytes` or `events` is refused. */
export const LIMITS = {
  /** Twice as many are held at once; every one has a place that 32 bits can name. */
  bytes: 1_500_000_000,
  /** Bytes of one event, or of any other part of the file: what is turned into one text. */
  part: 128_000_000,
  events: 2_000_000,
  /** Entries of `actors` and of `topics`. */
  names: 100_000,
  /** Characters (code points) of one text. */
  text: 20_000,
  /** Items of one list inside an event, an actor or a source. */
  list: 500,
  /** Levels of objects and lists in one event, the event itself being the first. */
  depth: 64,
  /** Problems told one by one; the rest are counted. */
  problems: 10_000,
} as const;

/** A count as people write it in English: `1,234,567`. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
