import { grouped } from '../domain/limits';
import type { Field } from '../engine/query';

/** What a facet is called: one value of it, and the whole. */
export const FIELD_WORDS: Readonly<Record<Field, { readonly one: string; readonly many: string }>> = {
  actor: { one: 'actor', many: 'Actors' },
  topic: { one: 'topic', many: 'Topics' },
  type: { one: 'type', many: 'Type' },
  status: { one: 'status', many: 'Status' },
  confidence: { one: 'confidence', many: 'Confidence' },
  place: { one: 'place', many: 'Place' },
  publisher: { one: 'publisher', many: 'Publisher' },
  dating: { one: 'date', many: 'How exactly dated' },
};

/** "1 event", "1,204 events". */
export function countWords(count: number, noun = 'event'): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
