import type { Fields } from '../../domain/parsing/field';
import type { FaultyPiece } from './fault-words';
import type { JsonPlace } from './json-fault';

/**
 * What became of a file. `value` is what it holds, but that its list of events, if it has one, is empty: they went to the
 * sink. When it is refused, that is why, or a piece of it that `faultWords` finds words for; `file`: which one, of several.
 */
export type Ended = { readonly ok: true; readonly value: unknown } | Refused;
export type Refused =
  | { readonly ok: false; readonly message: string; readonly file?: string }
  | { readonly ok: false; readonly message: null; readonly piece: FaultyPiece; readonly file?: string };

/** Where a file stops being sound. */
export interface Break {
  /** Why none of it is used, when nothing whole is in it. */
  readonly refused: Refused;
  /** The place in its pages from which on nothing was read; null when the rest is not even kept. */
  readonly from: number | null;
  /** What may come there, and the key whose value that is. */
  readonly at: JsonPlace;
  readonly key: string;
  /** The members before, `events` as an empty list. */
  readonly fields: Fields;
}
