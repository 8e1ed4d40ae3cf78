import { readDate } from '../domain/date';
import { quote } from '../domain/quote';
import { CHECKS } from '../engine/checking/finding';
import {
  FIELDS,
  MAX_TEXT,
  type CheckClause,
  type Field,
  type FieldClause,
  type Pick,
  type RangeClause,
} from '../engine/query';
import { inOrder } from './bounds';
import { pathFault } from './data-path';
import { LINK_RULES, type LinkKeyName } from './link-rules';
import type { LinkPair } from './link-text';
import { packData, packFault, packText } from './pack';
import { cutSearch } from './view-edits';
import { LANE_FIELDS, MAX_PICKS, START, type View } from './view';

type Reader = (pair: LinkPair) => void;
type Bound = { readonly text: string; readonly muted: boolean } | null;

const LANES = [...LANE_FIELDS, 'none'] as const;
const SORTS = ['oldest', 'newest', 'relevance'] as const;
const RANGES = ['possibly', 'certainly'] as const;

/** A view in the making: pairs go in one by one, each read or told by itself, and the view comes out. */
export class LinkDraft {
  readonly #notes: string[] = [];
  readonly #seen = new Set<string>();
  readonly #picks = new Map<Field, Map<string, Pick>>();
  readonly #all = new Set<Field>();
  readonly #members = new Set<string>();
  #pickCount = 0;
  #data = START.data;
  #text = START.query.text;
  #from: Bound = null;
  #to: Bound = null;
  #range: RangeClause['mode'] | null = null;
  #check: CheckClause | null = null;
  #lanes = START.lanes;
  #sort = START.sort;
  #window = START.window;
  #event = START.event;

