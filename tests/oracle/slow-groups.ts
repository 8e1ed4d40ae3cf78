import { dayOf, instantOf } from '../../src/domain/calendar';
import type { GroupKind } from '../../src/engine/groups';
import type { SlowRow } from './slow-rows';

interface SlowGroup {
  readonly kind: GroupKind;
  readonly year: number | null;
  readonly month: number | null;
  readonly rows: number[];
}

/** Runs of rows that share a heading, row by row. */
export function slowGroups(rows: readonly SlowRow[]): readonly SlowGroup[] {
  const groups: SlowGroup[] = [];
  for (const each of rows) {
    const heading = headingOf(each);
    const last = groups.at(-1);
    if (last?.kind === heading.kind && last.year === heading.year && last.month === heading.month)
      last.rows.push(each.row);
    else groups.push({ ...heading, rows: [each.row] });
  }
  return groups;
}

function headingOf({ date }: SlowRow): Omit<SlowGroup, 'rows'> {
  if (date === null) return { kind: 'undated', year: null, month: null };
  const { earliest, latest } = date.begin;
  if (earliest === -Infinity) return { kind: 'open', year: null, month: null };
  const { year, month } = dayOf(earliest);
  if (latest > instantOf(year + 1, 1, 1)) return { kind: 'years', year, month: null };
  if (latest > instantOf(year, month + 1, 1)) return { kind: 'year', year, month: null };
  return { kind: 'month', year, month };
}
