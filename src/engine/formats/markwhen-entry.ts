import type { Fields } from '../../domain/parsing/field';
import { oneLine } from '../../domain/quote';
import type { Fault, Found, Spot } from './format';
import type { Expression } from './markwhen-expression';
import { zoneOf } from './markwhen-head';
import { MOST, recurring, YEARS_WITHOUT_END } from './markwhen-recurrence';
import { dateText, type Resolving } from './markwhen-resolve';
import { entryText } from './markwhen-text';
import { listOf, propertyLine, valueOf } from './markwhen-value';
import { ownKeys } from './own-keys';
import type { Zone } from './zone';

const FENCE = /^---\s*$/;
const DONE = /^\[([ xX]?)\](?:\s+|$)/;
const PERCENT = /(?:^|\s)(100|\d{1,2})%$/;
/** More text than any event keeps. */
const LONGEST = 100_000;
const LISTS = { topics: ['tags', 'topics'], actors: ['people', 'actors', 'who', 'attendees'] } as const;
const PLACES = ['location', 'locations', 'place'];
const LINKS = ['url', 'link', 'source'];
const USED: ReadonlySet<string> = new Set([
  ...LISTS.topics,
  ...LISTS.actors,
  ...PLACES,
  ...LINKS,
  'id',
  'timezone',
  'tz',
]);

/** An entry as its lines come. */
export class EntryDraft {
  /** Whether all lines are properties until the fence ends. */
  isQuoting = false;
  readonly #expression: Expression;
  readonly #spot: Spot;
  readonly #topics: readonly string[];
  readonly #properties = new Map<string, string>();
  readonly #lines: string[];
  #length = 0;
  #isCut = false;
  /** Whether a line may still give a property. */
  #isHead = true;

  constructor(
    start: { readonly expression: Expression; readonly text: string },
    spot: Spot,
    topics: readonly string[],
  ) {
    this.#expression = start.expression;
    this.#lines = [start.text];
    this.#spot = spot;
    this.#topics = topics;
  }

  add(line: string): void {
    if (FENCE.test(line) && (this.isQuoting || (this.#isHead && this.#properties.size === 0))) {
      this.isQuoting = !this.isQuoting;
      this.#isHead = this.isQuoting;
      return;
    }
    const property = this.#isHead ? propertyLine(line) : null;
    if (property !== null) this.#properties.set(property.key, property.value);
    else if (!this.isQuoting) {
      this.#isHead = false;
      this.#length += line.length;
      if (this.#length > LONGEST) this.#isCut = true;
      else this.#lines.push(line.trimEnd());
    }
  }

  /** The event, or each time that it recurs. */
  *found(resolving: Resolving, fileZone: Zone | null): Generator<Found> {
    const faults: Fault[] = [];
    const tell = (field: string, found: unknown, reason: string, remedy: string): void => {
      faults.push({ ...this.#spot, field, found, reason, remedy, leftOut: false });
    };
    const own = this.#properties.get('timezone') ?? this.#properties.get('tz');
    const zone = own === undefined ? fileZone : zoneOf(own);
    if (own !== undefined && zone === null)
      tell(
        'timezone',
        own,
        'is no time zone that is known: times are kept without one',
        'use a name such as Europe/Berlin',
      );
    const { date, range, fault } = resolving.resolve(this.#expression, zone);
    if (fault !== null) tell('date', this.#lines[0], fault.reason, fault.remedy);
    if (this.#isCut)
      tell('', this.#lines[0], `has more than ${LONGEST} characters: the rest is left out`, 'shorten it');
    const { fields, id } = this.#fields(tell);
    if (id !== null) resolving.name(id);
    const { every } = this.#expression;
    const recurrence = every === null || range === null ? null : recurring(this.#expression, range);
    if (every !== null && recurrence === null)
      tell('date', every, 'recurs in a way that is not read: it is there once', 'write every 2 weeks for 10 times');
    else if (recurrence?.isCut === true)
      tell(
        'date',
        every,
        `recurs more often: ${recurrence.ranges.length} are made, ${MOST} or those of ${YEARS_WITHOUT_END} years at most`,
        'say how often: x 10',
      );
    const dates =
      recurrence === null
        ? [date]
        : recurrence.ranges.map((each, at) => (at === 0 ? date : dateText(each, date, zone)));
    for (const each of dates) {
      const event = each === null ? fields : { ...fields, date: each };
      yield { kind: 'event', event, spot: this.#spot, faults: faults.splice(0) };
    }
  }

  #fields(tell: (field: string, found: unknown, reason: string, remedy: string) => void): {
    readonly fields: Fields;
    readonly id: string | null;
  } {
    const done = DONE.exec(this.#lines[0]);
    const head = entryText(this.#lines[0].slice(done?.[0].length ?? 0));
    const body = entryText(this.#lines.slice(1).join('\n'));
    const percent = PERCENT.exec(head.text);
    const title = oneLine(percent === null ? head.text : head.text.slice(0, percent.index));
    const given = (keys: readonly string[]): readonly string[] =>
      keys.flatMap((key) => listOf(this.#properties.get(key) ?? ''));
    const topics = [...this.#topics, ...head.tags, ...body.tags, ...given(LISTS.topics)];
    const actors = [...head.people, ...body.people, ...given(LISTS.actors)];
    const places = [...head.places, ...body.places, ...given(PLACES)];
    const addressed = given(LINKS).filter((url) => /^https?:\/\//i.test(url));
    const sources = [...head.links, ...body.links, ...addressed.map((url) => ({ title: url, url }))];
    const images = [...head.images, ...body.images];
    const own = Object.fromEntries(Array.from(this.#properties, ([key, text]) => [key, valueOf(text)]));
    const id = this.#properties.get('id') ?? head.id ?? body.id;
    if (title === '')
      tell('title', undefined, 'has no text after its date: what follows stands in as its title', 'write one');
    return {
      id: id === '' ? null : id,
      fields: {
        ...ownKeys(own, USED),
        title: title === '' ? oneLine(body.text.split('\n', 1)[0].slice(0, 200)) || 'Untitled' : title,
        ...(body.text === '' ? {} : { summary: body.text }),
        ...(topics.length === 0 ? {} : { topics: [...new Set(topics)] }),
        ...(actors.length === 0 ? {} : { actors: [...new Set(actors)] }),
        ...(places.length === 0 ? {} : { place: [...new Set(places)].join(', ') }),
        ...(sources.length === 0 ? {} : { sources }),
        ...(images.length === 0 ? {} : { images }),
        ...(done === null ? {} : { done: done[1].toLowerCase() === 'x' }),
        ...(percent === null ? {} : { percent: Number(percent[1]) }),
      },
    };
  }
}
