import { monthOf, MONTHS } from '../../src/engine/search/language/months';
import { ANYWHERE, PART } from '../../src/engine/search/indexing/parts';
import { parseSearch } from '../../src/engine/search/language/parse-search';
import type { ToldInput } from '../fixtures/search-input';
import { bearsSkeleton, skeletonOf } from '../../src/engine/search/text/spelling';
import type { Asked, Term, ValueTerm, WordTerm } from '../../src/engine/search/language/terms';
import { foldText, tokensOf } from '../../src/engine/search/text/tokens';
import { formsOf, verbFormsOf } from '../../src/engine/search/text/word-forms';
import { edits, editsToBeginning } from './search-edits';
import { type Passage, PassageReader } from './search-passages';

export interface TwinAnswer {
  readonly rows: readonly number[];
  readonly soft: boolean;
}

/** What `search` finds, by looking at every passage of every event for every word. */
export class SearchTwin {
  readonly #input: ToldInput;
  readonly #events: readonly (readonly Passage[])[];
  readonly #vocabulary = new Set<string>();
  readonly #passages: ReadonlyMap<string, Passage>;
  readonly #nameWords: ReadonlySet<string>;
  readonly #skeletons = new Map<string, string>();
  readonly #callings = new Map<string, Set<string>>();

  constructor(input: ToldInput) {
    this.#input = input;
    const names = input.chronology.actors.flatMap(({ name, short, aliases }) => [name, short ?? '', ...aliases]);
    this.#nameWords = new Set(names.flatMap((name) => tokensOf(name).map((token) => token.text)));
    const read = new PassageReader(input);
    this.#events = Array.from({ length: input.count }, (_, row) => read.passages(row));
    this.#passages = read.all;
    for (const passages of this.#events)
      for (const { words } of passages) for (const word of words) this.#vocabulary.add(word);
  }

  search(text: string): TwinAnswer {
    const { asked } = parseSearch(text);
    const all = Array.from({ length: this.#input.count }, (_, row) => row);
    for (const widely of [false, true]) {
      const test = this.#test(asked, false, widely);
      const rows = all.filter(test);
      if (rows.length > 0) return { rows, soft: false };
    }
    const rows = this.#nearest(asked, all);
    return { rows, soft: rows.length > 0 };
  }

  #test(asked: Asked, excluded: boolean, widely: boolean): (row: number) => boolean {
    switch (asked.kind) {
      case 'term': {
        const rows = this.#rowsOf(asked.term, excluded, widely);
        return (row) => rows === null || rows.has(row);
      }
      case 'not': {
        const test = this.#test(asked.of, !excluded, widely);
        return (row) => !test(row);
      }
      case 'and': {
        const tests = asked.of.map((each) => this.#test(each, excluded, widely));
        return (row) => tests.every((test) => test(row));
      }
      case 'or': {
        const tests = asked.of.map((each) => this.#test(each, excluded, widely));
        return (row) => tests.some((test) => test(row));
      }
    }
  }

  #rowsOf(term: Term, excluded: boolean, widely: boolean): Set<number> | null {
    switch (term.kind) {
      case 'skipped':
        return null;
      case 'word':
        return this.#word(term, excluded, widely);
      case 'phrase': {
        const wanted = ` ${term.words.join(' ')}${term.begun ? '' : ' '}`;
        if (term.words.length === 1) {
          return this.#having(term.parts, (word) =>
            term.begun ? word.startsWith(term.words[0]) : word === term.words[0],
          );
        }
        const parts = term.parts & ~(PART.date | PART.office);
        return this.#where((passages) =>
          passages.some(({ part, folded }) => (part & parts) !== 0 && folded.includes(wanted)),
        );
      }
      case 'value':
        return this.#values(term, excluded);
      case 'time': {
        const { earliest, latest } = this.#input;
        return this.#where((_, row) =>
          term.spans.some(({ from, to }) => {
            if (term.test === 'before') return earliest[row] < from;
            return term.test === 'after' ? latest[row] > to : earliest[row] < to && latest[row] > from;
          }),
        );
      }
      case 'date': {
        const { from, to } = term.span;
        const { earliest, latest } = this.#input;
        const sets = term.words.map((wanted) => this.#having(ANYWHERE & ~PART.date, (word) => word === wanted));
        return this.#where(
          (_, row) => (earliest[row] < to && latest[row] > from) || sets.every((rows) => rows.has(row)),
        );
      }
    }
  }

