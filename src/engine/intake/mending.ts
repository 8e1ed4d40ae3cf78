import { LIMITS } from '../../domain/limits';
import { tooManyEvents } from '../../domain/parsing/envelope';
import type { Entries } from '../entries';
import type { Break, Refused } from '../formats/ended';
import { faultWords } from '../formats/fault-words';
import type { Fault } from '../formats/format';
import { JsonItems, type Listed } from '../formats/json-list';
import { spotsOf } from '../formats/lines';
import type { Pages } from '../formats/pages';
import type { DatelineFile } from './dateline-file';
import { problemOf, refusalOf } from './told';
import { undecodedAt } from './undecoded';

const EVENTS = 'events';
/** Bytes read in one go. */
const SLICE = 1 << 18;

/**
 * Reads on in a file of dateline/1, all of which has come, where it stops being sound: events that are whole are kept, and what is
 * wrong is told with its place. `told`: what else is wrong with the file. When none of its events can be used it is refused. Nothing
 * is done for a sound file of which nothing is told. Yields now and then, so that there can be a pause, and what makes all files useless.
 */
export function* mending(file: DatelineFile, entries: Entries, told: readonly Fault[]): Generator<Refused | null> {
  const { broken } = file;
  for (const fault of told) entries.tell(problemOf(file.kind.name, null, fault, fault));
  if (broken === null) return;
  const rest = broken.from === null ? notRead(file, broken, entries) : yield* readOn(file, broken, entries);
  if (entries.count === file.used.from) {
    const message = told.at(0)?.reason ?? wordsOf(broken);
    file.refuse(message);
    entries.tell(problemOf(file.kind.name, null, refusalOf(message), refusalOf(message)));
  } else file.mend({ format: 'dateline/1', ...broken.fields, ...rest, [EVENTS]: [] });
}

function notRead(file: DatelineFile, broken: Break, entries: Entries): object {
  const fault = refusalOf(`${wordsOf(broken)}: what follows is not read`);
  entries.tell(problemOf(file.kind.name, null, fault, { ...fault, leftOut: false }));
  return {};
}

/** The members that are not among `broken.fields`. */
function* readOn(file: DatelineFile, broken: Break, entries: Entries): Generator<Refused | null, object> {
  const { at, key, from } = broken;
  const [spot] = spotsOf([from ?? 0], file.pages);
  const list = new JsonItems([EVENTS], { at, key, spot });
  const take = function* (found: Iterable<Listed>): Generator<Refused | null> {
    for (const each of found) {
      if (each === null) yield null;
      else if ('item' in each) file.put(each.item, each.spot);
      else {
        entries.tell(problemOf(file.kind.name, each.leftOut ? entries.listed : null, each, each));
        if (each.leftOut) entries.leaveOut();
      }
      if (entries.listed > LIMITS.events) yield { ok: false, message: tooManyEvents() };
    }
  };
  for (const text of textsFrom(from ?? 0, file.pages, (fault) =>
    entries.tell(problemOf(file.kind.name, null, fault, fault)),
  ))
    yield* take(list.add(text));
  yield* take(list.end());
  return list.rest;
}

/** The text from a place on; where it is no UTF-8, that is told once. */
function* textsFrom(from: number, pages: Pages, tell: (fault: Fault) => void): Generator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let strict: TextDecoder | null = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (const { bytes, base } of pages.all()) {
    for (let at = Math.max(0, from - base); at < bytes.length; at += SLICE) {
      const slice = bytes.subarray(at, at + SLICE);
      const text = decoder.decode(slice, { stream: true });
      if (strict !== null && !decodes(strict, slice)) {
        strict = null;
        const before = new TextEncoder().encode(text.slice(0, text.indexOf('\ufffd'))).length;
        tell(undecodedAt(spotsOf([base + at + before], pages)[0]));
      }
      yield text;
    }
  }
  yield decoder.decode();
}

function decodes(decoder: TextDecoder, bytes: Uint8Array): boolean {
  try {
    decoder.decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function wordsOf({ refused }: Break): string {
  return refused.message ?? faultWords(refused.piece);
}
