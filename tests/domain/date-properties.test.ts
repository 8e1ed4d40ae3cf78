import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type DatePoint, type EventDate, readDate } from '../../src/domain/date';
import { dateWords } from '../../src/domain/date-words';
import { quote } from '../../src/domain/quote';
import { PHRASES } from '../fixtures/phrases';
import { edtfStrings } from '../oracle/date-strings';

const SEED = 20261123;
const runs = { seed: SEED, numRuns: 2000 };

const anyText = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789XYTZ?~%-/.,:+[]{} E')), maxLength: 40 }),
);
const drawn = edtfStrings(SEED, 60);
const dates = drawn.flatMap((text) => {
  const reading = readDate(text);
  return reading.ok ? [reading.date] : [];
});

function pointsOf(date: EventDate): readonly DatePoint[] {
  return [date.begin, date.end, ...date.members.flatMap(({ begin, end }) => [begin, end])];
}

function sayings(date: EventDate): readonly string[] {
  return Object.values(PHRASES).flatMap((phrases) => [
    dateWords(date, phrases, 'long'),
    dateWords(date, phrases, 'short'),
  ]);
}

describe(`any text (seed ${SEED})`, () => {
  it('never makes readDate throw, and what it refuses it names', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = readDate(text);
        if (reading.ok) return;
        expect(reading.message).toBe(`date ${quote(text)}: ${reading.reason}; ${reading.remedy}`);
        expect(reading.remedy).toMatch(/^use /);
      }),
      runs,
    );
  });
});

describe(`dates drawn from all of EDTF (seed ${SEED})`, () => {
  it('are many', () => {
    expect(dates.length).toBeGreaterThan(800);
    expect(new Set(dates.map(({ kind }) => kind))).toEqual(new Set(['point', 'span', 'one of', 'all of']));
  });

  it('begin before they end, and so does each of their dates unless it is open', () => {
    for (const date of dates) {
      expect(date.earliest, date.text).toBeLessThan(date.latest);
      for (const { earliest, latest, bound } of pointsOf(date)) {
        if (bound === 'open' && earliest === latest) expect(Math.abs(earliest), date.text).toBe(Infinity);
        else expect(earliest, date.text).toBeLessThan(latest);
      }
    }
  });

  it('hold both ends within their extent, the beginning no later than the end', () => {
    for (const { text, begin, end, earliest, latest } of dates) {
      expect([earliest, latest], text).toEqual([begin.earliest, end.latest]);
      expect(begin.earliest, text).toBeLessThanOrEqual(end.earliest);
      expect(begin.latest, text).toBeLessThanOrEqual(end.latest);
    }
  });

  it('have words in every language, in every style, and never a failed number among them', () => {
    for (const date of dates) {
      for (const saying of sayings(date)) {
        expect(saying, date.text).not.toMatch(/^$|NaN|Infinity|undefined|Invalid|null|\[|\]|\|/);
      }
    }
  });
});

describe('the zone of the computer', () => {
  const home = process.env.TZ;
  afterEach(() => {
    if (home === undefined) delete process.env.TZ;
    else process.env.TZ = home;
  });

  it('changes neither instants nor words', () => {
    const texts = drawn.filter((_, i) => i % 4 === 0);
    const told = (zone: string): string => {
      process.env.TZ = zone;
      return JSON.stringify(
        texts.map((text) => {
          const reading = readDate(text);
          return reading.ok
            ? [String(reading.date.earliest), String(reading.date.latest), ...sayings(reading.date)]
            : reading;
        }),
      );
    };
    const offsets = new Set<number>();
    const answers = ['UTC', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu'].map((zone) => {
      const answer = told(zone);
      offsets.add(new Date(2004, 0, 1).getTimezoneOffset());
      return answer;
    });
    expect(offsets.size).toBe(4);
    expect(new Set(answers).size).toBe(1);
  });
});

describe('the bundled chronology', () => {
  const text = readFileSync(new URL('../../public/data/csto.json', import.meta.url), 'utf8');
  const found = [...text.matchAll(/"(?:date|reported|updated)": ?"([^"]*)"/g)].map(([, date]) => date);

  it('has no date that cannot be read or told', () => {
    expect(new Set(found).size).toBeGreaterThan(400);
    for (const date of new Set(found)) {
      const reading = readDate(date);
      expect(reading.ok ? null : reading.message).toBeNull();
      if (reading.ok) expect(dateWords(reading.date, PHRASES.en, 'long')).toMatch(/\d{4}/);
    }
  });
});
