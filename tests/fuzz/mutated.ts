import type { Random } from '../fixtures/random';

/** Bytes that mean something to one format or another. */
const TELLING = ['"', "'", '\0', ',', ';', '\t', '\n', '\r', '\r\n', '{', '}', '[', ']', '<', '>', '&', '=', ':', '\\', '/', '-', '0', '9', ' ', '\ufeff', '😀', '\ud83d', 'é'].map(
  (text) => new TextEncoder().encode(text),
); // prettier-ignore

/** A few changes, one after another, of the sort that happens to files, and some that happen to none. */
export function mutated(bytes: Uint8Array, others: readonly Uint8Array[], source: Random): Uint8Array<ArrayBuffer> {
  let changed = new Uint8Array(bytes);
  for (let times = 1 + source.below(4); times > 0; times -= 1) changed = once(changed, others, source);
  return changed;
}

function once(bytes: Uint8Array, others: readonly Uint8Array[], source: Random): Uint8Array<ArrayBuffer> {
  const at = source.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + source.below(source.pick([2, 8, 40, 400])));
  switch (source.below(10)) {
    case 0: {
      const flipped = new Uint8Array(bytes);
      for (let i = 1 + source.below(6); i > 0 && bytes.length > 0; i -= 1)
        flipped[source.below(bytes.length)] ^= 1 << source.below(8);
      return flipped;
    }
    case 1:
      return joined(bytes.subarray(0, at), bytes.subarray(end));
    case 2:
      return joined(bytes.subarray(0, end), bytes.subarray(at));
    case 3:
      return new Uint8Array(bytes.subarray(0, at));
    case 4: {
      const other = source.pick(others);
      const from = source.below(other.length + 1);
      return joined(bytes.subarray(0, at), other.subarray(from, from + source.below(400)), bytes.subarray(end));
    }
    case 5:
      return joined(
        bytes.subarray(0, at),
        ...Array.from({ length: 1 + source.below(5) }, () => source.pick(TELLING)),
        bytes.subarray(at),
      );
    case 6:
      return line(bytes, at, source, 'again');
    case 7:
      return line(bytes, at, source, 'gone');
    case 8: {
      // Digits become others: dates and counts that still look like some.
      const changed = new Uint8Array(bytes);
      for (let i = at; i < end; i += 1) if (changed[i] >= 48 && changed[i] <= 57) changed[i] = 48 + source.below(10);
      return changed;
    }
    default:
      return joined(bytes.subarray(0, at), source.pick(TELLING), bytes.subarray(end));
  }
}

/** The line that holds `at` is there several times, or not at all. */
function line(bytes: Uint8Array, at: number, source: Random, how: 'again' | 'gone'): Uint8Array<ArrayBuffer> {
  const from = at === 0 ? 0 : bytes.lastIndexOf(10, at - 1) + 1;
  const next = bytes.indexOf(10, at);
  const to = next < 0 ? bytes.length : next + 1;
  const times = how === 'gone' ? 0 : 2 + source.below(8);
  return joined(
    bytes.subarray(0, from),
    ...Array.from({ length: times }, () => bytes.subarray(from, to)),
    bytes.subarray(to),
  );
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
