import { grouped } from '../../domain/limits';
import type { Piece, Selection } from './selection';
import { plainCell } from '../formats/dateline-columns';
import { tableRows } from './table';

/** Characters that a cell of a workbook holds. */
const LONGEST = 32_767;
const WIDTHS: Readonly<Record<string, number>> = { title: 60, summary: 60, note: 30, actors: 40, topics: 30, date: 14 };
const WIDTH = 16;

/** The little of a stream of the platform that is needed here. */
interface Bytes {
  getReader(): {
    read(): Promise<{ readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
}

/**
 * A workbook of one sheet, or more where the rows are too many: the table that `csv` writes, every cell as text, so that no
 * date loses its precision and nothing is a formula. `rest` is asked before each row: what it returns is waited for.
 */
export async function* xlsx(
  selection: Selection,
  rest: () => Promise<void> | null,
): AsyncGenerator<Piece, readonly string[]> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const steps = tableRows(selection);
  let done = 0;
  let cut = 0;
  let notes: readonly string[] = [];
  let header: readonly string[] | null = null;
  while (header === null) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if ('cells' in step.value) header = step.value.cells.map(plainCell);
    else yield step.value;
  }
  const rows = async function* (): AsyncGenerator<(string | null)[]> {
    for (;;) {
      const pause = rest();
      if (pause !== null) await pause;
      const step = steps.next();
      if (step.done === true) {
        notes = step.value;
        return;
      }
      if (!('cells' in step.value)) continue;
      done = step.value.done;
      yield step.value.cells.map(plainCell).map((cell) => {
        if (cell.length <= LONGEST) return cell === '' ? null : cell;
        cut += 1;
        return cell.slice(0, LONGEST);
      });
    }
  };
  const columns = header.map((name) => ({ header: name, width: WIDTHS[name] ?? WIDTH }));
  const stream: Bytes = writeXlsxStream(rows(), { name: 'Events', columns, freezePane: { rows: 1 } });
  const reader = stream.getReader();
  try {
    for (let read = await reader.read(); read.value !== undefined; read = await reader.read()) {
      yield { data: new Uint8Array(read.value), done };
    }
  } finally {
    await reader.cancel();
  }
  const cells = cut === 1 ? 'One cell was' : `${grouped(cut)} cells were`;
  return cut === 0
    ? notes
    : [...notes, `${cells} longer than the ${grouped(LONGEST)} characters that a cell holds: the rest is cut.`];
}
