import type { DateReading } from '../date';

/** `readDate`, or one that remembers what it has read. */
export type DateReader = (text: string) => DateReading;
