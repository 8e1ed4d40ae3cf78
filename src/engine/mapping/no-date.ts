import type { Survey } from './mapping';

/**
 * What was looked for, when no column was found to hold dates; null when one was. One sentence, for people.
 */
export function noDateSentence({ columns, rows }: Survey): string | null {
  if (columns.some(({ guess }) => guess === 'date')) return null;
  const names = columns.map(({ name }) => `"${name}"`);
  const told = names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ');
  return (
    `No column of dates was found: looked for a name such as date, start, when, year, дата, Datum or fecha, and for cells ` +
    `such as 2024-07-25, 25.07.2024, 7/25/2024, 25 July 2024 or 2024 in ${rows} ${rows === 1 ? 'row' : 'rows'}; the columns are ${told}.`
  );
}
