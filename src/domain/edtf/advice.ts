import type { Fault } from './model';

interface Habit {
  readonly pattern: RegExp;
  readonly advice: (match: readonly string[]) => Fault;
}

const pad = (digits: string): string => digits.padStart(2, '0');

/** Ways of writing a date that are not EDTF, the likeliest first. Every pattern is linear in the length of the text. */
const HABITS: readonly Habit[] = [
  { pattern: /^$/, advice: () => ({ reason: 'nothing is there', remedy: 'use null for an event without a date' }) },
  { pattern: /^\s|\s$/, advice: () => ({ reason: 'space around it', remedy: 'use it without' }) },
  {
    pattern: /^(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/,
    advice: ([, year, month, day]) => ({ reason: 'no hyphens', remedy: `use ${year}-${month}-${day}` }),
  },
  {
    pattern: /^(-?)(\d{5,})$/,
    advice: ([, sign, year]) => ({ reason: `a year of ${year.length} digits`, remedy: `use Y${sign}${year}` }),
  },
  {
    pattern: /^-?\d{5,}-/,
    advice: () => ({ reason: 'a year of more than four digits', remedy: 'use Y and the year alone, such as Y12000' }),
  },
  {
    pattern: /^(-?)(\d{1,3})([?~%]?)$/,
    advice: ([, sign, digits, mark]) => {
      const year = `${sign}${digits.padStart(4, '0')}${mark}`;
      const unknown = digits.length === 1 ? '' : `, or ${sign}${digits.padEnd(4, 'X')}${mark}`;
      const group = digits.length === 3 ? ' for a decade' : digits.length === 2 ? ' for a century' : '';
      return { reason: 'a year needs four digits', remedy: `use ${year}${unknown}${group}` };
    },
  },
  {
    pattern: /^(\d{3})0s$/,
    advice: ([, decade]) => ({ reason: 'a decade in words', remedy: `use ${decade}X` }),
  },
  {
    pattern: /^(?:c|ca|circa)\.? ?(\d{4})$/i,
    advice: ([, year]) => ({ reason: 'an approximate year in words', remedy: `use ${year}~` }),
  },
  {
    pattern: /^(\d{4}) ?[-–] ?(\d{4})$/,
    advice: ([, begin, end]) => ({ reason: 'a span without a slash', remedy: `use ${begin}/${end}` }),
  },
  { pattern: /[‐-―−]/, advice: () => ({ reason: 'a dash that is not a hyphen', remedy: 'use -' }) },
  {
    pattern: /^(-?\d{4})[-./](\d{1,2})$/,
    advice: ([, year, month]) => ({
      reason: 'a month needs a hyphen before it and two digits',
      remedy: `use ${year}-${pad(month)}`,
    }),
  },
  {
    pattern: /^(-?\d{4})[-./](\d{1,2})[-./](\d{1,2})$/,
    advice: ([, year, month, day]) => ({
      reason: 'month and day need a hyphen before each and two digits',
      remedy: `use ${year}-${pad(month)}-${pad(day)}`,
    }),
  },
  {
    pattern: /^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$/,
    advice: () => ({ reason: 'which is the month cannot be told', remedy: 'use YYYY-MM-DD' }),
  },
  {
    pattern: /^(\d{4}-\d\d-\d\d)[ t](\d\d:\d\d.*)$/,
    advice: ([, day, time]) => ({ reason: 'a time without T before it', remedy: `use ${day}T${time.toUpperCase()}` }),
  },
  {
    pattern: /^\d{4}-?W\d/,
    advice: () => ({ reason: 'a week of the year', remedy: 'use the days, such as 2024-07-22/2024-07-28' }),
  },
  {
    pattern: /^\d{4}-\d{3}$/,
    advice: () => ({ reason: 'a day of the year', remedy: 'use YYYY-MM-DD' }),
  },
  {
    pattern: /^-?\d{4}S\d/,
    advice: () => ({
      reason: 'significant digits are not read',
      remedy: 'use X for each digit that is not known, such as 19XX',
    }),
  },
  {
    pattern: /^[?~%]?-?[\dXxUu*#]{4}[-?~%\dXxUu*#]*$/,
    advice: ([text]) => ({ reason: 'a digit that is not one', remedy: `use ${text.replace(/[xUu*#]/g, 'X')}` }),
  },
];

const UNKNOWN: Fault = { reason: 'not a date in EDTF', remedy: 'use YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-07-25' };

/** What to say of a text that is no EDTF date at all. Never throws. */
export function advise(text: string): Fault {
  for (const { pattern, advice } of HABITS) {
    const match = pattern.exec(text);
    if (match !== null) return advice(match);
  }
  return UNKNOWN;
}
