import { describe, expect, it, test } from 'vitest';
import { type Row, Table } from './measure/outcome';
import { TooLong } from './browser/page';
import { readOptions } from './options';
import type { Drawn } from './measure/loading';
import { markdown } from './report/markdown';
import { shortTable, withShortTable } from './report/readme';
import { PRODUCT, type Results } from './report/results';
import { isMet, ratios } from './report/targets';

const NOTHING: Results = {
  date: '2030-01-02T03:04:05.000Z',
  command: 'npm run bench',
  machine: { cpu: 'Some CPU', cores: 2, memoryBytes: 8e9, system: 'Linux', browser: 'Chrome/1', node: 'v20' },
  loadAverage: { before: [0, 0, 0], after: [1, 1, 1] },
  seed: 1,
  versions: { echarts: '6.1.0' },
  sizes: [1_000, 10_000, 100_000, 1_000_000],
  files: [],
  bundles: [],
  drawing: [],
  loading: [],
  filtering: [],
  clicking: [],
  searching: [],
  typing: [],
};

function drawn(name: string, size: number, ms: number): Row<Drawn> {
  const costs = { count: 9, p50: ms / 20, p95: ms / 10, max: ms / 10 };
  const frames = { ...costs, over16: 0, perSecond: 60 };
  const span = { wall: ms, cpu: ms };
  const moving = { pan: frames, zoom: frames, allThreads: 1 };
  const value = { paint: span, load: { wall: 2 * ms, cpu: ms }, longest: span, peak: null, moving };
  return { name, size, outcome: { ok: true, value } };
}

function failed(name: string, size: number, why: string): Row<Drawn> {
  return { name, size, outcome: { ok: false, why } };
}

const MEASURED: Results = {
  ...NOTHING,
  drawing: [
    drawn(PRODUCT, 10_000, 20),
    drawn(PRODUCT, 100_000, 50),
    drawn('ECharts', 100_000, 300),
    drawn('uPlot', 100_000, 700),
    failed('vis-timeline', 10_000, 'did not finish in 60 s'),
    failed('vis-timeline', 100_000, 'not tried: did not finish at 10,000'),
  ],
};

describe('a ratio', () => {
  const of = (what: string) => ratios(MEASURED).find((target) => target.what.startsWith(what))!;
  it('that is not reached is told as not met', () => {
    expect(of('First paint at 100,000, over ECharts').reached).toBe(6);
    expect(isMet(of('First paint at 100,000, over ECharts'))).toBe(false);
    expect(markdown(MEASURED)).toContain('| First paint at 100,000, over ECharts | at least 7 × | 6 × | **no** |');
  });
  it('over a peer that was given up counts the time it was given', () => {
    expect(of('First paint at 10,000, over vis-timeline')).toMatchObject({ reached: 3000, over: true });
    expect(isMet(of('First paint at 10,000, over vis-timeline'))).toBe(true);
  });
  it('takes the fastest peer, not the first', () => {
    expect(of('Load to first paint at 100,000').reached).toBe(6);
  });
  it('that was not measured is neither', () => {
    expect(isMet(of('Panning at 1,000,000'))).toBeNull();
    expect(ratios(NOTHING).map(isMet)).toEqual(ratios(NOTHING).map(() => null));
  });
  it('of at most so much is met at the bound', () => {
    const target = { what: '', bound: 1.1, sense: 'most', unit: '×', reached: 1.1, over: false } as const;
    expect(isMet(target)).toBe(true);
    expect(isMet({ ...target, reached: 1.11 })).toBe(false);
  });
});

test('README shows ours and the best peer, between its marks and nowhere else', () => {
  const short = shortTable(MEASURED);
  expect(short).toContain('| From a file to the first picture: Dateline | none | 40 ms | 100 ms | none |');
  expect(short).toContain('| the best peer | none | none | 600 ms (ECharts) | none |');
  const text = 'a\n<!-- bench -->\nold\n<!-- /bench -->\nb\n';
  expect(withShortTable(text, 'new')).toBe('a\n<!-- bench -->\n\nnew\n\n<!-- /bench -->\nb\n');
  expect(withShortTable('no marks', 'new')).toBe('no marks');
});

test('the report tells why there is no number', () => {
  const told = markdown(MEASURED);
  expect(told).toContain('did not finish in 60 s | not tried: did not finish at 10,000');
});

describe('a table of measurements', () => {
  const fine = () => Promise.resolve(1);

  it('does not try at larger sizes who did not finish, and says so', async () => {
    const lines: string[] = [];
    const table = new Table<number>('draws', (line) => lines.push(line));
    await table.climb('a', 10, fine);
    await table.climb('a', 10_000, () => Promise.reject(new TooLong(60_000)));
    await table.climb('a', 100_000, fine);
    await table.climb('b', 100_000, fine);
    expect(table.rows.map(({ outcome }) => (outcome.ok ? outcome.value : outcome.why))).toEqual([
      1,
      'did not finish in 60 s',
      'not tried: did not finish at 10,000',
      1,
    ]);
    expect(lines.length).toBe(3);
  });

  it('tells a fault from a deadline', async () => {
    const table = new Table<number>('draws', () => undefined);
    await table.climb('a', 10, () => Promise.reject(new Error('no such thing\nand a stack')));
    await table.climb('a', 100, fine);
    await table.measure('a', 1000, fine);
    expect(table.rows.map(({ outcome }) => (outcome.ok ? outcome.value : outcome.why))).toEqual([
      'failed: no such thing',
      'not tried: failed at 10',
      1,
    ]);
  });
});

describe('options', () => {
  it('are everything when none is given', () => {
    expect(readOptions([])).toMatchObject({ sizes: [1_000, 10_000, 100_000, 1_000_000], peers: null, quick: false });
  });
  it('select', () => {
    const options = readOptions(['--sizes', '10000,1000', '--only', 'load,frame', '--quick', '--peers', 'echarts']);
    expect(options).toMatchObject({ sizes: [1_000, 10_000], peers: ['echarts'], quick: true });
    expect([...options.parts]).toEqual(['load', 'frame']);
  });
  it.each([
    [['--size', '1000'], '"--size"'],
    [['--sizes', 'many'], '"many"'],
    [['--sizes'], 'missing'],
    [['--only', 'paint'], '"paint"'],
  ])('that are wrong are quoted: %j', (args, told) => {
    expect(() => readOptions(args)).toThrow(told);
  });
});
