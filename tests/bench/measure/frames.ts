import type { Browser } from '../browser/browser';
import { frameCosts, type Trace } from '../browser/trace';
import { type Summary, summary } from '../statistics';

/** What frames cost the main thread, in milliseconds of CPU time. */
export interface Frames extends Summary {
  /** Frames that cost more than a sixtieth of a second. */
  readonly over16: number;
  /** What actually came, in frames a second. */
  readonly perSecond: number;
}

export interface Moving {
  readonly pan: Frames | null;
  readonly zoom: Frames | null;
  /** CPU milliseconds a frame of all threads and processes of the browser together. */
  readonly allThreads: number;
}

const FRAME_MS = 1000 / 60;
const STEP_PX = 6;
const WHEEL_PX = 60;
/** A peer that is slow moves less far. */
const BUDGET_MS = 12_000;

/** Ends once two frames are done: whatever was asked for stands on screen. */
export const SETTLED =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

/** Zooms in, drags to and fro and zooms out at a point, by the same events for everyone, one a frame. */
export async function moveAbout(browser: Browser, x: number, y: number, steps: number): Promise<Moving> {
  const { page } = browser;
  const before = await browser.cpuSeconds();
  const { trace } = await page.trace(async () => {
    await phase(browser, 'zoom', steps, () => page.wheel(x, y, -WHEEL_PX));
    await page.mouse('mouseMoved', x, y);
    await page.mouse('mousePressed', x, y);
    for (const direction of [-1, 1]) {
      let at = direction < 0 ? x : x - steps * STEP_PX;
      await phase(browser, 'pan', steps, () => page.mouse('mouseMoved', (at += direction * STEP_PX), y, true));
    }
    await page.mouse('mouseReleased', x, y);
    await phase(browser, 'zoom', steps, () => page.wheel(x, y, WHEEL_PX));
  });
  const spent = (await browser.cpuSeconds()) - before;
  return {
    pan: framesOf(trace, 'pan'),
    zoom: framesOf(trace, 'zoom'),
    allThreads: (spent * 1000) / trace.frames.length,
  };
}

/**
 * Does `act` so many times, between two marks, as long as there is time: sixty times a second as a hand does, or as often
 * as the page keeps up with, for no more than two are ever under way.
 */
export async function phase(browser: Browser, name: string, times: number, act: () => Promise<void>): Promise<void> {
  const { page } = browser;
  await page.evaluate(`${SETTLED}.then(() => performance.mark('bench:${name}:begin'))`);
  const end = performance.now() + BUDGET_MS;
  const underWay: Promise<void>[] = [];
  for (let time = 0; time < times && performance.now() < end; time++) {
    const next = performance.now() + FRAME_MS;
    underWay.push(act());
    if (underWay.length === 2) await underWay.shift();
    await new Promise((resolve) => setTimeout(resolve, next - performance.now()));
  }
  await Promise.all(underWay);
  await page.evaluate(`new Promise(requestAnimationFrame).then(() => performance.mark('bench:${name}:end'))`);
}

/** Of all stretches between the marks that `phase` set. Null when nothing was painted. */
export function framesOf(trace: Trace, name: string): Frames | null {
  const stretches = stretchesOf(trace, name);
  const costs = stretches.flatMap(([from, to]) => frameCosts(trace, from, to));
  const all = summary(costs);
  const ms = stretches.reduce((sum, [from, to]) => sum + to - from, 0);
  return (
    all && { ...all, over16: costs.filter((cost) => cost > FRAME_MS).length, perSecond: (costs.length * 1000) / ms }
  );
}

/** Moments between `name:begin` and `name:end`, in order. */
export function stretchesOf({ marks }: Trace, name: string): readonly (readonly [number, number])[] {
  const ends = marks.get(`${name}:end`) ?? [];
  return (marks.get(`${name}:begin`) ?? []).slice(0, ends.length).map((from, at) => [from, ends[at]]);
}
