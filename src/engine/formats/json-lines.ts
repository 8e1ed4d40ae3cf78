import { grouped } from '../../domain/limits';
import type { Listed } from './json-list';
import { parsedPart } from './json-part';
import { LONGEST_LINE, type TextLine, TextLines } from './text-lines';

/** The items of NDJSON that comes in pieces: each line one, but for blank ones. What is no sound JSON is told, and that line alone is lost. */
export class JsonLines {
  readonly #lines = new TextLines();
  readonly rest = {};

  *add(text: string): Generator<Listed> {
    yield null;
    for (const line of this.#lines.add(text)) yield* listed(line);
  }

  /** There is no more. */
  *end(): Generator<Listed> {
    for (const line of this.#lines.end()) yield* listed(line);
  }
}

function* listed({ text, line, isCut }: TextLine): Generator<Listed> {
  // Before a line: a byte order mark, or the sign that parts JSON text sequences.
  const column = text.search(/[^\s\ufeff\u001e]/) + 1;
  if (column === 0) return;
  const spot = { line, column };
  const reason = `the line is longer than ${grouped(LONGEST_LINE)} characters: it is left out`;
  if (isCut) yield { ...spot, field: '', found: undefined, reason, remedy: 'part it', leftOut: true };
  else yield parsedPart(text.slice(column - 1).trimEnd(), 0, LONGEST_LINE, 1, spot);
}
