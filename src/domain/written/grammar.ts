import { unread, type DayOrder, type Written } from './model';

/** A date with words in it, in English, Russian, German, French or Spanish. */
export function readGrammar(_text: string, _order: DayOrder | null): Written {
  return unread('not a date that is known here', 'use YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-07-25');
}
