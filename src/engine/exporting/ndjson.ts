import { onOneLine } from './one-line';
import type { Piece, Selection } from './selection';

/** Each event as JSON on a line of its own, with every key, as it was read. */
export function* ndjson({ rows, records }: Selection): Generator<Piece, readonly string[]> {
  for (let at = 0; at < rows.count; at += 1) {
    yield { data: `${onOneLine(records.json(rows.select(at)))}\n`, done: at + 1 };
  }
  return [];
}
