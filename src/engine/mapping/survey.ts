import type { DayOrder } from '../../domain/written-date';
import type { Spot } from '../formats/format';
import type { Cell, TableRow } from '../formats/table';
import { ColumnEvidence } from './column-evidence';
import { guessRoles } from './guess';
import { columnNames, headerKey } from './header-names';
import type { ColumnSurvey, Survey } from './mapping';

const FIRST_ROWS = 200;
/** Texts of the first rows are cut here: they are only looked at. */
const LONGEST = 1000;
const FEW_EXAMPLES = 6;
const JOINER = ', ';

/** A table being looked through. */
export interface Surveying {
  /** Takes the next row; the header is none. Cells beyond the header do not count. */
  add(row: TableRow): void;
  /** What was found so far. Linear in the columns. */
  survey(): Survey;
}

/** Begins to look through a table: `header` as the file has it. Linear in the cells, memory grows with the columns alone. */
export function surveying(file: string, header: readonly string[]): Surveying {
  const names = columnNames(header);
  const columns = names.map((name) => new ColumnEvidence(name));
  const first: (readonly Cell[])[] = [];
  const firstSpots: Spot[] = [];
  let rows = 0;
  return {
    add({ cells, spot }) {
      rows += 1;
      if (first.length < FIRST_ROWS) {
        first.push(cells.map(cutCell));
        firstSpots.push(spot);
      }
      for (let index = 0; index < columns.length; index += 1) columns[index].add(cells[index]);
    },
    survey() {
      const roles = guessRoles(names, columns);
      const surveyed = columns.map((column, index): ColumnSurvey => ({
        name: names[index],
        samples: column.samples,
        filled: column.filled,
        guess: roles[index],
        separator: roles[index] === 'actors' || roles[index] === 'topics' ? column.separator : '',
        dates: column.dates,
      }));
      const dayOrder = tableOrder(surveyed);
      const shown = dayOrder.order === 'day first' || dayOrder.order === 'month first' ? dayOrder.order : null;
      const separators = surveyed.map(({ separator }) => separator);
      const mapping = { roles, separators, joiner: JOINER, dayOrder: shown };
      const key = headerKey(header);
      return { file, key, columns: surveyed, rows, first, firstSpots, dayOrder, mapping };
    },
  };
}

/**
 * The order of a table's dates: columns that show it speak for those that do not, but where two columns each show another, each
 * speaks for itself, and a third that does not is in doubt.
 */
function tableOrder(columns: readonly ColumnSurvey[]): Survey['dayOrder'] {
  const dates = columns.flatMap(({ guess, dates: found }) => (isDate(guess) && found !== null ? [found] : []));
  const needing = dates.filter(({ order }) => order !== 'not needed');
  const examples = needing.flatMap((each) => each.examples).slice(0, FEW_EXAMPLES);
  const has = (order: string): boolean => needing.some((each) => each.order === order);
  const both = has('day first') && has('month first');
  if (needing.length === 0 || (both && !has('not told') && !has('contradictory')))
    return { order: 'not needed', examples: [] };
  if (both || has('contradictory')) return { order: 'contradictory', examples };
  const order: DayOrder | 'not told' = has('day first') ? 'day first' : has('month first') ? 'month first' : 'not told';
  return { order, examples };
}

function isDate(role: string): boolean {
  return role === 'date' || role === 'end' || role === 'reported';
}

function cutCell(cell: Cell): Cell {
  return typeof cell === 'string' && cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell;
}
