import { DAY_MS } from '../domain/calendar';
import type { ChronologyEvent } from '../domain/event';
import type { Phrases } from '../domain/phrase-books';
import { Bitmap } from '../engine/bitmap';
import type { FieldColumn } from '../engine/columns';
import type { Dataset } from '../engine/dataset';
import { FacetCounter } from '../engine/facets';
import { compile, leftOut, matches, type Compiled } from '../engine/filter';
import { groupsOf, headingsOf, type Group } from '../engine/groups';
import { colourField, lanesBy, oneLane, slotOfRow, type LaneRows } from '../engine/lanes';
import { quietPeriods, type QuietPeriod } from '../engine/gaps';
import { membersByBody, withMembers } from '../engine/members';
import type { Names, Suggestion } from '../engine/names';
import { byRelevance, byTime, type ListOrder } from '../engine/order';
import { colourSlots } from '../engine/palette-slots';
import { type Field, FIELDS, type Query } from '../engine/query';
import { relaxations, type Relaxation } from '../engine/relax';
import { padded } from '../engine/scale';
import type { Mark } from '../engine/search/highlight';
import { DataCheck } from './data-check.svelte';
import type { Naming } from './naming.svelte';
import type { Searching } from './searching.svelte';
import { sentence } from './sentence';
import { LANE_FIELDS, START, type LaneField, type View } from './view';
import { clauseOf } from './view-edits';
import { extentOf, windowOf, within, type Window } from './window';
import { Wording } from './wording';

const SUGGESTIONS = 6;
const NO_MARKS: readonly Mark[] = [];
const QUIET = { minimumMs: 90 * DAY_MS, medians: 8, limit: 6 };

/** All that follows from one chronology, one view and the newest search answer. Nothing here is ever set, only derived. */
export class Findings {
  readonly dataset: Dataset;
  readonly #view: () => View;
  readonly #searching: Searching;
  readonly #naming: Naming;
  readonly #counter: FacetCounter;
  readonly words: Wording;
  readonly check: DataCheck;
  /** "1992–2026"; empty when nothing is dated. */
  readonly years: string;
  /** From the first beginning to the last end; the day of the epoch when nothing is dated. */
  readonly extent: Window;
  /** The extent with air: as far as the timeline goes. */
  readonly bounds: Window;

  constructor(dataset: Dataset, phrases: Phrases, view: () => View, searching: Searching, naming: Naming) {
    this.dataset = dataset;
    this.#view = view;
    this.#searching = searching;
    this.#naming = naming;
    this.#counter = new FacetCounter(dataset.columns);
    this.laneFields = LANE_FIELDS.filter((field) => dataset.columns.field(field).sets.some((set) => set.count > 0));
    this.words = new Wording(dataset, phrases);
    this.check = new DataCheck(dataset);
    const extent = extentOf(dataset.columns, Bitmap.all(dataset.columns.count));
    this.years = extent === null ? '' : this.words.years(extent);
    this.extent = extent ?? { from: 0, to: DAY_MS };
    this.bounds = extent === null ? this.extent : padded(extent);
  }

