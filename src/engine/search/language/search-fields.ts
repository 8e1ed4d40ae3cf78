import type { ActorKind } from '../../../domain/dataset';
import type { NamedField } from '../indexing/name-table';
import { PART } from '../indexing/parts';

/** What `name:` asks for: a named value, words in some parts of an event, or a stretch of time. */
export type SearchField =
  | { readonly kind: 'value'; readonly field: Exclude<NamedField, 'role'>; readonly actorKind: ActorKind | null }
  | { readonly kind: 'words'; readonly parts: number }
  | { readonly kind: 'time'; readonly test: TimeTest };

/** `before` and `after`: the event possibly begins before, or goes on after, the date; `on`: their extents overlap. */
export type TimeTest = 'before' | 'after' | 'on';

/** The fields that a search text can name, in the order in which people are told of them, with an example each. */
export const SEARCH_FIELDS: Readonly<Record<string, SearchField & { readonly example: string }>> = {
  actor: { kind: 'value', field: 'actor', actorKind: null, example: 'actor:putin,lukashenko' },
  person: { kind: 'value', field: 'actor', actorKind: 'person', example: 'person:zas' },
  body: { kind: 'value', field: 'actor', actorKind: 'body', example: 'body:"joint staff"' },
  state: { kind: 'value', field: 'actor', actorKind: 'state', example: 'state:armenia' },
  topic: { kind: 'value', field: 'topic', actorKind: null, example: 'topic:peacekeeping' },
  type: { kind: 'value', field: 'type', actorKind: null, example: 'type:exercise' },
  place: { kind: 'value', field: 'place', actorKind: null, example: 'place:minsk' },
  status: { kind: 'value', field: 'status', actorKind: null, example: 'status:disputed' },
  confidence: { kind: 'value', field: 'confidence', actorKind: null, example: 'confidence:"primary source"' },
  title: { kind: 'words', parts: PART.title, example: 'title:withdrawal' },
  source: { kind: 'words', parts: PART.source | PART.publisher, example: 'source:tass' },
  before: { kind: 'time', test: 'before', example: 'before:2022' },
  after: { kind: 'time', test: 'after', example: 'after:2022-01' },
  date: { kind: 'time', test: 'on', example: 'date:2022-01..2022-03' },
  on: { kind: 'time', test: 'on', example: 'on:2022-01-06' },
};
