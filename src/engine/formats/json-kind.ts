import { isFields } from '../../domain/parsing/field';
import { jsonFault } from './json-fault';
import type { JsonFormat } from './json-format';
import { BACKSLASH, JsonGrammar, QUOTE } from './json-grammar';
import { ANY } from './json-list';

/** A list in a JSON file where items may be. */
export interface JsonPath {
  readonly path: readonly string[];
  /** Its items as far as the beginning of the file has them, 200 at most: one at least is an object, or a list of plain values. */
  readonly first: readonly unknown[];
}

/** What the beginning of a JSON file shows. */
export interface JsonKind {
  /** `list`: the outermost value; `lines`: one value a line. */
  readonly kind: 'list' | 'object' | 'lines';
  /** Keys of the outermost object. */
  readonly members: readonly string[];
  /**
   * Where such lists are, outer before inner. Of an object, `[]` stands for it as the one item there is (if it is whole),
   * `['*']` for its members that are objects.
   */
  readonly lists: readonly JsonPath[];
}

/** Levels of objects in which lists are looked for. */
const DEEPEST = 3;
const LINES = 50;
const FIRST = 200;

/** What sort of JSON a file is that begins with `text`, a byte order mark apart; null when it is none. Never throws. */
export function jsonKind(text: string): JsonKind | null {
  const start = text.search(/[^\s\ufeff\u001e]/);
  if (start < 0 || !'[{'.includes(text.charAt(start))) return null;
  const lines = firstLines(text);
  if (lines !== null) return { kind: 'lines', members: [], lists: worthwhile([{ path: [], first: lines }]) };
  const { value, isWhole } = soundBeginning(text.slice(start));
  if (Array.isArray(value)) {
    return { kind: 'list', members: [], lists: worthwhile([{ path: [], first: value.slice(0, FIRST) }]) };
  }
  if (!isFields(value)) return null;
  const lists = listsIn(value, [], DEEPEST);
  if (isWhole) lists.push({ path: [], first: [value] });
  const objects = Object.values(value).filter(isFields);
  if (objects.length > 0) lists.push({ path: [ANY], first: objects.slice(0, FIRST) });
  return { kind: 'object', members: Object.keys(value), lists: worthwhile(lists) };
}

/** The first of `formats` that knows a list of the file, at the path that it has. */
export function knownJson({ lists, members }: JsonKind, formats: readonly JsonFormat[]): JsonFormat | null {
  const isKnownBy = (format: JsonFormat): boolean => {
    const list = lists.find(({ path }) => path.join('\n') === format.path.join('\n'));
    return list !== undefined && format.recognises(list.first, members);
  };
  return formats.find(isKnownBy) ?? null;
}

function worthwhile(lists: readonly JsonPath[]): readonly JsonPath[] {
  const isPlain = (each: unknown): boolean => typeof each !== 'object' || each === null;
  return lists.filter(({ first }) =>
    first.some((each) => isFields(each) || (Array.isArray(each) && each.every(isPlain))),
  );
}

function listsIn(value: Readonly<Record<string, unknown>>, path: readonly string[], levels: number): JsonPath[] {
  const members = Object.entries(value);
  const lists = members.flatMap(([key, each]): JsonPath[] =>
    Array.isArray(each) ? [{ path: [...path, key], first: each.slice(0, FIRST) }] : [],
  );
  if (levels === 1) return lists;
  return lists.concat(
    members.flatMap(([key, each]) => (isFields(each) ? listsIn(each, [...path, key], levels - 1) : [])),
  );
}

/** The objects that stand one a line, where two at least do; null when they do not. */
function firstLines(text: string): readonly unknown[] | null {
  const lines = text.split('\n', LINES).filter((line) => /\S/.test(line));
  const values = lines.flatMap((line): unknown[] => {
    try {
      return [JSON.parse(line.replace(/^[\s\ufeff\u001e]+/, ''))];
    } catch {
      return [];
    }
  });
  const objects = values.filter(isFields);
  return objects.length >= 2 && objects.length * 2 >= lines.length ? objects : null;
}

/** The value that a JSON text holds as far as it is sound, its open brackets closed; whether that is all of it. */
function soundBeginning(text: string): { readonly value: unknown; readonly isWhole: boolean } {
  let sound = text;
  for (let tries = 0; tries < 3; tries += 1) {
    const { end, closing } = beginning(sound);
    try {
      return { value: JSON.parse(sound.slice(0, end) + closing), isWhole: closing === '' };
    } catch {
      sound = sound.slice(0, jsonFault(sound.slice(0, end))?.at ?? 0);
    }
  }
  return { value: null, isWhole: false };
}

/** Where the last value ends that is whole, or a bracket opens, and what closes the brackets open there. */
function beginning(text: string): { readonly end: number; readonly closing: string } {
  const grammar = new JsonGrammar();
  let end = 0;
  let at = 0;
  while (at < text.length && grammar.want !== 'nothing') {
    const code = text.charCodeAt(at);
    if (code <= 32) {
      at += 1;
      continue;
    }
    const isKey = grammar.want === 'key' || grammar.want === 'key or end';
    const step = grammar.take(code);
    if (step === 'wrong') break;
    const next = step === 'quotes' ? stringEnd(text, at) : step === 'word' ? wordEnd(text, at) : at + 1;
    if (next < 0) break;
    if (isKey && step === 'quotes') grammar.want = 'colon';
    else if (step === 'quotes' || step === 'word') grammar.valueEnded();
    at = next;
    if (step !== 'parts' && grammar.want !== 'colon') end = at;
  }
  return { end, closing: grammar.closing };
}

/** After the string that begins at `start`; -1 when it does not end. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) at += 1;
  }
  return -1;
}

/** After the word that begins at `start`; -1 when it may go on. */
function wordEnd(text: string, start: number): number {
  const ends = /[\s,:"[\]{}]/g;
  ends.lastIndex = start;
  return ends.exec(text)?.index ?? -1;
}
