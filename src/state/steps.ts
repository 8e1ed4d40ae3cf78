import type { Bitmap } from '../engine/bitmap';
import type { Window } from './window';

/**
 * Row `by` matches after (before, when negative) the row `from` in the order of time, stopping at the ends; -1 without matches, and
 * where none lies that way of a row that is no match. From -1 the first, or the last.
 */
export function neighbour(matches: Bitmap, by: number, from: number): number {
  if (matches.count === 0) return -1;
  if (from < 0) return matches.select(by > 0 ? 0 : matches.count - 1);
  const here = matches.rank(from);
  if (!matches.has(from)) return matches.select(here + by - Number(by > 0));
  return matches.select(Math.min(Math.max(here + by, 0), matches.count - 1));
}

/**
 * The first of the quiet periods, given in time order, whose middle comes after that of `window`, else the first of all; with air on
 * both sides. Null when there is none.
 */
export function nextQuiet(quiet: readonly Window[], window: Window): Window | null {
  const middle = ({ from, to }: Window): number => (from + to) / 2;
  const next = quiet.find((period) => middle(period) > middle(window) + 1) ?? quiet.at(0);
  if (next === undefined) return null;
  const air = (next.to - next.from) * 0.25;
  return { from: next.from - air, to: next.to + air };
}
