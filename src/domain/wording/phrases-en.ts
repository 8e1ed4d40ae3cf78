import type { Phrases } from './phrases';

export const ENGLISH: Phrases = {
  locale: 'en',
  weekday: 'dddd D MMMM Y',
  long: { day: 'D MMMM Y', dayOfYear: 'D MMMM', dayOfMonth: 'D', month: 'MMMM Y', monthOfYear: 'MMMM' },
  short: { day: 'D MMM Y', dayOfYear: 'D MMM', dayOfMonth: 'D', month: 'MMM Y', monthOfYear: 'MMM' },
  first: null,
  year: (digits, era) => (era === 'bc' ? `${digits} BC` : era === 'early' ? `AD ${digits}` : digits),
  decade: (year, style) => (style === 'long' ? `the ${year}s` : `${year}s`),
  century: (n, bc) => `${ordinal(n)} century${bc ? ' BC' : ''}`,
  millennium: (n, bc) => `${ordinal(n)} millennium${bc ? ' BC' : ''}`,
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  hemispheres: { north: 'northern hemisphere', south: 'southern hemisphere' },
  ofYear: (season, year) => `${season} ${year}`,
  partOfYear: (n, of, year, style) => {
    if (style === 'short' && of !== 3) return `${of === 4 ? 'Q' : 'H'}${n} ${year}`;
    return `${ordinal(n)} ${of === 4 ? 'quarter' : of === 3 ? 'third' : 'half'} of ${year}`;
  },
  circa: ({ text }) => `c. ${text.replace(/^the /, '')}`,
  span: (begin, end) => `${begin.text} to ${end.text}`,
  within: ({ text }) => `within ${text}`,
  from: ({ text }) => `from ${text}`,
  until: ({ text }) => `until ${text}`,
  between: (begin, end) => `between ${begin.text} and ${end.text}`,
  orLater: 'or later',
  orEarlier: 'or earlier',
  oneOf: 'one of',
  and: 'and',
  or: 'or',
  unknown: {
    year: 'year not known',
    month: 'month not known',
    day: 'day not known',
    begin: 'beginning not known',
    end: 'end not known',
  },
  uncertain: {
    whole: 'uncertain',
    year: 'year uncertain',
    month: 'month uncertain',
    day: 'day uncertain',
    begin: 'beginning uncertain',
    end: 'end uncertain',
  },
  approximate: {
    year: 'year approximate',
    month: 'month approximate',
    day: 'day approximate',
  },
  noEnd: 'no end given',
  undated: 'undated',
  anyTime: 'any time',
  sameDay: 'same day',
  before: (distance) => `${distance} before`,
  after: (distance) => `${distance} after`,
  units: {
    day: { one: 'day', other: 'days' },
    month: { one: 'month', other: 'months' },
    year: { one: 'year', other: 'years' },
  },
};

function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'].at(n % 10 > 3 ? 0 : n % 10) ?? 'th');
  return `${n}${ending}`;
}
