import { ENGLISH } from '../../src/domain/phrase-books';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../src/domain/calendar';
import { Bitmap } from '../../src/engine/bitmap';
import type { Columns } from '../../src/engine/columns';
import { AXIS_PX, LANE_PX, layoutScene } from '../../src/engine/layout';
import type { Field } from '../../src/engine/query';
import type { Detail } from '../../src/engine/scene';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { lanesFor, measured, PLOT_LEFT, sceneOf, wrongs } from '../oracle/layout';

const WINDOWS = 14;

function finiteSpan(columns: Columns): { from: number; to: number } {
  const finite = [...columns.earliest, ...columns.latest].filter((t) => Number.isFinite(t) && Math.abs(t) < 1e13);
  return { from: Math.min(...finite), to: Math.max(...finite) };
}

describe('a scene agrees with comparing all with all', () => {
  const seen = new Set<Detail>();
  for (const [count, seed, nasty] of [
    [0, 1, 0],
    [1, 2, 0],
    [40, 3, 0.3],
    [300, 4, 0.1],
    [300, 5, 0],
    [1500, 6, 0.02],
  ] as const) {
    it(`with ${count} events, seed ${seed}`, () => {
      const columns = columnsOf(generateChronology(count, seed, { nasty, lean: true }));
      const source = random(seed);
      const span = count === 0 ? { from: 0, to: DAY_MS } : finiteSpan(columns);
      for (let i = 0; i < WINDOWS; i++) {
        const length = Math.max(DAY_MS, (span.to - span.from) * source.next() ** (1 + (i % 4) * 2));
        const from = span.from + (span.to - span.from - length) * source.next();
        const by = source.pick<Field | 'none'>(['none', 'topic', 'actor', 'type']);
        const matches =
          i % 3 === 0 ? Bitmap.fromRows(some(columns.count, source.next), columns.count) : Bitmap.all(columns.count);
        const height = source.pick([120, 320, 700]);
        const scene = sceneOf(columns, { from, to: from + length, by, matches, height, scrollTop: source.below(400) });
        expect(wrongs(scene, columns, lanesFor(columns, by, matches))).toEqual([]);
        scene.lanes.forEach(({ detail }) => seen.add(detail));
      }
    });
  }

  it('in every detail there is', () => {
    expect([...seen].sort()).toEqual(['density', 'labels', 'marks']);
  });
});

function some(count: number, next: () => number): number[] {
  const share = next();
  return Array.from({ length: count }, (_, row) => row).filter(() => next() < share);
}

describe('a lane of nothing but extents longer than the window', () => {
  const columns = columnsOf(chronologyOf(Array.from({ length: 200 }, (_, i) => ({ date: `${1990 + (i % 30)}/..` }))));

  it('shows where they begin', () => {
    const [lane] = sceneOf(columns, { from: Date.UTC(1990, 0), to: Date.UTC(2020, 0) }).lanes;
    expect([lane.detail, lane.density?.reduce((sum, count) => sum + count)]).toEqual(['density', 200]);
  });
});

describe('a scene', () => {
  const columns = columnsOf(
    chronologyOf(
      [
        { date: '2022-01-06', topics: ['a'], title: 'One' },
        { date: '2022-03-01', topics: ['a', 'b'] },
        { date: '2022-03-01', topics: ['c'] },
        { date: null, topics: ['c'] },
      ],
      { topics: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] },
    ),
  );
  const year = { from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1) };

  it('lets few lanes share the room and gives one lane all of it', () => {
    expect(sceneOf(columns, { ...year, by: 'topic' }).lanes.map(({ top, height }) => [top, height])).toEqual([
      [24, 98],
      [122, 98],
      [220, 98],
    ]);
    expect(sceneOf(columns, year).lanes.map(({ height }) => height)).toEqual([320 - AXIS_PX]);
  });

  it('names an event in every lane it belongs to, each with its mark', () => {
    const lanes = sceneOf(columns, { ...year, by: 'topic' }).lanes;
    expect(lanes.map(({ id, marks }) => [id, marks.map(({ row }) => row)])).toEqual([
      ['a', [0, 1]],
      ['c', [2]],
      ['b', [1]],
    ]);
  });

  it('keeps the scroll position within the content', () => {
    const far = sceneOf(columns, { ...year, by: 'topic', height: 84, scrollTop: 1e6 });
    expect(far.contentHeight).toBe(AXIS_PX + 3 * LANE_PX);
    expect(far.scrollTop).toBe(far.contentHeight - 84);
    expect(far.lanes.map(({ index }) => index)).toEqual([1, 2]);
    expect(sceneOf(columns, { ...year, scrollTop: NaN }).scrollTop).toBe(0);
  });

  it('does not read the rows of lanes out of sight', () => {
    const asked: string[] = [];
    const rows = Bitmap.all(columns.count);
    const lanes = Array.from({ length: 50 }, (_, i) => ({
      id: String(i),
      name: String(i),
      count: 4,
      get rows() {
        asked.push(this.id);
        return rows;
      },
    }));
    const [width, height, scrollTop] = [900, 24 + 80, 400];
    const base = {
      columns,
      lanes,
      plotLeft: PLOT_LEFT,
      phrases: ENGLISH,
      slotOf: () => -1,
      labelOf: String,
      measure: measured,
    };
    layoutScene({ ...base, scale: { ...year, width: 1 }, width, height, scrollTop });
    expect([...new Set(asked)]).toEqual(['10', '11']);
  });

  it('stands sizes that make no sense', () => {
    const scene = sceneOf(columns, { ...year, width: 0, height: 0 });
    expect(scene.scale.width).toBe(1);
    expect(wrongs(scene, columns, lanesFor(columns, 'none', Bitmap.all(4)))).toEqual([]);
  });

  it('asks for the titles of labelled rows only', () => {
    const asked = new Set<number>();
    const labelOf = (row: number): string => {
      asked.add(row);
      return 'x';
    };
    sceneOf(columns, { from: Date.UTC(2022, 1, 1), to: Date.UTC(2022, 5, 1), labelOf });
    expect([...asked].sort()).toEqual([1, 2]);
  });
});
