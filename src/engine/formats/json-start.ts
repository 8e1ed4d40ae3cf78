import type { Spot } from './format';
import { AT_START, type JsonPlace } from './json-fault';

/** Where in a JSON text its reading begins: at its beginning, or within its outermost object or the list in that. */
export interface JsonStart {
  readonly at: JsonPlace;
  readonly spot: Spot;
  /** The key whose value stands there. */
  readonly key: string | null;
}

export const BEGINNING: JsonStart = { at: AT_START, spot: { line: 1, column: 1 }, key: null };
