import { Browser, WINDOW } from '../browser/browser';
import type { Heap } from '../browser/page';
import { cpuBetween, longestBetween, markOf } from '../browser/trace';
import { headOf, typesOf, vocabulary } from '../data/chronology';
import type { Click } from '../data/filters';
import { type Summary, summary } from '../statistics';
import { framesOf, type Frames, moveAbout, phase, SETTLED, stretchesOf } from './frames';
import { bestOf, type Drawn, type Loading, loadingOf, type Span } from './loading';
import type { Area } from './peers';
import { watch } from './watch';

/** Loading may take its time; what it takes is told. */
const LOAD_MS = 180_000;
const TIMELINE = '[aria-label="Timeline"]';
const OVERVIEW = '[aria-label="Overview"]';

export interface ProductLoading extends Loading {
  /** What the worker works on the file and on the index of the search, CPU milliseconds. */
  readonly reading: number;
  readonly indexing: number;
  /** From the data in memory until the search answers. */
  readonly indexed: number;
  /** Longest task of the main thread, and most memory held, until then. */
  readonly longestIndexing: Span;
  readonly peakIndexing: number | null;
  readonly heap: Heap;
}

export interface Clicked {
  /** Main thread, all from the press of the button to pixels. */
  readonly cpu: Summary | null;
  /** From the release of the button until the next frame is done. */
  readonly wall: Summary | null;
}

export interface Typed {
  /** The worker's search. */
  readonly worker: Summary | null;
  /** The main thread: typing, counts, list, timeline. */
  readonly main: Summary | null;
}

/** The product in a browser of its own, with a file loaded and its search ready. */
export class Product {
  readonly #browser: Browser;
  #answers = 0;
  readonly loading: ProductLoading;

  private constructor(browser: Browser, loading: ProductLoading) {
    this.#browser = browser;
    this.loading = loading;
  }

  static async open(url: string): Promise<Product> {
    const browser = await Browser.open();
    try {
      const product = new Product(browser, await load(browser, url));
      product.#answers = 1;
      return product;
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#browser.close();
  }

  /** Drags and zooms the timeline. */
  async moveAbout(steps: number): Promise<Drawn['moving']> {
    const { x, y, width, height } = await this.#box(TIMELINE);
    const moving = await moveAbout(this.#browser, x + width / 2, y + height / 2, steps);
    await this.#reset();
    return moving;
  }

  /** What the timeline is drawn into: peers are given as much. */
  area(): Promise<Area> {
    return this.#box(TIMELINE);
  }

  /** Clicks one value after the other. */
  async click(clicks: readonly Click[]): Promise<Clicked> {
    const { page } = this.#browser;
    const nameOf = valueNames();
    const { trace } = await page.trace(async () => {
      for (const click of clicks) {
        const { x, y } = await this.#valueAt(nameOf(click));
        await page.mouse('mouseMoved', x, y);
        await page.evaluate(`${SETTLED}.then(() => performance.mark('bench:click:begin'))`);
        await page.mouse('mousePressed', x, y);
        await page.evaluate(`performance.mark('bench:release')`);
        await page.mouse('mouseReleased', x, y);
        await page.evaluate(`${SETTLED}.then(() => performance.mark('bench:click:end'))`);
      }
    });
    await this.#reset();
    const releases = trace.marks.get('release') ?? [];
    return {
      cpu: summary(stretchesOf(trace, 'click').map(([from, to]) => cpuBetween(trace.main, from, to))),
      wall: summary(releases.map((at) => (trace.frames.find((end) => end > at) ?? NaN) - at)),
    };
  }

  /** Draws a range of about two years on the overview and pulls it along. */
  async brush(steps: number): Promise<Frames | null> {
    const { page } = this.#browser;
    const { x, y, width, height } = await this.#box(OVERVIEW);
    const middle = y + height / 2;
    const [left, right] = [x + width * 0.2, x + width * 0.27];
    await page.mouse('mouseMoved', left, middle);
    await page.mouse('mousePressed', left, middle);
    await page.mouse('mouseMoved', (left + right) / 2, middle, true);
    await page.mouse('mouseMoved', right, middle, true);
    await page.mouse('mouseReleased', right, middle);
    const { trace } = await page.trace(async () => {
      let at = (left + right) / 2;
      await page.mouse('mouseMoved', at, middle);
      await page.mouse('mousePressed', at, middle);
      await page.mouse('mouseMoved', (at += 4), middle, true);
      await phase(this.#browser, 'brush', steps, () => page.mouse('mouseMoved', ++at, middle, true));
      await page.mouse('mouseReleased', at, middle);
    });
    await this.#reset();
    return framesOf(trace, 'brush');
  }

  /** Puts each text into the search box as a whole, or letter by letter, and waits each time until it is answered. */
  async type(texts: readonly string[], name: 'query' | 'key'): Promise<Typed> {
    const { page } = this.#browser;
    await this.#focusSearch();
    const { trace } = await page.trace(async () => {
      for (const text of texts) {
        await page.evaluate('document.activeElement.select()');
        for (const piece of name === 'query' ? [text] : text) await this.#typePiece(piece, name);
      }
    });
    await page.evaluate('document.activeElement.select()');
    await page.press('Backspace');
    await page.evaluate(SETTLED);
    const cost = (tasks: typeof trace.main) =>
      summary(stretchesOf(trace, name).map(([from, to]) => cpuBetween(tasks, from, to)));
    return { worker: cost(trace.workers), main: cost(trace.main) };
  }

  async #typePiece(piece: string, name: string): Promise<void> {
    const { page } = this.#browser;
    this.#answers++;
    await page.evaluate(`performance.mark('bench:${name}:begin')`);
    await page.type(piece);
    await page.evaluate(
      `new Promise((done) => {
        const look = () => { if (bench.answers >= ${this.#answers}) done(); else bench.onAnswer = look; };
        look();
      }).then(() => ${SETTLED}).then(() => performance.mark('bench:${name}:end'))`,
    );
  }

  async #focusSearch(): Promise<void> {
    await this.#browser.page.evaluate(`document.querySelector('[data-search]').focus()`);
    await this.#browser.page.evaluate(SETTLED);
  }

  /** As it was after loading: no filter, everything in sight. */
  async #reset(): Promise<void> {
    const { page } = this.#browser;
    await page.evaluate(`location.hash = ''`);
    await page.mouse('mouseMoved', 2, 2);
    await page.evaluate(`${SETTLED}.then(() => ${SETTLED})`);
  }

