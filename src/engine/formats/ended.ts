import type { FaultyPiece } from './fault-words';

/**
 * What became of a file. `value` is what it holds, but that its list of events, if it has one, is empty: they went to the
 * sink. When it is refused, that is why, or a piece of it that `faultWords` finds words for; `file`: which one, of several.
 */
export type Ended = { readonly ok: true; readonly value: unknown } | Refused;
export type Refused =
  | { readonly ok: false; readonly message: string; readonly file?: string }
  | { readonly ok: false; readonly message: null; readonly piece: FaultyPiece; readonly file?: string };
