import Papa from 'papaparse';

/**
 * The cells of whole records, each ended by a line feed: one row a record. Quotes inside of quoted cells that nobody doubled
 * stay as they are; a quoted cell that does not end reaches to the end of the text.
 */
export function cellsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
  // What follows the last line feed is no record.
  return text.endsWith('\n') ? data.slice(0, -1) : data;
}

/** The cells of one line, whatever its quotes: those that close no cell and open none are part of the text. */
export function cellsOfLine(line: string, delimiter: string): readonly string[] {
  const { data, errors } = Papa.parse<string[]>(line, { delimiter, newline: '\n' });
  const unclosed = errors.some(({ code }) => code === 'MissingQuotes');
  return unclosed ? line.split(delimiter) : data.flat();
}
