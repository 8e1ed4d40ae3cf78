/** The id of an item of Wikidata, alone or in its address. */
export const ENTITY = /^(?:https?:\/\/www\.wikidata\.org\/(?:entity|wiki)\/|wd:)?(Q[1-9]\d*)$/;
const ADDRESS = /^https?:\/\/www\.wikidata\.org\/entity\/Q[1-9]\d*$/;
/** As the query service writes dates, and unknown ones. */
const DATE_VALUE =
  /^(?:[+-]?\d{4,16}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?|t\d+|_:.+|https?:\/\/www\.wikidata\.org\/\.well-known\/genid\/.+)$/;

const POINT = /^(?:date|pointintime|time|when|day|dateofevent|inception|published|publicationdate|eventdate)$/;
const START = /^(?:start|starttime|startdate|begin|began|from|since|dateofbirth|birth|birthdate|dob|born|founded)$/;
const END = /^(?:end|endtime|enddate|until|to|finish|dateofdeath|death|deathdate|dod|died|dissolved)$/;
const PRECISION = /^(?:time|value)?prec(?:ision)?$/;
const ACTORS =
  /^(?:participants?|actors?|persons?|people|humans?|organi[sz](?:ers?|ations?)|signator(?:y|ies)|authors?|members?|creators?|combatants?|perpetrators?|victims?|winners?|commanders?|speakers?|partys?|parties|parti(?:y|es)|founders?)$/;
const PEOPLE = /^(?:humans?|persons?|people)$/;
const TYPE = /^(?:type|instance|instanceof|class|kind|eventtype)$/;
const PLACE = /^(?:location|place|country|city|venue|where|adminentity)$/;
const SUMMARY = /^(?:description|summary|abstract)$/;
const ARTICLE = /^(?:article|sitelink|wikipedia|enwiki|url)$/;

export interface Labelled {
  readonly value: number | null;
  readonly label: number | null;
}

export interface Dated {
  readonly value: number | null;
  readonly precision: number | null;
}

/** What the columns of a query's result are, by their places. */
export interface WikidataRoles {
  readonly item: Labelled;
  readonly point: Dated;
  readonly start: Dated;
  readonly end: Dated;
  /** The places of those three. */
  readonly dates: readonly number[];
  readonly actors: readonly Labelled[];
  readonly type: Labelled;
  readonly place: Labelled;
  readonly summary: number | null;
  readonly article: number | null;
  /** All of these. */
  readonly known: ReadonlySet<number>;
}

const NOTHING: Labelled = { value: null, label: null };

/** Whether a text is a date as the query service writes it. */
export function isDateValue(text: string): boolean {
  return DATE_VALUE.test(text);
}

/** What the columns of that header are; null when no column has items in these rows, or none has dates. */
export function wikidataRoles(header: readonly string[], rows: readonly (readonly string[])[]): WikidataRoles | null {
  const names = header.map((name) => name.trim().replace(/^\?/, '').replace(/[_ ]/g, '').toLowerCase());
  const placeOf = (test: (name: string, place: number) => boolean): number | null => {
    const place = names.findIndex(test);
    return place < 0 ? null : place;
  };
  const labelOf = (name: string): number | null => placeOf((each) => each === `${name}label`);
  const labelled = (value: number): Labelled => ({ value, label: labelOf(names[value]) });
  const has = (place: number, pattern: RegExp): boolean => rows.some((cells) => pattern.test(cells[place] ?? ''));
  const item =
    placeOf((name, place) => name === 'item' && has(place, ENTITY)) ??
    // People who are named first are what the query asks for, unless it asks for events.
    placeOf((name, place) => place === 0 && PEOPLE.test(name) && has(place, ADDRESS) && !names.includes('event')) ??
    placeOf((name, place) => has(place, ADDRESS) && !ACTORS.test(name) && !TYPE.test(name) && !PLACE.test(name)) ??
    placeOf((name, place) => /^(?:event|qid|wikidata)$/.test(name) && has(place, ENTITY)) ??
    placeOf((name, place) => has(place, ADDRESS) && ACTORS.test(name));
  if (item === null) return null;
  const dated = (pattern: RegExp): Dated => {
    const value = placeOf((name) => pattern.test(name));
    if (value === null) return { value, precision: null };
    const own = placeOf((name) => name.startsWith(names[value]) && PRECISION.test(name.slice(names[value].length)));
    return { value, precision: own };
  };
  const [start, end] = [dated(START), dated(END)];
  let point = dated(POINT);
  if (point.value === null && start.value === null) {
    const value = placeOf((name, place) => place !== item && !END.test(name) && has(place, DATE_VALUE));
    point = { value, precision: null };
  }
  const lone = placeOf((name) => /^(?:date|time)?prec(?:ision)?$/.test(name));
  const main = point.value === null ? start : point;
  const withLone = (dates: Dated): Dated =>
    dates === main && dates.precision === null ? { ...dates, precision: lone } : dates;
  const dates = [withLone(point), withLone(start), end] as const;
  const values = dates.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return null;
  const one = (pattern: RegExp): Labelled => {
    const value = placeOf((name) => pattern.test(name));
    if (value !== null) return labelled(value);
    const label = placeOf((name) => name.endsWith('label') && pattern.test(name.slice(0, -5)));
    return label === null ? NOTHING : { value: null, label };
  };
  const actors = names.flatMap((name, place) => {
    if (place === item) return [];
    if (ACTORS.test(name)) return [labelled(place)];
    const isLone = name.endsWith('label') && ACTORS.test(name.slice(0, -5)) && !names.includes(name.slice(0, -5));
    return isLone ? [{ value: null, label: place }] : [];
  });
  const [type, place] = [one(TYPE), one(PLACE)];
  const summary = placeOf((name) => name === `${names[item]}description` || SUMMARY.test(name));
  const article = placeOf((name) => ARTICLE.test(name));
  const own = labelled(item);
  const known = [own, type, place, ...actors].flatMap(({ value, label }) => [value, label]);
  const all = [...known, ...dates.flatMap(({ value, precision }) => [value, precision]), summary, article];
  return {
    item: own,
    point: dates[0],
    start: dates[1],
    end: dates[2],
    dates: values,
    actors,
    type,
    place,
    summary,
    article,
    known: new Set(all.flatMap((each) => each ?? [])),
  };
}
