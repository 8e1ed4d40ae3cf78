import type { Spot } from '../formats/format';
import type { Cell } from '../formats/table';
import type { ColumnDates, DayOrder } from '../../domain/written-date';

/** What a column of a table is to an event. */
export type Role =
  | 'title'
  | 'date'
  | 'end'
  | 'reported'
  | 'summary'
  | 'actors'
  | 'topics'
  | 'type'
  | 'place'
  | 'source title'
  | 'source url'
  | 'id'
  /** Goes along under its own name. */
  | 'keep'
  | 'ignore';

/** How a table is to be read as events. Plain data: it is remembered for tables of the same header. */
export interface Mapping {
  /** Per column of the header. Columns of the same role are joined in their order: texts by `joiner`, lists one after another. */
  readonly roles: readonly Role[];
  /** Per column: what parts the values in a cell of actors or topics, `;` or `,`; '' when a cell has one value. */
  readonly separators: readonly string[];
  readonly joiner: string;
  /** Null: as the columns of dates show; then they must show it. */
  readonly dayOrder: DayOrder | null;
}

/** What a column was found to hold. */
export interface ColumnSurvey {
  readonly name: string;
  /** Different values of its first rows, as found: five at most. */
  readonly samples: readonly string[];
  /** Cells that are not blank. */
  readonly filled: number;
  readonly guess: Role;
  readonly separator: string;
  /** What its dates show, over the whole table; null where neither its name nor its first cells speak of dates. */
  readonly dates: ColumnDates | null;
}

/** A table that nobody knows, looked through from beginning to end; plain data. */
export interface Survey {
  readonly file: string;
  /** Names the header, for remembering. */
  readonly key: string;
  readonly columns: readonly ColumnSurvey[];
  readonly rows: number;
  /** The first rows, for a preview: 200 at most. */
  readonly first: readonly (readonly Cell[])[];
  /** Where each of `first` stands. */
  readonly firstSpots: readonly Spot[];
  /** Of all dates in columns guessed to be dates: what the day and month order is, or that they do not tell, with examples. */
  readonly dayOrder: {
    readonly order: DayOrder | 'not told' | 'not needed' | 'contradictory';
    readonly examples: readonly string[];
  };
  /** What to begin with. `dayOrder` is null where the user must be asked. */
  readonly mapping: Mapping;
}
