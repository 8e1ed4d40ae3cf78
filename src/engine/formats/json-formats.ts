import { cslJson } from './csl-json';
import { datelineEvents, datelineList } from './dateline-list';
import type { JsonFormat } from './json-format';
import { kleptocracy, kleptocracyEvents } from './kleptocracy';
import { plasoJson, plasoJsonLine } from './plaso-json';
import { simileJson, simileList } from './simile-json';
import {
  timelinejsEvents,
  timelinejsJson,
  timelinejsList,
  timelinejsOldJson,
  timelinejsSlides,
} from './timelinejs-json';
import { timesketchJson } from './timesketch-json';
import { wikidataJson, wikidataList } from './wikidata-json';

/** The formats of JSON that are known, in the order in which they are asked: what only one of them has comes first. */
export const JSON_FORMATS: readonly JsonFormat[] = [
  plasoJson,
  plasoJsonLine,
  timesketchJson,
  wikidataJson,
  wikidataList,
  timelinejsJson,
  timelinejsList,
  timelinejsSlides,
  timelinejsEvents,
  timelinejsOldJson,
  cslJson,
  simileJson,
  simileList,
  kleptocracy,
  kleptocracyEvents,
  datelineList,
  datelineEvents,
];
