import type { Found } from '../formats/format';
import type { RowReader, TableRow } from '../formats/table';
import { KeptRows } from './kept-rows';
import { mappedRows } from './mapped-rows';
import type { Mapping } from './mapping';
import type { Surveying } from './survey';

/** Reads a table by its mapping, all of it when all rows have come: how dates are meant is told by the whole of a column. */
export class MappedTable implements RowReader {
  readonly #survey: Surveying;
  readonly #mapping: Mapping;
  readonly #rows = new KeptRows();

  constructor(survey: Surveying, mapping: Mapping) {
    this.#survey = survey;
    this.#mapping = mapping;
  }

  row(row: TableRow): readonly Found[] {
    this.#survey.add(row);
    this.#rows.add(row);
    return [];
  }

  *end(): Generator<Found> {
    const reader = mappedRows(this.#survey.survey(), this.#mapping);
    for (const row of this.#rows.taken()) yield* reader.row(row);
    yield* reader.end();
  }
}
