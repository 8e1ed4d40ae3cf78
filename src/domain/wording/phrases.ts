import type { DatePart } from '../edtf/model';

export type Style = 'long' | 'short';

/** A date in words, with what a language must know to put a preposition before it. */
export interface Term {
  readonly text: string;
  /** As after "from" or "of": differs from `text` where a language inflects names of months. */
  readonly genitive: string;
  readonly unit: 'day' | 'month' | 'year' | 'other';
}

/** dayjs tokens, and `Y` for the year in words. */
export interface Patterns {
  readonly day: string;
  readonly dayOfYear: string;
  readonly dayOfMonth: string;
  readonly month: string;
  readonly monthOfYear: string;
}

export type Part = DatePart | 'whole' | 'begin' | 'end';
/** Forms of a noun by plural category; `other` serves for those not named. */
export type Noun = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** All that one language needs to tell dates. */
export interface Phrases {
  /** Of dayjs and Intl alike. */
  readonly locale: string;
  readonly weekday: string;
  readonly long: Patterns;
  readonly short: Patterns;
  /** What stands for the first day of a month where it is not just a number. */
  readonly first: string | null;
  /** `early`: years 1 to 99, which alone would be taken for something else. */
  readonly year: (digits: string, era: 'usual' | 'early' | 'bc', style: Style) => string;
  /** `year` is the decade's first. */
  readonly decade: (year: number, style: Style) => string;
  readonly century: (ordinal: number, bc: boolean) => string;
  readonly millennium: (ordinal: number, bc: boolean) => string;
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly string[];
  readonly hemispheres: { readonly north: string; readonly south: string };
  readonly ofYear: (season: string, year: string) => string;
  /** `of` parts of the year: 4 quarters, 3 thirds, 2 halves. */
  readonly partOfYear: (ordinal: number, of: 2 | 3 | 4, year: string, style: Style) => string;
  readonly circa: (term: Term) => string;
  readonly span: (begin: Term, end: Term) => string;
  readonly within: (term: Term) => string;
  readonly from: (term: Term) => string;
  readonly until: (term: Term) => string;
  readonly between: (begin: Term, end: Term) => string;
  readonly orLater: string;
  readonly orEarlier: string;
  readonly oneOf: string;
  readonly and: string;
  readonly or: string;
  readonly unknown: Readonly<Record<Exclude<Part, 'whole'>, string>>;
  readonly uncertain: Readonly<Record<Part, string>>;
  readonly approximate: Readonly<Record<DatePart, string>>;
  readonly noEnd: string;
  readonly undated: string;
  readonly anyTime: string;
  readonly sameDay: string;
  readonly before: (distance: string) => string;
  readonly after: (distance: string) => string;
  readonly units: Readonly<Record<DatePart, Noun>>;
}

/** Roman numerals; whole numbers from 1 to 3999. */
export function roman(value: number): string {
  const steps: readonly [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  let text = '';
  for (const [worth, letters] of steps) {
    while (rest >= worth) {
      text += letters;
      rest -= worth;
    }
  }
  return text;
}
