import { ENGLISH } from '../../src/domain/phrase-books';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/domain/calendar';
import { histogram } from '../../src/engine/histogram';
import { ticks } from '../../src/engine/ticks';
import { CATEGORIES } from '../../src/render/categories';
import { type Palette, readPalette } from '../../src/render/palette';
import { overviewToSvg, sceneToSvg } from '../../src/render/svg';
import { estimated } from '../../src/render/svg-pen';
import type { Emphasis } from '../../src/render/emphasis';
import { type Accents, NO_ACCENTS } from '../../src/render/timeline';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf, type Sketch } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { sceneOf, type SceneOptions } from '../oracle/layout';

const LIGHT: Readonly<Record<string, string>> = {
  '--paper': '#fbfaf7',
  '--panel': '#ffffff',
  '--ink': '#1c1b19',
  '--ink-2': '#5b5852',
  '--ink-3': '#706d64',
  '--line': '#e4e0d8',
  '--line-2': '#efece5',
  '--accent': '#b3402a',
  '--accent-ink': '#8f2f1c',
  '--neutral': '#8b877e',
};

function palette(ground: '--panel' | '--paper'): Palette {
  return readPalette(
    (name) => (name.startsWith('--slot-') ? CATEGORIES.light[Number(name.slice(7))] : LIGHT[name]),
    ground,
  );
}

/** Titles are taken from the sketches; rows are found by title. */
function drawn(
  sketches: readonly Sketch[],
  options: Omit<SceneOptions, 'labelOf'>,
  accents: Partial<Accents> = {},
  emphasis: Emphasis | null = null,
): string {
  const ordered = chronologyOf(sketches, { topics: [{ id: 'Treaty' }, { id: 'Summit' }, { id: 'Exercise' }] });
  const columns = columnsOf(ordered);
  const scene = sceneOf(columns, { width: 720, ...options, labelOf: (row) => sketches[row]?.title ?? `Event ${row}` });
  return sceneToSvg(scene, palette('--panel'), 'A scene', { ...NO_ACCENTS, ...accents }, emphasis);
}

const YEAR: SceneOptions = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1) };

describe('scenes look as they did', () => {
  it('every shape of date, with its label', async () => {
    const sketches: Sketch[] = [
      { date: '../2022-02-10', title: 'Open begin' },
      { date: '2022-01-06/2022-01-19', title: 'Peacekeeping mission' },
      { date: '2022-03-08', title: 'A day' },
      { date: '2022-03-09?', title: 'An uncertain day' },
      { date: '2022-05', title: 'Some day in May, which one is not known' },
      { date: '2022-06-03/2022-08~', title: 'A span that ended some time in August, approximately' },
      { date: '2022-07-01/2022-09', title: 'A span that ended some time in September' },
      { date: '[2022-09-10..2022-11-20]', title: 'One day between two dates' },
      { date: '2022-10-15/..', title: 'Has no end' },
      { date: '2022-12-20', title: 'A day at the right edge' },
      { date: null, title: 'Undated' },
    ];
    await expect(drawn(sketches, { ...YEAR, height: 200 })).toMatchFileSnapshot('./shapes.svg');
  });

  it('lanes with marks in them, one selected and one under the pointer', async () => {
    const sketches = Array.from({ length: 16 }, (_, i): Sketch => ({
      date: i % 5 === 4 ? '2022-10' : `2022-${String(2 + Math.floor(i / 6) * 3).padStart(2, '0')}-${10 + i}`,
      topics: i % 3 === 0 ? ['Treaty', 'Summit'] : ['Exercise'],
    }));
    const accents = { included: new Set(['Summit']), focusedLane: 1 };
    const emphasis = { selectedRow: 6, selectedAt: null, hoveredRow: 3 };
    const picture = drawn(sketches, { ...YEAR, by: 'topic', height: 144 }, accents, emphasis);
    await expect(picture).toMatchFileSnapshot('./lanes.svg');
  });

  it('what stands out: lit rows, now, a quiet stretch', async () => {
    const sketches = Array.from({ length: 9 }, (_, i): Sketch => ({ date: `2022-${i < 5 ? '02' : '11'}-0${1 + i}` }));
    const accents = {
      litRows: (row: number) => row % 2 === 0,
      now: Date.UTC(2022, 11, 1),
      quiet: [{ from: Date.UTC(2022, 1, 6), to: Date.UTC(2022, 10, 6), words: '9 months without events' }],
    };
    await expect(drawn(sketches, { ...YEAR, height: 64 }, accents)).toMatchFileSnapshot('./accents.svg');
  });

  it('density', async () => {
    const columns = columnsOf(generateChronology(800, 16, { lean: true }));
    const scene = sceneOf(columns, { from: Date.UTC(2004, 0, 1), to: Date.UTC(2008, 0, 1), width: 420, height: 84 });
    await expect(sceneToSvg(scene, palette('--panel'), 'Density')).toMatchFileSnapshot('./density.svg');
  });

  it('the overview', async () => {
    const columns = columnsOf(generateChronology(60, 17, { lean: true }));
    const scale = { from: Date.UTC(1996, 0, 1), to: Date.UTC(2026, 0, 1), width: 400 };
    const all = histogram(columns, null, scale.from, scale.to, 50);
    const overview = {
      scale,
      left: 12,
      height: 64,
      all,
      matches: all.map((count, bin) => (bin % 3 === 0 ? count / 2 : 0)),
      brush: { from: Date.UTC(2012, 0, 1), to: Date.UTC(2016, 0, 1) },
      quiet: [{ from: Date.UTC(2021, 0, 1), to: Date.UTC(2021, 0, 1) + 900 * DAY_MS, words: '2 years' }],
      ticks: ticks(scale, 12, ENGLISH, 60),
    };
    const shown = { from: Date.UTC(2010, 0, 1), to: Date.UTC(2020, 0, 1) };
    await expect(overviewToSvg(overview, shown, palette('--paper'), 'Overview')).toMatchFileSnapshot('./overview.svg');
  });
  it('no label of the overview is cut off at its ends', () => {
    const scale = { from: Date.UTC(2023, 11, 24), to: Date.UTC(2024, 1, 5), width: 776 };
    const [left, height, none] = [16, 64, new Float64Array(10)];
    const marked = ticks(scale, left, ENGLISH, 44);
    const overview = { scale, left, height, all: none, matches: none, brush: null, quiet: [], ticks: marked };
    const svg = overviewToSvg(overview, scale, palette('--paper'), 'Overview');
    const labels = [...svg.matchAll(/<text x="([\d.]+)"[^>]* text-anchor="middle"[^>]*>([^<]+)</g)];
    expect(labels.map(([, , label]) => label)).toContain('Dec 2023');
    for (const [, x, label] of labels) {
      const half = estimated(label, { size: 11, bold: false }) / 2;
      expect(Number(x) - half, label).toBeGreaterThanOrEqual(0);
      expect(Number(x) + half, label).toBeLessThanOrEqual(scale.width + 2 * left);
    }
  });
});
