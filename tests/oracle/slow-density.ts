import type { SlowRow } from './slow-rows';

/** How many rows begin in [from, to). */
export function slowDensity(rows: readonly SlowRow[], from: number, to: number): number {
  return rows.filter(({ date }) => date !== null && date.earliest >= from && date.earliest < to).length;
}

/** Each row's share in each bin, row by row and bin by bin. */
export function slowHistogram(rows: readonly SlowRow[], from: number, to: number, bins: number): readonly number[] {
  const width = (to - from) / bins;
  return Array.from({ length: bins }, (_, bin) => {
    const left = from + ((to - from) * bin) / bins;
    const right = bin === bins - 1 ? to : from + ((to - from) * (bin + 1)) / bins;
    return rows.reduce((sum, { date }) => {
      if (date === null || date.earliest >= to || date.latest <= from) return sum;
      const start = Math.max(date.earliest, from);
      if (date.latest - date.earliest <= width) return sum + (start >= left && start < right ? 1 : 0);
      const end = Math.min(date.latest, to);
      return sum + Math.max(0, Math.min(end, right) - Math.max(start, left)) / (end - start);
    }, 0);
  });
}

interface SlowPeriod {
  readonly from: number;
  readonly to: number;
  readonly before: number;
  readonly after: number;
}

/** Stretches longer than `shortest` without any row, by walking through all of them. */
export function slowQuiet(rows: readonly SlowRow[], shortest: number): readonly SlowPeriod[] {
  const periods: SlowPeriod[] = [];
  let covered = -Infinity;
  let before = -1;
  for (const { row, date } of rows) {
    if (date === null) continue;
    if (covered > -Infinity && date.earliest - covered > shortest) {
      periods.push({ from: covered, to: date.earliest, before, after: row });
    }
    const begun = date.begin.latest < Infinity ? date.begin.latest : date.earliest;
    covered = Math.max(covered, date.latest < Infinity ? date.latest : begun);
    before = row;
  }
  return periods;
}
