import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Asks until the answer is right, for as long as a slow machine may need. */
export const soon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000, interval: 40 });

export const filters = (page: Page) => page.getByRole('navigation', { name: 'Filters' });
export const chips = (page: Page) => page.getByRole('list', { name: 'Filters in force' });
export const detail = (page: Page) => page.getByRole('complementary', { name: 'Event' });
export const overview = (page: Page) => page.getByRole('region', { name: 'Overview' });
export const timeline = (page: Page) => page.getByRole('application', { name: /^Timeline of/ });
export const tooltip = (page: Page) => page.getByRole('region', { name: 'Timeline' }).locator('.tooltip');
export const list = (page: Page) => page.getByRole('group', { name: 'List of events' });
export const search = (page: Page) => page.getByRole('combobox', { name: 'Search events' });
export const suggestions = (page: Page) =>
  page.getByRole('listbox', { name: 'Filters that match' }).getByRole('option');
export const countLine = (page: Page) => page.getByText(/^[\d,]+ of [\d,]+ events$/);

/** The button of a facet value. */
export const value = (page: Page, name: string) =>
  filters(page).getByRole('button', { name: new RegExp(`^${escaped(name)}, [\\d,]+ events?`) });

export const excludes = (page: Page, name: string) =>
  filters(page).getByRole('button', { name: `Exclude ${name}`, exact: true });

export const chip = (page: Page, words: string) => chips(page).getByRole('button', { name: words, exact: true });

/** Excludes a facet value by pointer: the button shows when the pointer is near. */
export async function exclude(page: Page, name: string): Promise<void> {
  await value(page, name).hover();
  await excludes(page, name).click();
}

/** Waits for the page to have opened its chronology. */
export async function ready(page: Page): Promise<Page> {
  await countLine(page).waitFor();
  return page;
}

/** Number of matches that the page tells, or -1 while there is no page. */
export async function shown(page: Page): Promise<number> {
  const line = countLine(page);
  if ((await line.count()) === 0) return -1;
  return Number((await line.innerText()).split(' ')[0].replaceAll(',', ''));
}

/** Number that a facet value tells. */
export async function countOf(page: Page, name: string): Promise<number> {
  const label = (await value(page, name).getAttribute('aria-label'))!;
  return Number(/, ([\d,]+) events?/.exec(label.slice(name.length))![1].replaceAll(',', ''));
}

/** Words of the chips, in order. */
export async function chipWords(page: Page): Promise<readonly string[]> {
  return chips(page).locator('button[aria-pressed]').allInnerTexts();
}

/** The page's address as a map of its keys; values of a key that repeats are joined by a blank. */
export function addressOf(page: Page): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [key, text] of new URLSearchParams(new URL(page.url()).hash.slice(1))) {
    const before = found.get(key);
    found.set(key, before === undefined ? text : `${before} ${text}`);
  }
  return found;
}

/** Ids of all events in the list, in order, read by scrolling through it; throws when a place is missing or twice. */
export async function listed(page: Page): Promise<readonly string[]> {
  return list(page).evaluate(async (box) => {
    const places = new Map<number, string>();
    const sizes = new Set<string>();
    const collect = () => {
      for (const item of box.querySelectorAll('li')) {
        const hash = new URL(item.querySelector('a')!.href).hash.slice(1);
        places.set(Number(item.getAttribute('aria-posinset')), new URLSearchParams(hash).get('event')!);
        sizes.add(item.getAttribute('aria-setsize')!);
      }
    };
    const before = box.scrollTop;
    for (let top = 0; ; top += box.clientHeight) {
      box.scrollTop = top;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      collect();
      if (top + box.clientHeight >= box.scrollHeight) break;
    }
    box.scrollTop = before;
    const ids = Array.from(places.keys())
      .sort((a, b) => a - b)
      .map((place, index) => {
        if (place !== index + 1) throw new Error(`list: place ${index + 1} is missing, ${place} follows`);
        return places.get(place)!;
      });
    if (sizes.size !== 1 || !sizes.has(String(ids.length))) {
      throw new Error(`list: ${ids.length} rows, aria-setsize ${[...sizes].join()}`);
    }
    return ids;
  });
}

/** The page tells and lists exactly these events. */
export async function shows(page: Page, ids: readonly string[]): Promise<void> {
  await soon(() => shown(page)).toBe(ids.length);
  expect(await listed(page)).toEqual(ids);
}

/** What stands on a canvas, as a number that differs when a pixel does. */
export function picture(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
    copy.drawImage(element as HTMLCanvasElement, 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    const words = new Uint32Array(data.buffer);
    let sum = 0;
    for (let at = 0; at < words.length; at++) sum = (Math.imul(sum, 31) + words[at]) | 0;
    return sum;
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