  readonly #data = $derived.by(() => this.#view().data);
  readonly #query: Query = $derived.by(() => this.#view().query);
  /** By what lanes may be made: what some event has. */
  readonly laneFields: readonly LaneField[];
  /** By what they are made: by what is asked for, or by the first that there is, for lanes of nothing show nothing. */
  readonly lanesField: View['lanes'] = $derived.by(() => {
    const { lanes } = this.#view();
    return lanes === 'none' || this.laneFields.includes(lanes) ? lanes : (this.laneFields[0] ?? 'none');
  });
  readonly #sort = $derived.by(() => this.#view().sort);
  readonly #eventId = $derived.by(() => this.#view().event);
  readonly #viewWindow = $derived.by(() => this.#view().window);
  readonly #hits = $derived.by(() =>
    this.#query.text.off || this.#query.text.value === '' ? null : this.#searching.hits,
  );

  readonly #checked = $derived.by(() => {
    const check = this.#query.check;
    return check === undefined || check.off ? null : this.check.rows(check.kind);
  });

  /** The newest of `compiled`, and nothing that anybody follows: the next is made of what the two have in common. */
  #before: Compiled | null = null;
  readonly compiled: Compiled = $derived.by(() => {
    const { columns, chronology } = this.dataset;
    return (this.#before = compile(columns, chronology, this.#query, this.#hits, this.#checked, this.#before));
  });
  readonly matches: Bitmap = $derived.by(() => matches(this.compiled));
  readonly #facets: PerField = perField((field) => this.#counter.facet(this.compiled, field));
  /** Per field, per value: matches that have it. */
  readonly #matching: PerField = perField((field) => this.#counter.count(field, this.matches));
  /** For each clause in force: how many events there were without it. Read it only when nothing matches. */
  readonly relaxations: readonly Relaxation[] = $derived.by(() => relaxations(this.compiled));

  readonly order: ListOrder = $derived.by(() => {
    const answer = this.#searching.answer;
    if (this.byRelevance && answer !== null) return byRelevance(this.matches, answer.ranked);
    return byTime(this.matches, this.dataset.columns.dated, this.#sort === 'newest');
  });
  /** Relevance is an order only while there is a search. */
  readonly byRelevance: boolean = $derived.by(() => this.#sort === 'relevance' && this.#hits !== null);
  readonly #headings = $derived.by(() => headingsOf(this.dataset.columns));
  /** The list's headings, in its order. */
  readonly listGroups: readonly Group[] = $derived.by(() => {
    const groups = groupsOf(this.#headings, this.matches);
    if (this.#sort !== 'newest') return groups;
    const undated = groups.filter(({ kind }) => kind === 'undated');
    return [...groups.filter(({ kind }) => kind !== 'undated').reverse(), ...undated];
  });

  readonly colour: FieldColumn = $derived.by(() => colourField(this.dataset.columns, this.lanesField));
  readonly #totals = $derived.by(() => Uint32Array.from(this.colour.sets, (set) => set.count));
  readonly slots: Int8Array = $derived.by(() => colourSlots(this.#totals, this.#matching[this.colour.key]));
  /** Ids of the lanes whose value is asked for. */
  readonly includedLanes: ReadonlySet<string> = $derived.by(() => {
    const picks = this.lanesField === 'none' ? [] : clauseOf(this.#query, this.lanesField).picks;
    return new Set(picks.filter((pick) => pick.sign === 'include' && !pick.off).map((pick) => pick.id));
  });
  readonly lanes: readonly LaneRows[] = $derived.by(() => {
    const field = this.lanesField;
    if (field === 'none') return oneLane(this.matches, 'All events');
    const column = this.dataset.columns.field(field);
    return lanesBy(column, this.matches, this.includedLanes, `No ${field}`, this.#matching[field]);
  });

  /** The stretch of time on screen when nobody has moved it: the range asked for, or all there is. */
  readonly home: Window = $derived.by(() => {
    const range = this.#query.range;
    if (range === null || range.off) return this.bounds;
    return within(range.from, range.to, this.bounds);
  });
  readonly window: Window = $derived.by(() => {
    const asked = this.#viewWindow;
    return (asked && windowOf(asked.from, asked.to)) ?? this.home;
  });

  /** Row of the opened event; -1 when none is open or the chronology lacks it. */
  readonly openRow: number = $derived.by(() => (this.#eventId === null ? -1 : this.dataset.rowOf(this.#eventId)));
  readonly openEvent: ChronologyEvent | null = $derived.by(() =>
    this.openRow < 0 ? null : this.dataset.records.event(this.openRow),
  );

  /** The longest stretches without any event of the whole chronology, in time order, and what to say of each. */
  readonly quiet: readonly (QuietPeriod & { readonly words: string })[] = $derived.by(() =>
    quietPeriods(this.dataset.columns, Bitmap.all(this.dataset.columns.count), QUIET).map((period) => ({
      ...period,
      words: this.words.quiet(period),
    })),
  );
  /** The query in one sentence: page title, announcement, text of Share. */
  readonly sentence: string = $derived.by(() => {
    const names = { nameOf: this.words.known, phrases: this.words.phrases };
    const standing = this.#query.text.off ? 'answered' : this.#searching.standing;
    return sentence(this.#view(), names, { matches: this.matches.count, total: this.total, standing });
  });
  /** Undated events that everything but the range lets through. */
  readonly leftOut: number = $derived.by(() => leftOut(this.compiled));
  /** Picked ids that the chronology lacks, told. */
  readonly unknown: readonly string[] = $derived.by(() =>
    this.compiled.unknownIds.map(({ field, id }) => `${field} "${id}" is not in this chronology`),
  );
  /** Null until they are wanted and have come. */
  readonly names: Names | null = $derived.by(
    () => this.#naming.create?.(this.dataset.columns, this.dataset.chronology) ?? null,
  );
  /** Filters that the end of the search text may mean. */
  readonly suggestions: readonly Suggestion[] = $derived.by(
    () => this.names?.suggest(this.#query.text.value, SUGGESTIONS) ?? [],
  );

  readonly #byBody = $derived.by(() => membersByBody(this.dataset.chronology.actors));

  /** Per field, per value: events that have it and satisfy every clause but those of the field itself. A field is counted when read. */
  get facets(): PerField {
    return this.#facets;
  }
  get total(): number {
    return this.dataset.columns.count;
  }
  /** Whether a search is in force and answered. */
  get searched(): boolean {
    return this.#hits !== null;
  }
  /** The row that a search ranks first; the first in the list without one; -1 when nothing matches. */
  get best(): number {
    const ranked = this.#searching.answer?.ranked;
    const best = this.searched ? ranked?.find((row) => this.matches.has(row)) : undefined;
    return best ?? (this.order.count > 0 ? this.order.rowAt(0) : -1);
  }

  /** Colour slot of an event's mark, -1 for neutral. */
  slotOf(row: number): number {
    return slotOfRow(this.colour, this.slots, row);
  }
  /** Where the search words stand in a text. */
  marksIn(text: string): readonly Mark[] {
    const needles = this.searched ? this.#searching.answer?.needles : undefined;
    return needles === undefined ? NO_MARKS : (this.#searching.highlight?.(text, needles) ?? NO_MARKS);
  }
  /** How many actors belong to one, directly or through others. */
  membersOf(id: string): number {
    return withMembers(this.#byBody, id).length - 1;
  }
  /** Up to `reach` dated events before an event and after it, whether they match or not, with itself between. */
  around(row: number, reach: number): readonly number[] {
    if (row >= this.dataset.columns.dated) return [];
    const from = Math.max(0, row - reach);
    const to = Math.min(this.dataset.columns.dated, row + reach + 1);
    return Array.from({ length: to - from }, (_, index) => from + index);
  }
  /** The view of one event and nothing else: what a citation points to. */
  viewOf(event: string): View {
    return { ...START, data: this.#data, event };
  }
}

type PerField = Readonly<Record<Field, Uint32Array>>;

/** What `count` gives for each field: worked out when it is read, and again when what it follows from has changed. */
function perField(count: (field: Field) => Uint32Array): PerField {
  const counts = {};
  for (const field of FIELDS) {
    const value = $derived(count(field));
    Object.defineProperty(counts, field, { enumerable: true, get: () => value });
  }
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- each of FIELDS has just been defined
  return counts as PerField;
}
