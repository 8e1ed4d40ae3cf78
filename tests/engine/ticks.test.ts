import { describe, expect, it } from 'vitest';
import { DAY_MS, dayOf, instantOf } from '../../src/domain/calendar';
import type { Phrases } from '../../src/domain/phrase-books';
import type { TimeScale } from '../../src/engine/scale';
import { labelRoom, ticks } from '../../src/engine/ticks';
import { PHRASES } from '../fixtures/phrases';
import { random } from '../fixtures/random';

const GAP = 44;

function words(from: number, to: number, phrases: Phrases = PHRASES.en, width = 620): string {
  const written = ticks({ from, to, width }, 100, phrases, GAP).map(({ label, major, line }) => {
    const text = major ? `*${label}` : label;
    return line ? text : `(${text})`;
  });
  return written.join(' ');
}

describe('ticks name', () => {
  it('quarters under years', () => {
    expect(words(Date.UTC(2022, 0, 1), Date.UTC(2025, 0, 1))).toBe(
      '*2022 Apr Jul Oct *2023 Apr Jul Oct *2024 Apr Jul Oct',
    );
  });

  it('the year in which the window begins', () => {
    expect(words(Date.UTC(2022, 4, 10), Date.UTC(2023, 5, 1))).toBe(
      '(*2022)  Jul Aug Sep Oct Nov Dec *2023 Feb Mar Apr May',
    );
  });

  it('months in the language of the document', () => {
    expect(words(Date.UTC(2022, 0, 13), Date.UTC(2022, 6, 10), PHRASES.de)).toBe('(*2022) Feb. März Apr. Mai Juni ');
  });

  it('days under months, counted from the first', () => {
    expect(words(Date.UTC(2022, 0, 13), Date.UTC(2022, 2, 10))).toBe('(*Jan 2022)  20 25 *Feb 5 10 15 20 25 *Mar 5');
    expect(words(Date.UTC(2021, 11, 20), Date.UTC(2022, 0, 9))).toBe('(*Dec 2021)  23 25 27 29 *Jan 2022  5 7');
  });

  it('hours under days', () => {
    expect(words(Date.UTC(2022, 0, 13), Date.UTC(2022, 0, 14))).toBe(
      '*13 Jan 2022  06:00 09:00 12:00 15:00 18:00 21:00',
    );
  });

  it('years, decades and centuries, the round ones first among them', () => {
    expect(words(Date.UTC(2019, 0, 1), Date.UTC(2028, 0, 1))).toBe('2019 *2020 2021 2022 2023 2024 2025 2026 2027');
    expect(words(Date.UTC(1992, 0, 1), Date.UTC(2026, 5, 1))).toBe('1995 *2000 2005 2010 2015 2020 ');
    expect(words(Date.UTC(2000, 0, 1), Date.UTC(2100, 0, 1))).toBe(
      '*2000 2010 2020 2030 2040 2050 2060 2070 2080 2090',
    );
  });

  it('years BC as people count them, without a year 0', () => {
    expect(words(instantOf(-220, 1, 1), instantOf(350, 1, 1))).toBe(
      '200 BC 150 BC 100 BC 50 BC *AD 1 AD 50 100 150 200 250 300',
    );
  });

  it('years beyond what Date holds', () => {
    expect(words(instantOf(167_900_000_000, 1, 1), instantOf(170_400_000_000, 1, 1), PHRASES.en, 900)).toBe(
      '168,000,000,000 168,500,000,000 169,000,000,000 169,500,000,000 *170,000,000,000',
    );
  });
});

/** What holds for any window. */
function wrongs(scale: TimeScale, phrases: Phrases): string[] {
  const left = 57;
  const found = ticks(scale, left, phrases, GAP);
  const said: string[] = [];
  const lines = found.filter(({ line }) => line);
  lines.forEach(({ x }, i) => {
    if (!(x >= left && x < left + scale.width)) said.push(`a line at ${x}`);
    if (i > 0 && x - lines[i - 1].x < GAP - 1e-6) said.push(`${x - lines[i - 1].x} px between two lines`);
  });
  const labelled = found.filter(({ label }) => label !== '').map(labelRoom);
  labelled.forEach(({ x, width }, i) => {
    if (i > 0 && x < labelled[i - 1].x + labelled[i - 1].width) said.push('two labels overlap');
    if (x + width > left + scale.width) said.push('a label leaves the axis');
  });
  if (lines.length > scale.width / GAP + 1) said.push(`${lines.length} ticks`);
  return said;
}

describe('ticks in any window', () => {
  it('are neither too close nor too many and their labels keep apart (seed 12)', () => {
    const source = random(12);
    let empty = 0;
    for (let i = 0; i < 1500; i++) {
      const span = DAY_MS * 10 ** (source.next() * 8);
      const from = (source.next() - 0.5) * 10 ** (12 + source.next() * 5);
      const scale = { from, to: from + span, width: 200 + source.below(1200) };
      const language = source.pick(['en', 'ru', 'de', 'fr', 'es'] as const);
      expect(wrongs(scale, PHRASES[language]), JSON.stringify({ scale, language })).toEqual([]);
      if (ticks(scale, 0, PHRASES[language], GAP).every(({ label }) => label === '')) empty++;
    }
    expect(empty).toBeLessThan(15);
  });

  it('begin hours, days, months and years exactly (seed 13)', () => {
    const source = random(13);
    for (let i = 0; i < 300; i++) {
      const from = Date.UTC(1900 + source.below(200), source.below(12), source.below(28), source.below(24));
      const scale = { from, to: from + DAY_MS * 10 ** (source.next() * 5), width: 700 };
      for (const { x, line, major } of ticks(scale, 0, PHRASES.en, GAP)) {
        if (!line) continue;
        const instant = Math.round(from + (x * (scale.to - from)) / 700);
        expect(Math.abs(instant % 3_600_000)).toBe(0);
        if (major) expect(instant).toBe(instantOf(dayOf(instant).year, dayOf(instant).month, dayOf(instant).day));
      }
    }
  });
});
