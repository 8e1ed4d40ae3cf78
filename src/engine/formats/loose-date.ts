import { readDate } from '../../domain/date';
import { NO_READING, type Reading, readWritten } from '../../domain/written-date';
import type { Fault, Spot } from './format';
import { textOf } from './own-keys';

/** A date as a file has it in EDTF, and what was told of it. */
export interface LooseDate {
  readonly date: string | undefined;
  readonly faults: readonly Fault[];
}

/** A date in EDTF, or as people write it, in `reading`. What is neither is told of `field`, with what follows from it. */
export function looseDate(
  value: unknown,
  field: string,
  effect: string,
  spot: Spot,
  reading: Reading = NO_READING,
): LooseDate {
  const text = textOf(value);
  if (text === null) return { date: undefined, faults: [] };
  if (readDate(text).ok) return { date: text, faults: [] };
  const written = readWritten(text, reading);
  if (written.ok) return { date: written.edtf, faults: [] };
  const { reason, remedy } = written;
  return {
    date: undefined,
    faults: [{ ...spot, field, found: text, reason: `is not a date (${reason}): ${effect}`, remedy, leftOut: false }],
  };
}
