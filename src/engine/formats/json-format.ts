import type { Fields } from '../../domain/parsing/field';
import type { Found, Spot } from './format';

/** Makes events of JSON values, in their order. */
export interface ItemReader {
  /** What an item of the list, or a line of NDJSON, holds. It may be anything. */
  item(item: unknown, spot: Spot): Iterable<Found>;
  /** There are no more items. `rest`: the members of the outermost object other than the list. */
  end(rest: Fields): Iterable<Found>;
}

/** A format of JSON or NDJSON whose keys are known: each in a file of its own. */
export interface JsonFormat {
  /** As people call it: `TimelineJS JSON`. */
  readonly name: string;
  /**
   * Path of keys to the list of items in the outermost object, `['results', 'bindings']`; empty when the outermost value is
   * the list itself, or each line an item.
   */
  readonly path: readonly string[];
  /**
   * Whether the file is of this format: `first` are some items of the list at `path` (at least one), `members` the keys of the
   * outermost object seen so far ([] for a list or NDJSON).
   */
  recognises(first: readonly unknown[], members: readonly string[]): boolean;
  reader(): ItemReader;
}
