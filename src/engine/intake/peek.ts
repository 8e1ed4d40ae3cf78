import type { Bytes } from '../formats/bytes';

/** Pieces whose beginning has been looked at. */
export interface Peeked {
  /** The first bytes: `enough`, or all there are. */
  readonly head: Uint8Array<ArrayBuffer>;
  /** Whether nothing follows them. */
  readonly isWhole: boolean;
  /** All of them, the head included. */
  readonly pieces: Bytes;
}

/** Takes pieces until their bytes are `enough`, or there are no more; asks whenever there are twice as many as before. */
export async function peeked(pieces: Bytes, enough: (head: Uint8Array) => boolean): Promise<Peeked> {
  const taken: Uint8Array<ArrayBuffer>[] = [];
  let head = new Uint8Array(0);
  let length = 0;
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) return { head: joined(taken), isWhole: true, pieces: replayed(taken, pieces) };
    taken.push(next.value);
    length += next.value.length;
    if (length < head.length * 2) continue;
    head = joined(taken);
    if (enough(head)) return { head, isWhole: false, pieces: replayed(taken, pieces) };
  }
}

async function* replayed(taken: Uint8Array<ArrayBuffer>[], rest: Bytes): Bytes {
  for (let piece = taken.shift(); piece !== undefined; piece = taken.shift()) yield piece;
  yield* rest;
}

function joined(pieces: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  if (pieces.length === 1) return pieces[0];
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
