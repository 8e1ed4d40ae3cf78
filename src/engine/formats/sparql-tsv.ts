import type { FormatReader, Found } from './format';
import { TextLines } from './text-lines';

const HEADER = /^\ufeff?\?[A-Za-z_]\w*(?:\t\?[A-Za-z_]\w*)*\r?\n/;
const ESCAPED: Readonly<Record<string, string>> = { t: ' ', n: ' ', r: ' ' };

/** Whether a text is a result of SPARQL as TSV, whose cells are terms: `"Name"@en`, `<address>`. */
export function isSparqlTsv(text: string): boolean {
  return HEADER.test(text);
}

/** A line of it as one of a plain table, parted by tabs: names without question marks, terms as what they say. */
export function plainLine(line: string): string {
  return line.split('\t').map(plainCell).join('\t');
}

function plainCell(cell: string): string {
  const term = /^"(.*)"(?:@[\w-]+|\^\^<[^>]*>)?\s*$/s.exec(cell)?.[1];
  const text =
    term === undefined
      ? (/^<(.*)>\s*$/.exec(cell)?.[1] ?? cell.replace(/^\?(?=[A-Za-z_]\w*\s*$)/, ''))
      : term.replace(/\\(.)/g, (_, sign: string) => ESCAPED[sign] ?? sign);
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads such a text by a reader of plain tables. */
export class SparqlTsv implements FormatReader {
  readonly #lines = new TextLines();
  readonly #reader: FormatReader;

  constructor(reader: FormatReader) {
    this.#reader = reader;
  }

  *add(text: string): Generator<Found | null> {
    const plain: string[] = [];
    for (const line of this.#lines.add(text)) plain.push(`${plainLine(line.text)}\n`);
    yield* this.#reader.add(plain.join(''));
  }

  *end(): Generator<Found | null> {
    for (const line of this.#lines.end()) yield* this.#reader.add(plainLine(line.text));
    yield* this.#reader.end();
  }
}
