import { columnNames } from '../mapping/header-names';
import type { Fault } from './format';
import type { TableRow } from './table';

/** Tells each column of a header whose name another before it has. Linear in the columns; blank names are no names. */
export function repeatedNames({ cells, spot }: TableRow): readonly Fault[] {
  const given = cells.map((cell) => (cell === null ? '' : String(cell).replace(/\s+/g, ' ').trim()));
  const taken = columnNames(given);
  const first = new Map<string, number>();
  return given.flatMap((name, index): readonly Fault[] => {
    const other = first.get(name);
    if (other === undefined) first.set(name, index);
    if (name === '' || other === undefined) return [];
    const reason = `is the name of column ${other + 1} and of column ${index + 1}: the latter is called "${taken[index]}"`;
    const remedy = 'give each column a name of its own';
    return [{ ...spot, field: name, found: name, reason, remedy, leftOut: false }];
  });
}
