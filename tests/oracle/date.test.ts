// @ts-expect-error -- the package brings no types
import edtf from 'edtf';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/date';
import { type Case, DIFFERENCES, type Theirs } from './date-differences';
import { edtfStrings } from './date-strings';

const SEED = 20261123;
const DAY = 86_400_000;
/** Drawn too rarely to rely on. */
const RARE = [
  '0000-02-29',
  '20240101',
  '12345',
  '2024-02-01/',
  '/2024',
  'Y170000002',
  '2023-02-29',
  '1900-02-29',
  '/',
  '../..',
];

function ask(text: string): Theirs | null {
  try {
    const date = edtf(text);
    const told = date.type === 'Date';
    const { min, max } = date;
    return {
      min,
      max,
      uncertain: told ? date.uncertain.value > 0 : null,
      approximate: told ? date.approximate.value > 0 : null,
    };
  } catch {
    return null;
  }
}

function agree({ ours, theirs }: Case): boolean {
  if (!ours.ok || theirs === null) return !ours.ok && theirs === null;
  return ours.date.earliest === theirs.min && theirs.max !== null && ours.date.latest === theirs.max + 1;
}

describe(`dates beside the edtf package (seed ${SEED})`, () => {
  const strings = [...new Set([...RARE, ...edtfStrings(SEED, 125)])];
  const cases = strings.map((text): Case => ({ text, ours: readDate(text), theirs: ask(text), ask }));
  const differing = cases.filter((found) => !agree(found));

  it('compares at least 2,000 strings, of which at least 500 are dates to both and 300 to neither', () => {
    expect(strings.length).toBeGreaterThanOrEqual(2000);
    const agreed = cases.filter(agree);
    expect(agreed.filter(({ ours }) => ours.ok).length).toBeGreaterThanOrEqual(500);
    expect(agreed.filter(({ ours }) => !ours.ok).length).toBeGreaterThanOrEqual(300);
  });

  it('differs in no way but those that are argued', () => {
    const unexplained = differing.filter((found) => !DIFFERENCES.some(({ holds }) => holds(found)));
    expect(
      unexplained.map(({ text, ours, theirs }) => ({ text, ours: ours.ok ? ours.date : ours.message, theirs })),
    ).toEqual([]);
  });

  it.each(DIFFERENCES)('differs still in $name', ({ holds }) => {
    expect(differing.some((found) => holds(found))).toBe(true);
  });

  it('calls the same dates uncertain and approximate', () => {
    const told = cases.flatMap(({ text, ours, theirs }) => {
      if (!ours.ok || typeof theirs?.uncertain !== 'boolean') return [];
      const { uncertain, approximate } = ours.date;
      return [{ ours: { text, uncertain, approximate }, theirs: { ...theirs, text } }];
    });
    expect(told.filter(({ ours }) => ours.uncertain || ours.approximate).length).toBeGreaterThan(150);
    for (const { ours, theirs } of told) expect(theirs).toMatchObject(ours);
  });
});

function daysOf(year: number): readonly string[] {
  const days: string[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY) {
    days.push(new Date(day).toISOString().slice(5, 10));
  }
  return days;
}

const COMMON_DAYS = daysOf(2001);
const LEAP_DAYS = daysOf(2000);

describe(`unknown digits beside counting every day that fits (seed ${SEED})`, () => {
  const strings = edtfStrings(SEED, 400, 'unspecified').filter((text) => /^-?(?:\d*X?\d*){1,2}(?:-|$)/.test(text));

  it('gives the first and the last of them', () => {
    expect(strings.length).toBeGreaterThan(200);
    for (const text of strings) {
      const reading = readDate(text);
      const extent = reading.ok ? [reading.date.earliest, reading.date.latest] : null;
      expect([text, extent]).toEqual([text, countedExtent(text)]);
    }
  });
});

/** First instant of the first day whose digits fit and end of the last, by looking at every day of every year that does. */
function countedExtent(text: string): [number, number] | null {
  const pattern = new RegExp(`^${text.replace(/X/g, '\\d')}`);
  const yearPattern = new RegExp(`^${text.replace(/^(-?.{4}).*/, '$1').replace(/X/g, '\\d')}$`);
  let earliest = Infinity;
  let latest = -Infinity;
  for (let magnitude = 0; magnitude < 10_000; magnitude += 1) {
    const digits = String(magnitude).padStart(4, '0');
    const year = text.startsWith('-') && magnitude > 0 ? `-${digits}` : digits;
    if (!yearPattern.test(year)) continue;
    const begin = new Date(0).setUTCFullYear(Number(year), 0, 1);
    const days = new Date(begin).setUTCMonth(1, 29) === new Date(begin).setUTCMonth(2, 1) ? COMMON_DAYS : LEAP_DAYS;
    for (const [i, monthAndDay] of days.entries()) {
      if (!pattern.test(`${year}-${monthAndDay}`)) continue;
      earliest = Math.min(earliest, begin + i * DAY);
      latest = Math.max(latest, begin + (i + 1) * DAY);
    }
  }
  return earliest < latest ? [earliest, latest] : null;
}
