import type { Columns } from '../../engine/columns';

/** Where an event begins, as far as that is known; null without any date. */
export function beginOf({ earliest, latest }: Columns, row: number): number | null {
  return [earliest[row], latest[row]].find((instant) => Number.isFinite(instant)) ?? null;
}
