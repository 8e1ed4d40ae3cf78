import { cutText } from '../../domain/quote';

const SHOWN = 40;
/** Characters of a cell; prose has longer lines. */
const LONGEST = 60;

/** Why a text is of no use that is of none of the formats read here, or what it seems to be instead. */
export function wordsForNone(text: string): string {
  if (!/\S/.test(text)) return 'The file is empty; choose one that holds a chronology';
  if (/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) {
    return 'The file looks like a web page, not a chronology; perhaps the address leads to a page about the file';
  }
  if (/^\s*<[?!a-z]/i.test(text)) {
    return 'The file looks like XML, but not like a SIMILE timeline; export it as CSV, JSON or a calendar';
  }
  if (/^\s*%PDF-/.test(text))
    return 'The file is a PDF, not text; export what it is made of as CSV, JSON or a calendar';
  const only = isOneColumn(text) ? 'it has a single column, and a chronology needs dates and titles: ' : '';
  const begins = JSON.stringify(cutText(text.trimStart(), SHOWN));
  return `The file is not JSON, nor a table, calendar or timeline read here: ${only}it begins with ${begins}; export it as CSV, JSON or a calendar`;
}

/** Whether each of the first lines is short, and nothing parts it. */
function isOneColumn(text: string): boolean {
  const lines = text
    .slice(0, 2000)
    .trim()
    .split(/\r\n|\r|\n/);
  return lines.length > 2 && lines.every((line) => line.length <= LONGEST && !/[,;\t|:]/.test(line));
}
