import { isFields } from '../domain/parsing/field';
import type { Names } from './columns/packed';
import type { DatasetParts } from './dataset';
import type { Choices, Question } from './formats/choices';
import type { Growth } from './growth';
import type { SearchAnswer } from './search/answer';

/**
 * How far an opening has come. `done` of `total`: bytes while reading (`total` 0 when not known), events put into time
 * order while arranging, events that can be searched while indexing. `events`: how many have been read so far; `growth`: how they lie
 * in time, when there are many and more to come.
 */
export interface Progress {
  readonly phase: 'reading' | 'arranging' | 'indexing';
  readonly done: number;
  readonly total: number;
  readonly events: number;
  readonly growth?: Growth;
}

/**
 * From the page to the worker. Files are opened as one chronology by `load`, then for each a `file` and its `chunk`s in order,
 * then `end`; a newer `load` takes the place of one that has not ended. `id` names what is asked, and its replies. `size`:
 * the bytes of all files, 0 when not known; `files`: how many, 1 when not said.
 */
export type Request =
  | {
      readonly kind: 'load';
      readonly id: number;
      readonly size: number;
      readonly files?: number;
      readonly choices?: Choices;
    }
  | { readonly kind: 'file'; readonly id: number; readonly name: string }
  | { readonly kind: 'chunk'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end'; readonly id: number }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'search'; readonly id: number; readonly text: string };

/**
 * From the worker to the page. A load gives progress, then `names` in slices and `loaded`, or `asked`, or `failed`; after `loaded` more
 * progress while its search index is made. While a file is read, what `progress` says to be done need not be kept in
 * mind any more: that is the sign to send more. A search gives one `answer`, null when a newer search overtook it, or
 * `failed`.
 */
export type Reply =
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'names'; readonly id: number; readonly names: Names }
  | { readonly kind: 'loaded'; readonly id: number; readonly parts: DatasetParts }
  | { readonly kind: 'asked'; readonly id: number; readonly question: Question }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: SearchAnswer | null }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };

const REQUESTS = new Set<unknown>(['load', 'file', 'chunk', 'end', 'cancel', 'search']);
const REPLIES = new Set<unknown>(['progress', 'names', 'loaded', 'asked', 'answer', 'failed']);

/** Tells our requests from anything else that may arrive; the rest of a request is trusted, for both ends are ours. */
export function isRequest(data: unknown): data is Request {
  return isFields(data) && REQUESTS.has(data.kind);
}

/** As `isRequest`, for replies. */
export function isReply(data: unknown): data is Reply {
  return isFields(data) && REPLIES.has(data.kind);
}
