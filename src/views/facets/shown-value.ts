import type { Field, Query, Sign } from '../../engine/query';
import type { Findings } from '../../state/findings.svelte';
import { pickOf } from '../../state/view-edits';

/** What a row of a facet says of its value. */
export interface ShownValue {
  readonly id: string;
  readonly name: string;
  /** Rows are of one height, so that nothing moves when counts change: a name too long for one stands as its short form. */
  readonly label: string;
  readonly count: number;
  readonly sign: Sign | null;
  /** Picked, but not in force. */
  readonly off: boolean;
  /** Colour slot of its marks; null where another field colours them. */
  readonly slot: number | null;
  /** Members of a picked actor, and whether it stands for them too. */
  readonly members: number;
  readonly withMembers: boolean;
}

const LONG_NAME = 30;

/** Reads no more than it tells: rows are filled anew with every click, many at a time. */
export function shownValue(found: Findings, query: Query, field: Field, index: number): ShownValue {
  const { id, name, short } = found.dataset.columns.field(field).values[index];
  const pick = pickOf(query, field, id);
  const sign = pick?.sign ?? null;
  return {
    id,
    name,
    label: name.length > LONG_NAME ? (short ?? name) : name,
    count: found.facets[field][index],
    sign,
    off: pick?.off ?? false,
    slot: found.colour.key === field ? found.slots[index] : null,
    members: field === 'actor' && sign !== null ? found.membersOf(id) : 0,
    withMembers: query.members.includes(id),
  };
}
