import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { eventOf, idsWhere, onTopic, possiblyIn } from './csto';
import { detail, ready, soon } from './page';

/** What the browser has to print, seen when it begins to: a browser that prints asks first. */
interface Printed {
  readonly title: string;
  readonly sentence: string;
  readonly events: readonly string[];
  readonly sources: number;
  readonly left: string;
  readonly text: string;
  readonly grey: boolean;
  readonly inked: number;
}

/** Prints the page as a browser does, to a file: its pages, and what was there to be printed. */
async function printed(page: Page) {
  await ready(page);
  await page.waitForFunction(() => {
    window.dispatchEvent(new Event('beforeprint'));
    const made = document.querySelector('.print-sheet') !== null;
    window.dispatchEvent(new Event('afterprint'));
    return made;
  });
  await page.evaluate(() => {
    window.addEventListener(
      'beforeprint',
      () => {
        const sheet = document.querySelector('.print-sheet')!;
        const words = (selector: string) => [...sheet.querySelectorAll(selector)].map((one) => one.textContent);
        const canvas = sheet.querySelector('canvas')!;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        let [grey, inked] = [true, 0];
        for (let at = 0; at < data.length; at += 4) {
          if (Math.max(data[at], data[at + 1], data[at + 2]) - Math.min(data[at], data[at + 1], data[at + 2]) > 24)
            grey = false;
          if (data[at] < 128) inked += 1;
        }
        Object.assign(window, {
          printed: {
            title: words('h1').join(),
            sentence: words('.sentence').join(),
            events: words('.event'),
            sources: words('.source').length,
            left: words('.left').join(),
            text: sheet.textContent,
            grey,
            inked,
          },
        });
      },
      { once: true },
    );
  });
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  const sheet = await page.evaluate(() => (window as unknown as { printed: Printed }).printed);
  return { pages, ...sheet };
}

test('print gives the matches as a numbered chronology under a picture, with their sources', async () => {
  const page = await openApp('topic=exercises&from=2024&to=2030');
  const { title, sentence, events, sources, pages, text, left } = await printed(page);
  const ids = idsWhere(onTopic('exercises'), possiblyIn('2024', '2030'));
  expect(title).toBe('CSTO chronology');
  expect(`${sentence} · Dateline`).toBe(await page.title());
  expect(events.length).toBe(ids.length);
  events.forEach((words, i) => {
    expect(words).toMatch(new RegExp(`^${i + 1}\\. `));
    expect(words).toContain(eventOf(ids[i]).title);
  });
  const urls = new Set(ids.flatMap((id) => eventOf(id).sources.map(({ url }) => url)));
  for (const url of urls) expect(text).toContain(url);
  expect(sources).toBeGreaterThanOrEqual(urls.size);
  expect(left).toBe('');
  expect(pages).toBeGreaterThan(1);
});

test('numbers in the picture are told of only where there are some', async () => {
  const NUMBERED = 'A number in the picture is that of the event in the list.';
  const few = await openApp('q="collective+security+treaty+signed"');
  expect((await printed(few)).text).toContain(NUMBERED);
  const many = await openApp('');
  expect((await printed(many)).text).not.toContain(NUMBERED);
});

test('the printed picture is of ink and paper alone, whatever the theme, and no event is parted by the end of a sheet', async () => {
  const page = await openApp('topic=exercises&from=2024', { context: { colorScheme: 'dark' } });
  const { grey, inked } = await printed(page);
  expect(grey).toBe(true);
  expect(inked).toBeGreaterThan(1000);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const shown = await page.evaluate(() => ({
    ground: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.querySelector('.print-sheet')!).color,
    app: getComputedStyle(document.querySelector('#app')!).display,
    breaks: [
      ...new Set(
        [...document.querySelectorAll('.print-sheet section')].map((one) => getComputedStyle(one).breakInside),
      ),
    ],
  }));
  expect(shown).toEqual({
    ground: 'rgb(255, 255, 255)',
    ink: 'rgb(0, 0, 0)',
    app: 'none',
    breaks: ['avoid'],
  });
});

test('afterwards the page is as it was', async () => {
  const page = await openApp('event=treaty-signed-1992');
  await printed(page);
  await soon(() => page.locator('.print-sheet').count()).toBe(0);
  expect(await detail(page).isVisible()).toBe(true);
});

test('of many events as many as are worth paper are printed, and the others are told', async () => {
  const events = Array.from({ length: 5003 }, (_, i) => ({
    id: `e${i}`,
    title: `Event ${i}`,
    date: `${1000 + (i % 900)}`,
  }));
  const page = await openApp('', {
    prepare: (one: Page) =>
      one.route('**/data/csto.json', (route) =>
        route.fulfill({ json: { format: 'dateline/1', title: 'Many', events } }),
      ),
  });
  const { events: listed, left } = await printed(page);
  expect(listed.length).toBe(5000);
  expect(left).toMatch(/Of 5,003 events the first 5,000 are printed/);
});

test('words of a file are words on paper', async () => {
  const hostile = '<img src=x onerror=alert(1)><script>document.title=1</script>';
  const event = { id: 'a', title: hostile, date: '2024', summary: hostile, sources: [{ title: hostile }] };
  const page = await openApp('', {
    prepare: (one: Page) =>
      one.route('**/data/csto.json', (route) =>
        route.fulfill({ json: { format: 'dateline/1', title: hostile, events: [event] } }),
      ),
  });
  const { title, events, text } = await printed(page);
  expect(title).toBe(hostile);
  expect(events[0]).toContain(hostile);
  expect(text.split(hostile).length).toBe(5);
});
