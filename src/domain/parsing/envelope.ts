import { LIMITS, grouped } from '../limits';
import { isFields, type Fields } from './field';
import { quote, sortOf } from '../quote';

const FORMAT = 'dateline/1';
const NAMED_KEYS = 5;

/**
 * Why `raw` is no chronology of the version read here, with at least one event listed and no more than the limit; null
 * when it is one. `listed` says how many events its "events" lists, for that list itself may lie elsewhere.
 */
export function envelopeFault(raw: unknown, listed: (events: readonly unknown[]) => number): string | null {
  if (!isFields(raw)) {
    return `The file holds ${sortOf(raw)}, not a chronology; it should be one object: { "format": "${FORMAT}", … }`;
  }
  const fault = faultOfFormat(raw);
  if (fault !== null) return fault;
  const events = raw.events ?? undefined;
  if (!Array.isArray(events)) {
    const found = events === undefined ? 'no "events"' : `"events" that is ${sortOf(events)}`;
    return `The chronology has ${found}; it should list its events: "events": [ … ]`;
  }
  const count = listed(events);
  if (count === 0) return 'The chronology lists no events; add at least one to "events"';
  return count > LIMITS.events ? tooManyEvents() : null;
}

/** What a chronology is told that goes on after the last event it may have. */
export function tooManyEvents(): string {
  const [most, over] = [grouped(LIMITS.events), grouped(LIMITS.events + 1)];
  return `The chronology lists ${over} events or more; at most ${most} can be opened, so split it`;
}

function faultOfFormat(raw: Fields): string | null {
  const format = raw.format ?? undefined;
  if (format === FORMAT) return null;
  if (format === undefined) {
    const keys = Object.keys(raw).slice(0, NAMED_KEYS).map(quote);
    const found = keys.length === 0 ? 'it is empty' : `it begins with ${keys.join(', ')}`;
    return `The file is JSON but not a chronology: it has no "format" (${found}); a chronology says "format": "${FORMAT}"`;
  }
  if (typeof format === 'string' && /^dateline\/\d+$/.test(format)) {
    return `Format ${quote(format)}: another version than the one read here; save it as "${FORMAT}"`;
  }
  return `Format ${quote(format)}: not a format read here; a chronology says "format": "${FORMAT}"`;
}
