import type { Mapping } from '../engine/mapping/mapping';
import { carried } from './carried';
import { beside, fetched, type Source } from './load';
import type { Mappings } from './mappings';
import { isPack, packedSource } from './pack';

/** How tables were read before. */
export interface Memory {
  readonly mappings: Mappings;
  rememberMapping(key: string, mapping: Mapping): void;
}

/** What an explorer finds around it. */
export interface Surroundings {
  /** The data file that a link names, or what the app comes with (null). */
  source(data: string | null): Source;
  readonly memory: Memory;
}

/** What the app comes with: in its page, where that is a copy in one file, or beside it. */
const BUNDLED = carried() ?? fetched('data/csto.json');

/** The chronology that a link holds, or the data file of that path beside the app, or what the app comes with (null), the same one each time. */
export function siteSource(data: string | null): Source {
  if (data === null) return BUNDLED;
  return isPack(data) ? packedSource(data) : beside(data);
}

/** The site alone, and nothing remembered. */
export const SITE: Surroundings = {
  source: siteSource,
  memory: { mappings: new Map(), rememberMapping: () => undefined },
};