  #word(term: WordTerm, excluded: boolean, widely: boolean): Set<number> {
    const { word, parts, begun, joins } = term;
    const called = this.#called(word);
    const means = new Set([word, ...formsOf(word), ...(excluded || this.#isName(word) ? [] : verbFormsOf(word))]);
    const isAlike = (other: string): boolean =>
      this.#skeleton(word) !== null && this.#skeleton(word) === this.#skeleton(other) && word.length + other.length > 6;
    if (!excluded && !this.#vocabulary.has(word)) {
      for (const other of [...this.#vocabulary].filter(isAlike)) for (const form of this.#forms(other)) means.add(form);
    }
    for (const value of called) for (const name of this.#singles(value)) means.add(name);
    const isName = word.length <= 3 && called.length > 0;
    const fits = (other: string): boolean =>
      means.has(other) ||
      isAlike(other) ||
      (!excluded && begun && !isName && other.startsWith(word)) ||
      (!excluded && joins.some((join) => other === join.word || (join.begun && other.startsWith(join.word))));
    const rows = this.#having(parts, fits);
    const month = monthOf(word);
    if (month >= 0)
      for (const row of this.#having(parts & PART.date, (other) => other === MONTHS[month])) rows.add(row);
    if (excluded) return rows;
    if (rows.size > 0 && !widely) {
      for (const other of this.#likelier(term, rows.size))
        for (const row of this.#having(parts, (each) => each === other)) rows.add(row);
      return rows;
    }
    if (rows.size === 0) {
      for (let at = 3; at <= word.length - 3; at++) {
        const first = this.#having(parts, (other) => other === word.slice(0, at));
        for (const row of this.#having(parts, (other) => other === word.slice(at))) if (first.has(row)) rows.add(row);
      }
      if (rows.size > 0) return rows;
    }
    const nearest = [...this.#vocabulary].filter((other) => edits(word, other) === 1 && mayBeSlip(term, other));
    const forms = new Set(nearest.flatMap((other) => this.#forms(other)));
    for (const row of this.#having(parts, (other) => forms.has(other) || mayBeSlip(term, other))) rows.add(row);
    return rows;
  }

  #likelier({ word, parts }: WordTerm, count: number): string[] {
    const much = Math.max(1, count) * 50;
    if (word.length < 6 || /\d/.test(word) || much > this.#input.count) return [];
    return [...this.#vocabulary].filter((other) => {
      if (!other.startsWith(word.charAt(0)) || edits(word, other) !== 1 || parts === 0) return false;
      const written = this.#having(255, (each) => each === other).size;
      const values = new Set(
        this.#all().flatMap(({ words, value }) => (value !== null && words.has(other) ? [value] : [])),
      );
      const named = [...values].map(
        (value) => this.#where((passages) => passages.some((each) => each.value === value)).size,
      );
      return Math.max(written, ...named) >= much;
    });
  }

  #values({ field: { field, actorKind }, values }: ValueTerm, excluded: boolean): Set<number> {
    const { actors } = this.#input.chronology;
    const ofKind = (id: string): boolean =>
      actorKind === null || actors.find((actor) => actor.id === id)?.kind === actorKind;
    const ids = field === 'actor' ? actors.map(({ id }) => id).filter(ofKind) : this.#ids(field);
    const named = (id: string): string[] => [...this.#names(`${field} ${id}`)].map((name) => ` ${name} `);
    const chosen = new Set<string>();
    for (const { text } of values) {
      const wanted = foldText(text);
      const words = wanted.split(' ');
      const tests: ((id: string) => boolean)[] = [
        (id) => foldText(id) === wanted || named(id).includes(` ${wanted} `),
        (id) => words.every((word) => named(id).some((name) => name.includes(` ${word} `))),
        (id) =>
          words.every((word, i) =>
            named(id).some((name) => name.includes(i < words.length - 1 ? ` ${word} ` : ` ${word}`)),
          ),
        (id) =>
          words.every((word) =>
            named(id)
              .join('')
              .split(' ')
              .some((other) => edits(word, other) <= limitOf(word)),
          ),
      ];
      const test = tests.slice(0, excluded ? 3 : 4).find((each) => ids.some(each));
      if (wanted !== '' && test !== undefined) for (const id of ids.filter(test)) chosen.add(`${field} ${id}`);
    }
    return this.#where((passages) => passages.some(({ value }) => value !== null && chosen.has(value)));
  }

  #nearest(asked: Asked, all: readonly number[]): number[] {
    const parts = flat(asked);
    const firm = parts.filter(
      (each) => each.kind === 'not' || (each.kind === 'term' && /value|time|skipped/.test(each.term.kind)),
    );
    const tests = firm.map((each) => this.#test(each, false, true));
    const units = parts.filter((each) => !firm.includes(each)).map((each) => all.filter(this.#test(each, false, true)));
    const known = units.filter((rows) => rows.length > 0);
    const weights = known.map((rows) => Math.log(1 + all.length / rows.length));
    const sum = weights.reduce((a, b) => a + b, 0);
    const needed = (sum / known.length) * units.length * 0.5 - sum * 1e-3;
    return all.filter((row) => {
      if (known.length === 0 || !tests.every((test) => test(row))) return false;
      const weight = known.reduce((total, rows, i) => total + (rows.includes(row) ? weights[i] : 0), 0);
      return weight >= needed && known.some((rows) => rows.length * 2 <= all.length && rows.includes(row));
    });
  }

  #where(test: (passages: readonly Passage[], row: number) => boolean): Set<number> {
    return new Set(this.#events.flatMap((passages, row) => (test(passages, row) ? [row] : [])));
  }

  #having(parts: number, test: (word: string) => boolean): Set<number> {
    const wanted = new Set([...this.#vocabulary].filter(test));
    if (wanted.size === 0) return new Set();
    return this.#where((passages) =>
      passages.some(({ words, part }) => (part & parts) !== 0 && [...words].some((word) => wanted.has(word))),
    );
  }

  #all(): Passage[] {
    return [...this.#passages.values()];
  }

  /** Folded names of a value, offices aside. Actors and topics that no event has are called something too. */
  #names(value: string): Set<string> {
    const known = this.#callings.get(value) ?? this.#readNames(value);
    this.#callings.set(value, known);
    return known;
  }

  #readNames(value: string): Set<string> {
    const { actors, topics } = this.#input.chronology;
    const [field, id] = [value.slice(0, value.indexOf(' ')), value.slice(value.indexOf(' ') + 1)];
    const actor = field === 'actor' ? actors.find((each) => each.id === id) : undefined;
    const topic = field === 'topic' ? topics.find((each) => each.id === id)?.name : id;
    const names = actor === undefined ? [topic ?? id] : [actor.name, actor.short, ...actor.aliases];
    return new Set(names.filter((name) => name !== null).map((name) => foldText(name)));
  }

  #ids(field: string): string[] {
    if (field === 'topic') return this.#input.chronology.topics.map(({ id }) => id);
    const values = new Set(this.#all().map(({ value }) => value ?? ''));
    return [...values].filter((value) => value.startsWith(`${field} `)).map((value) => value.slice(field.length + 1));
  }

  #called(name: string): string[] {
    const { actors } = this.#input.chronology;
    return actors.map(({ id }) => `actor ${id}`).filter((value) => this.#names(value).has(name));
  }

  #singles(value: string): string[] {
    return [...this.#names(value)].filter((name) => name !== '' && !name.includes(' '));
  }

  #skeleton(word: string): string | null {
    const skeleton = this.#skeletons.get(word) ?? (bearsSkeleton(word) ? skeletonOf(word) : null);
    if (skeleton !== null) this.#skeletons.set(word, skeleton);
    return skeleton;
  }

  #forms(word: string): string[] {
    return [...formsOf(word), ...(this.#isName(word) ? [] : verbFormsOf(word))];
  }

  #isName(word: string): boolean {
    return this.#nameWords.has(word);
  }
}

function limitOf(word: string): number {
  return word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
}

function mayBeSlip({ word, begun }: WordTerm, other: string): boolean {
  if (/\d/.test(word) || word.length < 2) return false;
  if (!begun && Math.abs(word.length - other.length) > 2) return other.startsWith(word) && limitOf(word) > 0;
  const away = edits(word, other);
  const same = other.startsWith(word.charAt(0));
  if (limitOf(word) === 0)
    return away === 1 && word.length === other.length && [...word].sort().join() === [...other].sort().join();
  if (away > 0 && away <= limitOf(word) && (same || away < 2)) return true;
  if (!begun) return other.startsWith(word);
  const limit = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  const beginning = editsToBeginning(word, other);
  return same && beginning > 0 && beginning <= limit;
}

function flat(asked: Asked): Asked[] {
  if (asked.kind === 'and') return asked.of.flatMap(flat);
  if (asked.kind !== 'term' || asked.term.kind !== 'phrase') return [asked];
  const { words, parts, text, from, to } = asked.term;
  return words.map((word) => ({
    kind: 'term',
    term: { kind: 'word', word, parts, begun: false, joins: [], text, from, to },
  }));
}
