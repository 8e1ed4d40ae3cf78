import { LIMITS, grouped } from '../limits';
import { isFields, own, type Fields } from './field';
import { quote, sortOf } from '../quote';

const FORMAT = 'dateline/1';
const NAMED_KEYS = 5;

export type Envelope =
  | { readonly ok: true; readonly fields: Fields; readonly events: readonly unknown[] }
  | { readonly ok: false; readonly message: string };

/** Whether `raw` is a chronology of the version read here, with at least one event listed and no more than the limit. */
export function openEnvelope(raw: unknown): Envelope {
  if (!isFields(raw)) {
    return refused(
      `The file holds ${sortOf(raw)}, not a chronology; it should be one object: { "format": "${FORMAT}", … }`,
    );
  }
  const fault = faultOfFormat(raw);
  if (fault !== null) return refused(fault);
  const events = own(raw, 'events');
  if (!Array.isArray(events)) {
    const found = events === undefined ? 'no "events"' : `"events" that is ${sortOf(events)}`;
    return refused(`The chronology has ${found}; it should list its events: "events": [ … ]`);
  }
  if (events.length === 0) return refused('The chronology lists no events; add at least one to "events"');
  if (events.length > LIMITS.events) {
    return refused(
      `The chronology lists ${grouped(events.length)} events; at most ${grouped(LIMITS.events)} can be opened, so split it`,
    );
  }
  return { ok: true, fields: raw, events };
}

function faultOfFormat(raw: Fields): string | null {
  const format = own(raw, 'format');
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

function refused(message: string): Envelope {
  return { ok: false, message };
}
