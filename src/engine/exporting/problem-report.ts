import type { Problem } from '../../domain/dataset';
import { csvTable } from './csv';

const HEADER = ['file', 'line', 'column', 'event', 'field', 'value', 'reason', 'remedy', 'left out'];

/** The problems as CSV, one a row, for spreadsheets: with a byte order mark, and no cell that would be run as a formula. */
export function problemReport(problems: readonly Problem[]): string {
  const rows = problems.map(({ at, eventId, field, found, reason, remedy, leftOut }) => [
    at?.file ?? '',
    at === undefined || at.line === 0 ? '' : String(at.line),
    at === undefined || at.column === 0 ? '' : String(at.column),
    eventId ?? '',
    field,
    found,
    reason,
    remedy,
    leftOut === true ? 'yes' : 'no',
  ]);
  return csvTable([HEADER, ...rows]);
}
