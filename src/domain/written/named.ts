import { written } from './emit';
import type { Written } from './model';
import { LEXICON } from './word-lists';

const DAY_MONTH_YEAR =
  /^(\d{1,2})(?:\.|st|nd|rd|th|(?<=^1)er)?[ -](?:of |de )?([a-zäöüéûа-я]{3,10})\.?(?: ?,)?[ -](?:de |del )?(\d{4})(?: г(?:\.|ода)?)?$/i;
const MONTH_DAY_YEAR = /^([a-zäöüéûа-я]{3,10})\.? (?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4})(?: г(?:\.|ода)?)?$/i;

/**
 * A day or month with its month's name and a year of four digits, in the shapes that most are written in: the grammar reads the
 * same of them, some times slower. Null for any other text.
 */
export function readNamed(text: string): Written | null {
  const isDayFirst = text.charCodeAt(0) < 58;
  const match: readonly (string | undefined)[] | null = (isDayFirst ? DAY_MONTH_YEAR : MONTH_DAY_YEAR).exec(text);
  if (match === null) return null;
  const [, first = '', second, year] = match;
  const word = LEXICON.get((isDayFirst ? (second ?? '') : first).toLowerCase());
  if (word?.kind !== 'month') return null;
  const day = isDayFirst ? first : second;
  return written(Number(year), word.value, day === undefined ? null : Number(day));
}
