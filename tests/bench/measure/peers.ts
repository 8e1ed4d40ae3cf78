import { Browser, WINDOW } from '../browser/browser';
import { LIMIT_MS, type Page } from '../browser/page';
import { cpuBetween, markOf, type Trace } from '../browser/trace';
import type { Filter } from '../data/filters';
import { type Summary, summary } from '../statistics';
import { moveAbout, stretchesOf } from './frames';
import { bestOf, type Drawn, type Loading, loadingOf } from './loading';

/** Of an area to draw into, in CSS pixels. */
export interface Area {
  readonly width: number;
  readonly height: number;
}

/** A peer that takes longer to load is loaded once: what disturbs it is little beside what it takes. */
const SLOW_MS = 5000;
/** How long one series of questions may take: a slow peer answers fewer of them. */
const SERIES_MS = 15_000;

export interface Asked {
  readonly build: { readonly wall: number; readonly cpu: number };
  /** Bytes held after a collection once the input is let go, above what the page held before. */
  readonly heap: number;
  /** CPU milliseconds of the page and its workers, per series. */
  readonly series: Readonly<Record<string, Summary | null>>;
  /** What was answered, per series. */
  readonly answers: Readonly<Record<string, readonly number[]>>;
}

/** Loads and draws in a fresh browser up to `runs` times, and moves about in the last one. */
export async function measureDrawing(url: string, area: Area, runs: number, steps: number): Promise<Drawn> {
  const done: Loading[] = [];
  for (let run = 1; ; run++) {
    const browser = await Browser.open();
    try {
      await openPage(browser.page, url);
      await browser.memory.start();
      const load = () => browser.page.evaluate(`bench.load(${area.width}, ${area.height})`, LIMIT_MS);
      const { trace } = await browser.page.trace(load);
      done.push(loadingOf(trace, 'draw', browser.memory.peak));
      browser.memory.stop();
      if (run < runs && done[0].load.wall < SLOW_MS) continue;
      const moving = steps > 0 ? await moveAbout(browser, area.width / 2, area.height / 2, steps) : null;
      return { ...bestOf(done), moving };
    } finally {
      await browser.close();
    }
  }
}

/** Builds what a peer searches or filters with and asks it all of each series. */
export async function measureAsking(
  url: string,
  series: Readonly<Record<string, readonly (string | Filter)[]>>,
): Promise<Asked> {
  const browser = await Browser.open();
  try {
    const { page } = browser;
    await openPage(page, url);
    const empty = await page.heap();
    await page.evaluate('bench.load()', LIMIT_MS);
    const built = await page.trace(() => page.evaluate('bench.build()', LIMIT_MS));
    const [from, to] = [markOf(built.trace, 'build'), markOf(built.trace, 'built')];
    const build = { wall: to - from, cpu: allCpu(built.trace, from, to) };
    const answers: Record<string, readonly number[]> = {};
    const { trace } = await page.trace(async () => {
      for (const [name, inputs] of Object.entries(series)) {
        const asked = `bench.run(${JSON.stringify(name)}, ${JSON.stringify(inputs)}, ${SERIES_MS})`;
        answers[name] = await page.evaluate<readonly number[]>(asked, 2 * LIMIT_MS);
      }
    });
    await page.evaluate('bench.release()');
    const full = await page.heap();
    const costs = Object.keys(series).map((name) => [
      name,
      summary(stretchesOf(trace, name).map(([begin, end]) => allCpu(trace, begin, end))),
    ]);
    return { build, heap: full.page + full.workers - empty.page, series: Object.fromEntries(costs), answers };
  } finally {
    await browser.close();
  }
}

async function openPage(page: Page, url: string): Promise<void> {
  await page.resize(WINDOW.width, WINDOW.height);
  await page.go(url);
  await page.until('"bench" in window');
}

function allCpu(trace: Trace, from: number, to: number): number {
  return cpuBetween(trace.main, from, to) + cpuBetween(trace.workers, from, to);
}
