import type { Problem } from '../../domain/dataset';
import { quote } from '../../domain/quote';
import type { Fault, Spot } from '../formats/format';

/** What a reader tells of the record at `index` of the file `file`, or of the file (null), as a problem. */
export function problemOf(file: string, index: number | null, spot: Spot, what: Omit<Fault, keyof Spot>): Problem {
  const { field, found, reason, remedy, leftOut, isCut } = what;
  const at = { file, line: spot.line, column: spot.column };
  return {
    index,
    eventId: null,
    field,
    found: quote(found),
    reason,
    remedy,
    at,
    ...(leftOut && { leftOut }),
    ...(isCut && { isCut }),
  };
}

/** What is told of a file of which nothing is used. */
export function refusalOf(message: string): Fault {
  const remedy = 'mend the file, or open the others without it';
  return { line: 0, column: 0, field: '', found: '', reason: message, remedy, leftOut: true };
}
