import { EVERYTHING, type Field, type Query } from '../engine/query';

export const LANE_FIELDS = ['actor', 'topic', 'type'] as const satisfies readonly Field[];
export type LaneField = (typeof LANE_FIELDS)[number];

/** All that a user can see and a link can carry: plain, immutable, serialisable. */
export interface View {
  /** Path of the data file beside the app; null: what the app comes with, or what the user opened. */
  readonly data: string | null;
  readonly query: Query;
  readonly lanes: LaneField | 'none';
  readonly sort: 'oldest' | 'newest' | 'relevance';
  /** The stretch of time on screen as EDTF bounds, both days inclusive; null: all matches, or else everything. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** Id of the opened event, kept even when the chronology lacks it. */
  readonly event: string | null;
}

/** How a change of the view enters the history: as a step that Back undoes, or in place of the present one. */
export type Step = 'push' | 'replace';

export const START: View = {
  data: null,
  query: EVERYTHING,
  lanes: 'actor',
  sort: 'oldest',
  window: null,
  event: null,
};

/** Most picks, and most members, that a view holds: what a link can carry and a person can oversee. */
export const MAX_PICKS = 500;
