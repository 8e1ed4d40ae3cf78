import { random } from '../../fixtures/random';
import { SEED } from './chronology';

export type FacetName = 'actors' | 'topics' | 'types';

/** What is asked of an engine: per facet the picked values, any of which will do; a range that an event may touch. */
export interface Filter {
  readonly actors: readonly number[];
  readonly topics: readonly number[];
  readonly types: readonly number[];
  readonly range: { readonly from: number; readonly to: number } | null;
}

/** One click: the value it toggles, and what is picked afterwards. */
export interface Click {
  readonly facet: FacetName;
  readonly value: number;
  readonly filter: Filter;
}

export const NOTHING: Filter = { actors: [], topics: [], types: [], range: null };

const MOST_PICKED = 4;
/** Of each facet the frequent ones, which a list shows without being opened. */
const IN_SIGHT = 6;
const START = Date.UTC(1998, 0, 1);
const DAY_MS = 86_400_000;

/** `count` clicks one after the other, never more than four values picked at once; each adds a value or takes one away. */
export function clicks(count: number): readonly Click[] {
  const source = random(SEED + 2);
  const made: Click[] = [];
  let filter = NOTHING;
  let picked: { readonly facet: FacetName; readonly value: number }[] = [];
  while (made.length < count) {
    const isFull = picked.length === MOST_PICKED;
    const fresh = { facet: source.pick(['actors', 'topics', 'types'] as const), value: source.below(IN_SIGHT) };
    const { facet, value } = isFull ? source.pick(picked) : fresh;
    const isOn = filter[facet].includes(value);
    picked = isOn
      ? picked.filter((each) => each.facet !== facet || each.value !== value)
      : [...picked, { facet, value }];
    const values = isOn ? filter[facet].filter((each) => each !== value) : [...filter[facet], value];
    filter = { ...filter, [facet]: values };
    made.push({ facet, value, filter });
  }
  return made;
}

/** `count` steps of a brush of two years that is drawn along, nine days a step, with one actor picked. */
export function brushSteps(count: number): readonly Filter[] {
  return Array.from({ length: count }, (_, step) => {
    const from = START + step * 9 * DAY_MS;
    return { ...NOTHING, actors: [1], range: { from, to: from + 730 * DAY_MS } };
  });
}
