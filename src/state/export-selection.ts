import { cutText } from '../domain/quote';
import { Bitmap } from '../engine/bitmap';
import type { Selection } from '../engine/exporting/selection';
import type { Findings } from './findings.svelte';
import { sentence } from './sentence';
import { START } from './view';

/** Which events are exported. */
export type Which = 'matches' | 'all';

/** The events as they are found now, to be written; `link` leads to them. */
export function selectionOf(found: Findings, which: Which, link: string, now: number): Selection {
  const { chronology, head, records } = found.dataset;
  const { phrases, known } = found.words;
  const { total } = found;
  const all = (): string => sentence(START, { nameOf: known, phrases }, { matches: total, total });
  return {
    chronology,
    head,
    records,
    rows: which === 'all' ? Bitmap.all(total) : found.matches,
    sentence: which === 'all' ? all() : found.sentence,
    link,
    phrases,
    now,
  };
}

const LONGEST_NAME = 60;
/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that any system takes for a file with the events of `title`: those of all, or so many of them. */
export function fileName(title: string, ending: string, count: number, total: number): string {
  const safe = title
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+/, '');
  const short = cutText(safe, LONGEST_NAME).replace(/[ .]+$/, '');
  const name = short === '' || RESERVED.test(short) ? 'Chronology' : short;
  return `${name}${count === total ? '' : ` - ${count} of ${total}`}.${ending}`;
}
