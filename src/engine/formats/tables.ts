import { cellText } from '../mapping/cells';
import { headerKey } from '../mapping/header-names';
import { MappedTable } from '../mapping/mapped-table';
import type { Survey } from '../mapping/mapping';
import { surveying, type Surveying } from '../mapping/survey';
import { acled } from './acled';
import type { Choices } from './choices';
import { isRowOfData } from './header-row';
import { datelineCsv } from './dateline-csv';
import type { Fault, Found } from './format';
import { gdelt } from './gdelt';
import { l2tcsv } from './l2tcsv';
import { plasoDynamic } from './plaso-dynamic';
import { repeatedNames } from './repeated-names';
import type { RowReader, TableFormat, TableRow } from './table';
import { timelinejsSheet } from './timelinejs-sheet';
import { timesketchCsv } from './timesketch-csv';
import { wikidataCsv } from './wikidata-csv';

/** In the order in which they are asked. */
const FORMATS: readonly TableFormat[] = [
  datelineCsv,
  timelinejsSheet,
  timesketchCsv,
  l2tcsv,
  plasoDynamic,
  acled,
  wikidataCsv,
  gdelt,
];

/** How the rows of a table are read. */
export interface TableReading {
  readonly format: string;
  /** The key of the mapping by which it is read; null when its columns are known. */
  readonly mapping: string | null;
  readonly rows: RowReader;
  /** Whether the first row is an event, and no header. */
  readonly isHeaderless: boolean;
  /** What is wrong with the header. */
  readonly faults: readonly Fault[];
  /** When nobody knows its columns: what they hold, as far as rows have come. */
  readonly survey?: () => Survey;
}

/** How a table of the file `file` is read, whose first row is `header`; `kind` is what people call such tables: `CSV`. */
export function tableReading(
  file: string,
  kind: string,
  header: TableRow,
  first: readonly TableRow[],
  choices: Choices,
): TableReading {
  const names = header.cells.map((cell) => (cell === null ? '' : String(cell)));
  const known = FORMATS.find((format) => format.recognises(names, first));
  if (known !== undefined) {
    const isHeaderless = known.isHeaderless === true;
    const faults = isHeaderless ? [] : repeatedNames(header);
    return { format: known.name, mapping: null, rows: known.reader(names), isHeaderless, faults };
  }
  const isHeaderless = isRowOfData(textsOf(header), first.map(textsOf));
  const columns = isHeaderless ? numberedColumns([header, ...first]) : names;
  const faults = isHeaderless ? [noHeader(header)] : repeatedNames(header);
  const unknown = unknownReading(surveying(file, columns), headerKey(columns), choices);
  return { format: kind, isHeaderless, faults, ...unknown };
}

function textsOf({ cells }: TableRow): readonly string[] {
  return cells.map(cellText);
}

function numberedColumns(rows: readonly TableRow[]): readonly string[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) => `column ${index + 1}`);
}

function noHeader(row: TableRow): Fault {
  const reason = 'has no header: its first row is an event, and its columns are numbered';
  const remedy = 'write names of columns above the first row';
  return { ...row.spot, field: '', found: textsOf(row).join(', '), reason, remedy, leftOut: false };
}

function unknownReading(
  surveyed: Surveying,
  key: string,
  choices: Choices,
): Pick<TableReading, 'mapping' | 'rows' | 'survey'> {
  const mapping = Object.hasOwn(choices.mappings, key) ? choices.mappings[key] : null;
  if (mapping === null) return { mapping, rows: new SurveyedRows(surveyed), survey: () => surveyed.survey() };
  return { mapping: key, rows: new MappedTable(surveyed, mapping) };
}

/** Finds nothing: every row is only looked at. */
class SurveyedRows implements RowReader {
  readonly #survey: Surveying;

  constructor(survey: Surveying) {
    this.#survey = survey;
  }

  row(row: TableRow): readonly Found[] {
    this.#survey.add(row);
    return [];
  }

  end(): readonly Found[] {
    return [];
  }
}
