import type { DateReading } from '../../src/domain/date';
import { readDate } from '../../src/domain/date';

/** What the `edtf` package makes of a text: first and last millisecond, both included; null when it refuses. */
export interface Theirs {
  readonly min: number | null;
  readonly max: number | null;
  /** Null where the package does not tell. */
  readonly uncertain: boolean | null;
  readonly approximate: boolean | null;
}

export interface Case {
  readonly text: string;
  readonly ours: DateReading;
  readonly theirs: Theirs | null;
  readonly ask: (text: string) => Theirs | null;
}

/** A way in which the two differ, and why ours is as it is. */
export interface Difference {
  readonly name: string;
  readonly why: string;
  readonly holds: (found: Case) => boolean;
}

type Extent = readonly [earliest: number, latest: number];

const SEASON = /(?:[\dX]{4})[?~%]?-[?~%]?(2[1-9]|3\d|4[01])[?~%]?(?![-\d])/;
const ZONELESS = /T\d\d(?::\d\d)*(?:\.\d+)?(?=$|\/)/;

const extentOf = ({ ours }: Case): Extent | null => (ours.ok ? [ours.date.earliest, ours.date.latest] : null);
const onlyOurs = ({ ours, theirs }: Case): boolean => ours.ok && theirs === null;
const onlyTheirs = ({ ours, theirs }: Case): boolean => !ours.ok && theirs !== null;
const both = ({ ours, theirs }: Case): boolean => ours.ok && theirs !== null;
const refused = ({ ours }: Case, reason: RegExp): boolean => !ours.ok && reason.test(ours.reason);
const isSet = ({ text }: Case): boolean => /^[[{]/.test(text);

/** Extent of a set by asking the package for every entry alone; null when it cannot tell one. */
function bySingles({ text, ask }: Case): Extent | null {
  let earliest = Infinity;
  let latest = -Infinity;
  for (const entry of text.slice(1, -1).split(/, */)) {
    const [first, last = first] = entry.split('..');
    const min = first === '' ? -Infinity : ask(first)?.min;
    const max = last === '' ? Infinity : ask(last)?.max;
    if (min === undefined || max === undefined || min === null || max === null) return null;
    earliest = Math.min(earliest, min);
    latest = Math.max(latest, max + 1);
  }
  return [earliest, latest];
}

const equal = (a: Extent | null, b: Extent | null): boolean =>
  a !== null && b !== null && a[0] === b[0] && a[1] === b[1];

export const DIFFERENCES: readonly Difference[] = [
  {
    name: '29 February of a common year',
    why: 'It does not exist. The package lets Date roll it over to 1 March; here nothing rolls over.',
    holds: (found) => onlyTheirs(found) && refused(found, /^day 29, but -?\d{4}-02 has 28 days/),
  },
  {
    name: '29 February of the year 0',
    why: 'It exists: 0 is a leap year. The package reckons it in 1900, which is none, and moves it back.',
    holds: (found) => both(found) && found.text.includes('0000-02-29'),
  },
  {
    name: 'a time without zone',
    why: 'Here it counts as UTC, so that a chronology reads alike everywhere; the package takes the zone of the computer.',
    holds: (found) => both(found) && ZONELESS.test(found.text),
  },
  {
    name: 'a time as an instant',
    why: 'A second (or minute) given is a second long here, as a day is a day long; in the package it has no length.',
    holds: (found) => {
      const { ours, theirs } = found;
      if (
        !ours.ok ||
        theirs?.max === null ||
        theirs === null ||
        !found.text.includes('T') ||
        ours.date.earliest !== theirs.min
      )
        return false;
      return [1, 10, 100, 1000, 60_000].includes(ours.date.latest - theirs.max);
    },
  },
  {
    name: 'a fraction of a second of one or two digits',
    why: '.5 is half a second; the package takes it for 5 milliseconds.',
    holds: (found) => both(found) && /T\d\d:\d\d:\d\d\.\d{1,2}(?!\d)/.test(found.text),
  },
  {
    name: '24:00',
    why: 'The end of a day is written as the beginning of the next here: one instant, one writing, and nothing rolls over.',
    holds: (found) => onlyTheirs(found) && refused(found, /^hour 24/),
  },
  {
    name: 'an hour alone, and times where EDTF has dates only',
    why: 'An hour is a precision like others, and a span or set of times is as clear as one of days.',
    holds: (found) => onlyOurs(found) && /\dT\d\d/.test(found.text),
  },
  {
    name: 'digits alone',
    why: 'The package takes five digits and more for milliseconds since 1970; in EDTF they are no date.',
    holds: (found) => onlyTheirs(found) && /^\d{5,}$/.test(found.text),
  },
  {
    name: 'an unknown end',
    why: 'Without a date the end may be anywhere on its side. The package says null, which counts as 1970 when compared.',
    holds: (found) => {
      const { theirs, text } = found;
      const extent = extentOf(found);
      if (extent === null || theirs === null || !/^\/|\/$/.test(text)) return false;
      if (text.startsWith('/'))
        return extent[0] === -Infinity && theirs.min === null && extent[1] === (theirs.max ?? NaN) + 1;
      return extent[1] === Infinity && theirs.max === null && extent[0] === theirs.min;
    },
  },
  {
    name: 'no date on either side of a slash',
    why: 'It tells nothing; an event without a date has none. The package reads it as all of time.',
    holds: (found) => onlyTheirs(found) && refused(found, /^no date on either side/),
  },
  {
    name: 'years that Date does not hold',
    why: 'They are counted by plain arithmetic here; the package gives NaN beyond 275760.',
    holds: (found) => found.text.startsWith('Y') && found.theirs !== null && Number.isNaN(found.theirs.min),
  },
  {
    name: 'a qualified far year',
    why: 'Y12000~ is as clear as 1200~.',
    holds: (found) => onlyOurs(found) && /^Y-?\d+[?~%]$/.test(found.text),
  },
  {
    name: 'seasons that are not quarters',
    why: 'Spring is March to May in the north and September to November in the south; the package has January to March.',
    holds: (found) => both(found) && /^-?\d{4}-(2[1-9]|3[0-2])$/.test(found.text),
  },
  {
    name: 'thirds of the year',
    why: 'They are of four months each; in the package the first two have five.',
    holds: (found) => both(found) && /^-?\d{4}-3[78]$/.test(found.text),
  },
  {
    name: 'parts of years before Christ',
    why: 'The package drops the sign of the year at their end.',
    holds: (found) =>
      both(found) && /^-\d{4}-(3[3-9]|4[01])$/.test(found.text) && extentOf(found)?.[0] === found.theirs?.min,
  },
  {
    name: 'seasons with qualifiers, unknown digits or in spans',
    why: 'They are as clear as with months; the package has them at a level of its own.',
    holds: (found) => onlyOurs(found) && SEASON.test(found.text),
  },
  {
    name: 'significant digits',
    why: 'Not read: "estimated to be 1950, some year of that century" needs two answers, and 19XX gives the one that matters.',
    holds: (found) => onlyTheirs(found) && /^Y?-?\d+(?:E\d+)?S\d$/.test(found.text),
  },
  {
    name: 'centuries and decades of two and three digits',
    why: 'EDTF writes them 18XX and 196X. 196 is more likely a slip of the finger, and 18 is a day or a month to most.',
    holds: (found) => onlyTheirs(found) && refused(found, /^a year needs four digits/),
  },
  {
    name: 'spans whose dates share their beginning',
    why: '2022-01/2022-01 and 2004/2004-05 can be; only an end that is certainly before the beginning is refused.',
    holds: (found) => {
      if (!onlyOurs(found) || !found.text.includes('/')) return false;
      const [first, last] = found.text.split('/').map((side) => readDate(side));
      return first.ok && last.ok && last.date.earliest <= first.date.earliest && last.date.latest > first.date.earliest;
    },
  },
  {
    name: 'sets that are out of order or end with a range',
    why: 'The package takes the first instant of the first entry and the last of the last, of a range its first; here all count.',
    holds: (found) => both(found) && isSet(found) && equal(extentOf(found), bySingles(found)),
  },
  {
    name: 'sets with entries the package has no word for in sets',
    why: 'What is a date alone is a date in a set.',
    holds: (found) =>
      onlyOurs(found) &&
      isSet(found) &&
      found.text
        .slice(1, -1)
        .split(/, *|\.\./)
        .every((entry) => entry === '' || readDate(entry).ok),
  },
  {
    name: 'ranges in sets that end before they begin',
    why: 'Refused like spans that do.',
    holds: (found) => onlyTheirs(found) && isSet(found) && refused(found, /is before the beginning/),
  },
  {
    name: 'ranges in sets that are open besides',
    why: '[..1984..1990] says two things at once; the package reads both.',
    holds: (found) => onlyTheirs(found) && /^[[{]\.\.[^,]*\.\.|\.\.[^,]*\.\.[\]}]$/.test(found.text),
  },
  {
    name: 'unknown digits before Christ',
    why: 'The package turns extents about, or gives months in the wrong order. Every such date alone is counted out below.',
    holds: (found) =>
      both(found) &&
      /(?:^|[/[{,.])-[\dX]{4}(?:-[\dX]{2}){0,2}(?=$|[\]},/.])/.test(found.text) &&
      found.text.includes('X'),
  },
  {
    name: 'days with an unknown ten and a known 0',
    why: 'X0 is the 10th, 20th or 30th; the package begins on the 1st and ends on the 21st.',
    holds: (found) => both(found) && found.text.includes('-X0'),
  },
  {
    name: 'unknown digits with qualifiers',
    why: '201X~ is as clear as 2010~.',
    holds: (found) => onlyOurs(found) && found.text.includes('X') && /[?~%]/.test(found.text) && !isSet(found),
  },
  {
    name: 'unknown digits in places the package has no rule for',
    why: 'X8 is August, 3X in June the 30th: a date fits, and the first and last that do are its extent. Counted out below.',
    holds: (found) => onlyOurs(found) && /X\d(?:-|$|[/\]},.])|3X/.test(found.text) && !/[?~%]/.test(found.text),
  },
];
