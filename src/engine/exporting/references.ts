import { bibtexKey, bibtexSource } from '../../domain/citing/bibtex';
import { cslSource } from '../../domain/citing/csl';
import { risSource } from '../../domain/citing/ris';
import type { Source } from '../../domain/event';
import { grouped } from '../../domain/limits';
import { selected, type Piece, type Selection } from './selection';

/** The sources in BibTeX, each once. */
export function bibtexReferences(selection: Selection): Generator<Piece, readonly string[]> {
  return references(selection, ({ key, source }, first) => `${first ? '' : '\n'}${bibtexSource(key, source)}`);
}

/** The sources as a list of CSL items, each once. */
export function* cslReferences(selection: Selection): Generator<Piece, readonly string[]> {
  yield { data: '[', done: 0 };
  const notes = yield* references(
    selection,
    ({ key, source }, first) => `${first ? '' : ','}\n${JSON.stringify(cslSource(key, source, selection.phrases))}`,
  );
  yield { data: '\n]\n', done: selection.rows.count };
  return notes;
}

/** The sources in RIS, each once. */
export function risReferences(selection: Selection): Generator<Piece, readonly string[]> {
  return references(selection, ({ key, source }) => risSource(key, source, selection.phrases));
}

interface Reference {
  /** Of this reference alone: the id of the event that names the source first, as a key, with a number. */
  readonly key: string;
  readonly source: Source;
}

/** Sources that are the same have the same address, or without one the same title, publisher and date. */
function* references(
  selection: Selection,
  written: (reference: Reference, first: boolean) => string,
): Generator<Piece, readonly string[]> {
  const known = new Set<string>();
  const keys = new Set<string>();
  let without = 0;
  for (const { event, done } of selected(selection)) {
    let data = '';
    for (const [index, source] of event.sources.entries()) {
      const identity = source.url ?? JSON.stringify([source.title, source.publisher, source.date]);
      if (known.has(identity)) continue;
      known.add(identity);
      const key = freeKey(`${bibtexKey(event.id)}-${index + 1}`, keys);
      // Which claim it supports is of this event alone.
      data += written({ key, source: { ...source, supports: null } }, keys.size === 1);
    }
    if (event.sources.length === 0) without += 1;
    yield { data, done };
  }
  return without === 0 ? [] : [`${grouped(without)} ${without === 1 ? 'event has' : 'events have'} no source.`];
}

/** The key, or with a letter or more after it when it is taken. BibTeX tells no capitals apart. */
function freeKey(wanted: string, keys: Set<string>): string {
  let key = wanted;
  for (let number = 2; keys.has(key.toLowerCase()); number += 1) key = `${wanted}.${number}`;
  keys.add(key.toLowerCase());
  return key;
}
