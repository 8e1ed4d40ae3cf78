import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDate } from '../../src/domain/date';
import { dateWords } from '../../src/domain/date-words';
import type { Phrases } from '../../src/domain/phrase-books';
import { NO_READING, readWritten, type Reading } from '../../src/domain/written-date';
import { readGrammar } from '../../src/domain/written/grammar';
import { readNamed } from '../../src/domain/written/named';
import { PHRASES } from '../fixtures/phrases';

const SEED = 20261123;
const RUNS = { seed: SEED, numRuns: 400 };
const DAY_MS = 86_400_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTHS_RU = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const MONTHS_DE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const MONTHS_FR = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const MONTHS_ES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

const day = fc.integer({ min: Date.UTC(1000, 0, 1) / DAY_MS, max: Date.UTC(2999, 11, 31) / DAY_MS });

type Writer = (year: number, month: number, day: number) => string;
const pad = (value: number): string => String(value).padStart(2, '0');

const WRITERS: readonly (readonly [name: string, writer: Writer, reading: Reading])[] = [
  ['D.M.YYYY', (y, m, d) => `${d}.${m}.${y}`, NO_READING],
  ['DD.MM.YYYY', (y, m, d) => `${pad(d)}.${pad(m)}.${y}`, NO_READING],
  ['YYYY/MM/DD', (y, m, d) => `${y}/${pad(m)}/${pad(d)}`, NO_READING],
  ['YYYYMMDD', (y, m, d) => `${y}${pad(m)}${pad(d)}`, NO_READING],
  ['M/D/YYYY', (y, m, d) => `${m}/${d}/${y}`, { order: 'month first', numbers: null }],
  ['DD-MM-YYYY', (y, m, d) => `${pad(d)}-${pad(m)}-${y}`, { order: 'day first', numbers: null }],
  ['D Month YYYY', (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`, NO_READING],
  ['Mon D, YYYY', (y, m, d) => `${MONTHS[m - 1].slice(0, 3)} ${d}, ${y}`, NO_READING],
  ['DD-Mon-YYYY', (y, m, d) => `${pad(d)}-${MONTHS[m - 1].slice(0, 3)}-${y}`, NO_READING],
  ['D месяца YYYY г.', (y, m, d) => `${d} ${MONTHS_RU[m - 1]} ${y} г.`, NO_READING],
  ['D. Monat YYYY', (y, m, d) => `${d}. ${MONTHS_DE[m - 1]} ${y}`, NO_READING],
  ['D mois YYYY', (y, m, d) => `${d === 1 ? '1er' : d} ${MONTHS_FR[m - 1]} ${y}`, NO_READING],
  ['D de mes de YYYY', (y, m, d) => `${d} de ${MONTHS_ES[m - 1]} de ${y}`, NO_READING],
];

function isoOf(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

describe(`every day written in some way is read back (seed ${SEED})`, () => {
  it.each(WRITERS)('%s', (_, writer, reading) => {
    fc.assert(
      fc.property(day, (days) => {
        const iso = isoOf(days);
        const [year, month, date] = iso.split('-').map(Number);
        expect(readWritten(writer(year, month, date), reading)).toMatchObject({ ok: true, edtf: iso });
      }),
      RUNS,
    );
  });

  it('as a span of two', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 900 }), (days, length) => {
        const [from, to] = [days, days + length].map(isoOf);
        const text = [from, to].map((iso) => iso.split('-').reverse().join('.')).join(' – ');
        expect(readWritten(text, NO_READING)).toMatchObject({ ok: true, edtf: `${from}/${to}` });
      }),
      RUNS,
    );
  });

  it('as a number that its column counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3000, max: 4_000_000_000 }), (seconds) => {
        const edtf = new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
        expect(readWritten(seconds, { order: null, numbers: 'epoch s' })).toEqual({ ok: true, edtf });
        expect(readWritten(seconds * 1000, { order: null, numbers: 'epoch ms' })).toEqual({ ok: true, edtf });
      }),
      RUNS,
    );
  });
});

const EDTF = [
  '2024-07-25',
  '2024-03-01',
  '2023-11',
  '2024',
  '0079',
  '-0043',
  '-2999',
  '1992~',
  '1992?',
  '1992%',
  '1992-05~',
  '199X',
  '17XX',
  '1XXX',
  '-04XX',
  '-0044-03-15',
  '2021-21',
  '2021-24',
  '2021-33',
  '2021-37',
  '2021-40',
  '2022-01-06/2022-01-19',
  '2022-01-06/2022-03-19',
  '2014-07/2014-08',
  '2015/2023',
  '-2999/-2000',
  '2026-01/..',
  '../2019',
  '/2019-05-01',
  '2024-07-25T13:45Z',
  'Y-12000',
];

describe('what Dateline says of a date in words', () => {
  const books: [string, Phrases][] = Object.entries(PHRASES);
  it.each(books)('is read back: %s', (_, phrases) => {
    for (const text of EDTF) {
      const meant = readDate(text);
      if (!meant.ok) throw new Error(meant.message);
      for (const style of ['long', 'short'] as const) {
        const words = dateWords(meant.date, phrases, style);
        const back = readWritten(words, NO_READING);
        const found = readDate(back.ok ? back.edtf : back.reason);
        const { earliest, latest } = meant.date;
        expect([words, found.ok && [found.date.earliest, found.date.latest]]).toEqual([words, [earliest, latest]]);
      }
    }
  });
});

describe(`whatever the text (seed ${SEED})`, () => {
  const words = fc.constantFrom(
    ...'5 19 31 1 2022 1990s 44 BC Jan мая . , - – / to bis по Q3 early c. ? 10:30 century XIX spring before до между and T 2024-01-05 03/04/2024'.split(
      ' ',
    ),
    ' ',
    '',
  );
  const likely = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(' '));
  const tight = fc.array(words, { maxLength: 8 }).map((parts) => parts.join(''));

  it('nothing is thrown, and what is read is a date', () => {
    fc.assert(
      fc.property(fc.oneof(likely, tight, fc.string({ unit: 'grapheme' })), (text) => {
        for (const order of [null, 'day first', 'month first'] as const) {
          const written = readWritten(text, { order, numbers: null });
          if (written.ok) expect([text, written.edtf, readDate(written.edtf).ok]).toEqual([text, written.edtf, true]);
          else expect(written.reason).not.toBe('');
        }
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });

  it('the fast way reads names of months as the grammar does', () => {
    const name = fc.constantFrom(...MONTHS, ...MONTHS_RU, ...MONTHS_DE, ...MONTHS_FR, ...MONTHS_ES, 'Mon', 'Fri');
    const parts = fc.tuple(
      fc.integer({ min: 0, max: 32 }),
      fc.constantFrom('', '.', 'th', 'er'),
      name,
      fc.integer({ min: 1000, max: 2999 }),
    );
    fc.assert(
      fc.property(parts, fc.constantFrom('dmy', 'mdy', 'my'), ([date, suffix, month, year], shape) => {
        const text =
          shape === 'dmy'
            ? `${date}${suffix} ${month} ${year}`
            : shape === 'mdy'
              ? `${month} ${date}, ${year}`
              : `${month} ${year}`;
        const fast = readNamed(text);
        if (fast !== null) expect([text, fast]).toEqual([text, readGrammar(text, null)]);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});
