import type { EventDate } from '../date';
import { readDate } from '../date';
import { dateWords } from '../date-words';
import type { Source, SourceTier } from '../event';
import type { Phrases } from '../phrase-books';
import { oneLine } from '../quote';

const TIERS: Readonly<Record<SourceTier, string>> = { primary: 'primary source', press: 'press', copy: 'reprint' };

/** The date, or null for none or an unreadable one. */
export function dateOf(text: string | null): EventDate | null {
  const reading = text === null ? null : readDate(text);
  return reading?.ok === true ? reading.date : null;
}

/** The date in words, as short as its precision allows; null for none. */
export function wordsOf(text: string | null, phrases: Phrases): string | null {
  const date = dateOf(text);
  return date === null ? null : dateWords(date, phrases, 'short');
}

/** What the source is, where it had it from, and what it speaks for; empty when nothing is known of that. */
export function remarkOn({ tier, origin, supports }: Source): string {
  return [
    tier === null ? null : TIERS[tier],
    origin === null ? null : `after ${oneLine(origin)}`,
    supports === null ? null : `for: ${oneLine(supports)}`,
  ]
    .filter((part) => part !== null)
    .join('; ');
}
