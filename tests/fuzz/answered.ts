import { type Choices, NO_CHOICES } from '../../src/engine/formats/choices';
import type { Survey } from '../../src/engine/mapping/mapping';

/** The choices of one who takes the mapping that a survey proposes, and has days before months where it must be said. */
export function answered({ key, mapping }: Survey): Choices {
  return { ...NO_CHOICES, mappings: { [key]: { ...mapping, dayOrder: mapping.dayOrder ?? 'day first' } } };
}
