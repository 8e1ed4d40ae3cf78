import { coarserOf, type DateMember, type DatePoint, type Fault, isFault } from './model';
import { readExtent, readInner } from './span';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** The entries of `[a,b..c]` or `{a,b..c}` as given, at least one. `..a` may only stand first, `a..` only last. Never throws. */
export function readSet(text: string): readonly DateMember[] | Fault {
  const closing = CLOSING[text[0]];
  if (!text.endsWith(closing)) return { reason: `${text[0]} without ${closing} at the end`, remedy: `use ${closing}` };
  const entries = text.slice(1, -1).split(/, */);
  const members: DateMember[] = [];
  for (const [i, entry] of entries.entries()) {
    if (entry === '') return { reason: 'an entry with nothing in it', remedy: 'use a date between commas' };
    const member = readEntry(entry, i === 0, i === entries.length - 1);
    if (isFault(member)) return member;
    members.push(member);
  }
  return members;
}

/** As wide as all `members` together: where the one moment they speak of may lie. */
export function anyOf(members: readonly DateMember[]): DatePoint {
  const points = members.flatMap(({ begin, end }) => (begin === end ? [begin] : [begin, end]));
  if (points.length === 1) return points[0];
  const earliest = Math.min(...points.map((point) => point.earliest));
  const latest = Math.max(...points.map((point) => point.latest));
  return {
    earliest,
    latest,
    precision: points.map(({ precision }) => precision).reduce(coarserOf),
    uncertain: points.some(({ uncertain }) => uncertain),
    approximate: points.some(({ approximate }) => approximate),
    bound: Number.isFinite(earliest) && Number.isFinite(latest) ? 'known' : 'open',
    partly: null,
    season: null,
    mask: null,
  };
}

function readEntry(entry: string, first: boolean, last: boolean): DateMember | Fault {
  const split = entry.indexOf('..');
  if (split < 0) {
    const point = readInner(entry);
    return isFault(point) ? point : { begin: point, end: point };
  }
  const begin = entry.slice(0, split);
  const end = entry.slice(split + 2);
  if (begin === '' && !first) return { reason: `${entry} is not the first entry`, remedy: 'use it first' };
  if (end === '' && !last) return { reason: `${entry} is not the last entry`, remedy: 'use it last' };
  return readExtent(begin === '' ? '..' : begin, end === '' ? '..' : end);
}