  readonly #readers: Readonly<Record<Exclude<LinkKeyName, Field>, Reader>> = {
    v: (pair) => this.#readVersion(pair),
    data: (pair) => this.#readData(pair),
    pack: (pair) => this.#readPack(pair),
    q: (pair) => this.#readText(pair),
    from: (pair) => (this.#from = this.#readBound(pair)),
    to: (pair) => (this.#to = this.#readBound(pair)),
    range: (pair) => (this.#range = this.#readWord(pair, RANGES) ?? this.#range),
    check: (pair) => this.#readCheck(pair),
    all: (pair) => this.#readMode(pair),
    members: (pair) => this.#readMember(pair),
    lanes: (pair) => (this.#lanes = this.#readWord(pair, LANES) ?? this.#lanes),
    sort: (pair) => (this.#sort = this.#readWord(pair, SORTS) ?? this.#sort),
    window: (pair) => this.#readWindow(pair),
    event: (pair) => (this.#event = pair.value === '' ? null : pair.value),
  };

  get notes(): readonly string[] {
    return this.#notes;
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  read(pair: LinkPair): void {
    const known = LINK_RULES.find(({ key }) => key === pair.key);
    if (known === undefined) {
      this.#tell(pair, 'unknown key', `use one of ${LINK_RULES.map(({ key }) => key).join(', ')}`);
      return;
    }
    if (pair.muted && !known.mutes) this.#tell(pair, '~ switches off filters and the search only', 'leave out the ~');
    if (!known.repeats) {
      if (this.#seen.has(known.key)) this.#tell(pair, `${known.key} is given twice`, 'the last one counts');
      this.#seen.add(known.key);
    }
    const { key } = known;
    if (isField(key)) this.#readPick(key, pair);
    else this.#readers[key](pair);
  }

  /** The view of all that was read so far. What only the whole can tell is told here: call it once. */
  view(): View {
    const fields: Partial<Record<Field, FieldClause>> = {};
    for (const field of FIELDS) {
      const picks = [...(this.#picks.get(field)?.values() ?? [])];
      const mode = this.#all.has(field) ? 'all' : 'any';
      if (picks.length > 0 || mode === 'all') fields[field] = { picks, mode };
    }
    return {
      data: this.#data,
      query: {
        text: this.#text,
        fields,
        range: this.#rangeClause(),
        ...(this.#check && { check: this.#check }),
        members: [...this.#members],
      },
      lanes: this.#lanes,
      sort: this.#sort,
      window: this.#window,
      event: this.#event,
    };
  }

  #rangeClause(): RangeClause | null {
    const given = [this.#from, this.#to].filter((bound) => bound !== null);
    if (given.length === 0) {
      if (this.#range !== null) this.note(`link part "range=${this.#range}": no range; give from or to as well`);
      return null;
    }
    const asked = { from: this.#from?.text ?? null, to: this.#to?.text ?? null };
    const bounds = inOrder(asked) ?? asked;
    if (bounds.from !== asked.from) {
      this.note(
        `link parts ${quote(`from=${String(asked.from)}`)} and ${quote(`to=${String(asked.to)}`)}: from is after to; they are read the other way round`,
      );
    }
    if (given.some(({ muted }) => muted) && !given.every(({ muted }) => muted)) {
      this.note('link parts "from" and "to": only one has a ~; give it to both to switch the range off');
    }
    return { ...bounds, mode: this.#range ?? 'possibly', off: given.every(({ muted }) => muted) };
  }

  #readVersion(pair: LinkPair): void {
    const version = pair.value.trim();
    if (version === '1') return;
    this.#tell(pair, 'not a version this page knows', 'what can be read is read as version 1');
  }

  #readData(pair: LinkPair): void {
    const path = pair.value.trim();
    const fault = path === '' ? null : pathFault(path);
    if (fault !== null) this.#tell(pair, fault.reason, fault.remedy);
    else this.#data = path === '' ? null : path;
  }

  #readPack(pair: LinkPair): void {
    const data = packData(pair.value);
    const fault = packFault(packText(data));
    if (fault !== null) this.note(`link part "pack": ${fault.reason}; ${fault.remedy}`);
    else if (packText(data) !== '') this.#data = data;
  }

  #readText(pair: LinkPair): void {
    const value = cutSearch(pair.value);
    if (value !== pair.value) this.#tell(pair, `${pair.value.length} characters`, `the first ${MAX_TEXT} are searched`);
    this.#text = { value, off: pair.muted && value !== '' };
  }

  #readPick(field: Field, pair: LinkPair): void {
    const { value } = pair;
    const id = /^[!=]/.test(value) ? value.slice(1) : value;
    if (id === '') {
      this.#tell(pair, 'names nothing', `write ${field}= and an id`);
      return;
    }
    const picks = this.#picks.get(field) ?? new Map<string, Pick>();
    const pick: Pick = { id, sign: value.startsWith('!') ? 'exclude' : 'include', off: pair.muted };
    const old = picks.get(id);
    if (old !== undefined && (old.sign !== pick.sign || old.off !== pick.off)) {
      this.#tell(pair, 'picked twice', 'the last one counts');
    }
    if (old === undefined && this.#pickCount === MAX_PICKS) {
      this.#tellFull('values');
    } else {
      this.#pickCount += Number(old === undefined);
      this.#picks.set(field, picks.set(id, pick));
    }
  }

  #readCheck(pair: LinkPair): void {
    const kind = this.#readWord(pair, CHECKS);
    if (kind !== null) this.#check = { kind, off: pair.muted };
  }

  #readMode(pair: LinkPair): void {
    const field = this.#readWord(pair, FIELDS);
    if (field !== null) this.#all.add(field);
  }

  #readMember(pair: LinkPair): void {
    if (pair.value === '') this.#tell(pair, 'names nothing', 'write members= and the id of an actor');
    else if (this.#members.size < MAX_PICKS) this.#members.add(pair.value);
    else if (!this.#members.has(pair.value)) this.#tellFull('members');
  }

  #readBound(pair: LinkPair): Bound {
    const text = pair.value.trim();
    return text !== '' && this.#isDate(pair, text) ? { text, muted: pair.muted } : null;
  }

  #readWindow(pair: LinkPair): void {
    const ends = pair.value.split(/\.\.|\//).map((end) => end.trim());
    if (ends.length !== 2 || ends.includes('')) {
      this.#tell(pair, 'not two dates', 'write two, such as 2022-01-01..2022-12-31');
      return;
    }
    if (!ends.every((end) => this.#isDate(pair, end))) return;
    const [from, to] = ends;
    const isReversed = inOrder({ from, to })?.from !== from;
    if (isReversed) this.#tell(pair, 'it ends before it begins', 'it is read the other way round');
    this.#window = isReversed ? { from: to, to: from } : { from, to };
  }

  #isDate(pair: LinkPair, text: string): boolean {
    const reading = readDate(text);
    if (!reading.ok) this.#tell(pair, reading.reason, reading.remedy);
    return reading.ok;
  }

  #readWord<T extends string>(pair: LinkPair, words: readonly T[]): T | null {
    const given = pair.value.trim().toLowerCase();
    const word = words.find((one) => one === given) ?? null;
    if (word === null) this.#tell(pair, 'unknown value', `use ${words.join(', ')}`);
    return word;
  }

  #tell({ key, value, muted }: LinkPair, reason: string, remedy: string): void {
    this.note(`link part ${quote(`${muted ? '~' : ''}${key}=${value}`)}: ${reason}; ${remedy}`);
  }

  #tellFull(what: string): void {
    const note = `link: more than ${MAX_PICKS} ${what}; the first ${MAX_PICKS} count`;
    if (!this.#notes.includes(note)) this.note(note);
  }
}

function isField(key: LinkKeyName): key is Field {
  return FIELDS.some((field) => field === key);
}