  /** Middle of the button of a value, brought into sight. */
  async #valueAt(name: string): Promise<{ readonly x: number; readonly y: number }> {
    return await this.#browser.page.evaluate(`(() => {
      const button = [...document.querySelectorAll('[data-value]')].find(({ title }) => title === ${JSON.stringify(name)});
      if (!button) throw new Error('no filter is called ' + ${JSON.stringify(name)});
      button.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = button.getBoundingClientRect();
      return { x: left + width / 3, y: top + height / 2 };
    })()`);
  }

  async #box(selector: string) {
    return await this.#browser.page.evaluate<{ x: number; y: number; width: number; height: number }>(`(() => {
      const { x, y, width, height } = document.querySelector('${selector} canvas').getBoundingClientRect();
      return { x, y, width, height };
    })()`);
  }
}

/** How the button of a value is called on the page. */
function valueNames(): (click: Click) => string {
  const words = vocabulary();
  const { actors, topics } = headOf(0, words);
  const names = {
    actors: actors.map(({ name }) => name),
    topics: topics.map(({ name }) => name),
    types: typesOf(words),
  };
  return ({ facet, value }) => names[facet][value];
}

/** Loads `runs` times, each in a fresh browser, and leaves the last one open. */
export async function openProduct(
  url: string,
  runs: number,
): Promise<{ readonly product: Product; readonly best: Loading }> {
  const done: Loading[] = [];
  for (let run = 1; ; run++) {
    const product = await Product.open(url);
    done.push(product.loading);
    if (run === runs) return { product, best: bestOf(done) };
    await product.close();
  }
}

async function load(browser: Browser, url: string): Promise<ProductLoading> {
  const { page, memory } = browser;
  await page.resize(WINDOW.width, WINDOW.height);
  await page.prepare(`(${watch.toString()})()`);
  await memory.start();
  const { trace, value } = await page.trace(async () => {
    await page.go(url);
    await page.until('globalThis.bench?.painted === true', LOAD_MS);
    const { peak } = memory;
    await page.evaluate(`document.querySelector('[data-search]').focus()`);
    await page.type('q');
    await page.until('bench.answers > 0', LOAD_MS);
    await page.evaluate('document.activeElement.select()');
    await page.press('Backspace');
    return { peak };
  });
  const peakIndexing = memory.peak;
  memory.stop();
  const [fetch, loaded, indexed] = [markOf(trace, 'fetch'), markOf(trace, 'loaded'), markOf(trace, 'indexed')];
  return {
    ...loadingOf(trace, 'loaded', value.peak),
    reading: cpuBetween(trace.workers, fetch, loaded),
    indexing: cpuBetween(trace.workers, loaded, indexed),
    indexed: indexed - loaded,
    longestIndexing: longestBetween(trace.main, fetch, indexed),
    peakIndexing,
    heap: await page.heap(),
  };
}
