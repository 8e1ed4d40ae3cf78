import type { FormatReader, Found } from './format';
import type { ItemReader } from './json-format';
import { JsonLines } from './json-lines';
import { JsonItems, type Listed } from './json-list';

/** Reads a file whose items lie at `path`, or, when `isLines`, one a line, by `reader`. */
export class JsonReader implements FormatReader {
  readonly #list: JsonItems | JsonLines;
  readonly #reader: ItemReader;

  constructor(reader: ItemReader, path: readonly string[], isLines: boolean) {
    this.#reader = reader;
    this.#list = isLines ? new JsonLines() : new JsonItems(path);
  }

  *add(text: string): Generator<Found | null> {
    yield* this.#found(this.#list.add(text));
  }

  *end(): Generator<Found | null> {
    yield* this.#found(this.#list.end());
    yield* this.#reader.end(this.#list.rest);
  }

  *#found(listed: Iterable<Listed>): Generator<Found | null> {
    for (const each of listed) {
      if (each === null) yield null;
      else if ('item' in each) yield* this.#reader.item(each.item, each.spot);
      else yield { kind: 'fault', fault: each };
    }
  }
}
