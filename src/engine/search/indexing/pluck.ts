import { readEvent } from '../../../domain/parsing/event';
import { isFields } from '../../../domain/parsing/field';
import { LIMITS } from '../../../domain/limits';
import type { NamedField } from './name-table';

export const TEXT_PARTS = ['title', 'summary', 'note', 'source'] as const;
export type TextPart = (typeof TEXT_PARTS)[number];

/** Hears what an event says, text by text and name by name. */
export interface Hearer {
  text(part: TextPart, text: string): void;
  /** An id or a name; one field may say the same again. */
  value(field: NamedField, id: string): void;
}

type Text = string | null | undefined;

/** As much of an event as search asks for, absent or null where it says nothing; texts are within their limits and not blank. */
interface Told {
  readonly title: string;
  readonly summary?: Text;
  readonly note?: Text;
  readonly type?: Text;
  readonly place?: Text;
  readonly status?: Text;
  readonly confidence?: Text;
  readonly disagreements?: readonly string[] | null;
  readonly topics?: readonly string[] | null;
  readonly actors?: readonly (string | { readonly id: string; readonly role?: Text })[] | null;
  readonly sources?: readonly { readonly title: string; readonly supports?: Text; readonly publisher?: Text }[] | null;
}

/**
 * Tells all that search asks of the event in `record`, the value of its JSON: the same as of the event that `readEvent`
 * makes of it. An event that was checked before is seldom in need of more than a look at its types; one that has blanks,
 * overlong texts or things of another kind in it is read anew. Nothing is told of what is no event.
 */
export function pluck(record: unknown, to: Hearer): void {
  const event = isPlain(record) ? record : readEvent(record, 0).event;
  if (event !== null) tell(event, to);
}

function tell(event: Told, to: Hearer): void {
  to.text('title', event.title);
  if (event.summary) to.text('summary', event.summary);
  if (event.note) to.text('note', event.note);
  for (const text of new Set(event.disagreements)) to.text('note', text);
  for (const { title, supports, publisher } of event.sources ?? []) {
    to.text('source', title);
    if (supports) to.text('source', supports);
    if (publisher) to.value('publisher', publisher);
  }
  for (const actor of event.actors ?? []) {
    if (typeof actor === 'string') to.value('actor', actor);
    else {
      to.value('actor', actor.id);
      if (actor.role) to.value('role', actor.role);
    }
  }
  for (const topic of event.topics ?? []) to.value('topic', topic);
  if (event.type) to.value('type', event.type);
  if (event.place) to.value('place', event.place);
  if (event.status) to.value('status', event.status);
  if (event.confidence) to.value('confidence', event.confidence);
}

function isPlain(record: unknown): record is Told {
  return (
    isFields(record) &&
    isId(record.id) &&
    isText(record.title) &&
    mayBeText(record.summary) &&
    mayBeText(record.note) &&
    mayBeText(record.type) &&
    mayBeText(record.place) &&
    mayBeText(record.status) &&
    mayBeText(record.confidence) &&
    isListOf(record.disagreements, isText) &&
    isListOf(record.topics, isId) &&
    isListOf(record.actors, isActor) &&
    isListOf(record.sources, isSource)
  );
}

/** False also of texts of few characters that take many code units: those are read anew. */
function isText(value: unknown): boolean {
  if (typeof value !== 'string' || value.length > LIMITS.text) return false;
  const first = value.charCodeAt(0);
  return (first > 32 && first < 127) || /\S/.test(value);
}

function mayBeText(value: unknown): boolean {
  return value === undefined || value === null || isText(value);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= LIMITS.text;
}

function isActor(value: unknown): boolean {
  return isId(value) || (isFields(value) && isId(value.id) && mayBeText(value.role));
}

function isSource(value: unknown): boolean {
  return isFields(value) && isText(value.title) && mayBeText(value.supports) && mayBeText(value.publisher);
}

function isListOf(value: unknown, test: (item: unknown) => boolean): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.length <= LIMITS.list && value.every(test);
}
