import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { generateChronology } from '../fixtures/generate';
import { openApp } from './app';
import { csto, eventOf, idsWhere, withActor } from './csto';
import { addressOf, chip, chips, countLine, detail, list, ready, search, shown, soon } from './page';

const DATA = '**/data/csto.json';
const OWN = 60;

/** A chronology of the user as a file. */
function own(count = OWN, name = 'mine.json') {
  const { chronology, events } = generateChronology(count, 5);
  const text = JSON.stringify({ format: 'dateline/1', ...chronology, title: 'My own', events }, (_, value: unknown) =>
    value === null ? undefined : value,
  );
  return { name, mimeType: 'application/json', buffer: Buffer.from(text) };
}

async function choose(page: Page, file: ReturnType<typeof own>, button = /^Open/): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
}

/** Drags a file over the page, and drops it when `drop`. */
const drag = (page: Page, file: ReturnType<typeof own>, drop: boolean) =>
  page.evaluate(
    ([text, name, drop]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], name));
      for (const type of ['dragenter', 'dragover', ...(drop ? ['drop'] : [])])
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [file.buffer.toString(), file.name, drop] as const,
  );

/** Makes the page's workers known to it, as `workers`, so that a test can end them. */
const exposeWorkers = (page: Page) =>
  page.addInitScript({
    content: `window.workers = []; window.Worker = class extends Worker { constructor(...given) { super(...given); window.workers.push(this); } };`,
  });
const endWorkers = (page: Page) =>
  page.evaluate(() => (window as unknown as { workers: Worker[] }).workers.splice(0).forEach((one) => one.terminate()));

const loading = (page: Page) => page.getByRole('region', { name: 'Loading' });
const again = (page: Page) => page.getByRole('button', { name: 'Load again' });

test('a file of the user takes the place of the chronology in one go, with a view of its own, and one click leads back', async () => {
  const page = await ready(await openApp('actor=armenia&lanes=topic&event=treaty-signed-1992'));
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' || !request.url().includes('/assets')) sent.push(request.url());
  });
  await choose(page, own());
  await soon(() => countLine(page).innerText()).toBe(`${OWN} of ${OWN} events`);
  expect(await page.title()).toBe(`All ${OWN} events · Dateline`);
  expect(await detail(page).getByRole('heading', { level: 2 }).innerText()).toBe('My own');
  expect([...addressOf(page).keys()]).toEqual([]);
  expect(sent).toEqual([]);

  await page.getByRole('button', { name: `Back to ${csto.title}` }).click();
  await soon(() => shown(page)).toBe(idsWhere(withActor('armenia')).length);
  await detail(page)
    .getByRole('heading', { name: eventOf('treaty-signed-1992').title })
    .waitFor();
  expect(Object.fromEntries(addressOf(page))).toEqual({
    actor: 'armenia',
    lanes: 'topic',
    event: 'treaty-signed-1992',
  });
  await page.getByRole('button', { name: 'Back to My own' }).waitFor();
});

test('a file dropped anywhere on the page is opened; while it is dragged the page says what will happen', async () => {
  const page = await ready(await openApp());
  await drag(page, own(), false);
  await page.getByText('Drop to open').waitFor();
  await drag(page, own(), true);
  await soon(() => shown(page)).toBe(OWN);
  expect(await page.getByText('Drop to open').count()).toBe(0);
});

test.each([
  ['not JSON', 'Hello', /"bad\.json": .*JSON/],
  ['another format', '{"type":"FeatureCollection","features":[]}', /"bad\.json": .*format/],
  ['nothing', '', /"bad\.json" is empty/],
])('a file that is %s is told by name, and nothing on screen changes', async (_, text, message) => {
  const page = await ready(await openApp('actor=armenia&q=summit'));
  await soon(() => page.title()).toMatch(/summit”: \d/);
  const title = await page.title();
  await choose(page, { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await page.getByRole('status').filter({ hasText: message }).waitFor();
  expect([await page.title(), await chip(page, 'Armenia').count()]).toEqual([title, 1]);
  expect([await again(page).count(), await page.getByRole('button', { name: /^Back to/ }).count()]).toEqual([0, 0]);
  await choose(page, own());
  await soon(() => shown(page)).toBe(OWN);
  expect(await page.getByText(message).count()).toBe(0);
});

test('a file that is too large is refused at once', async () => {
  const page = await ready(await openApp());
  await page.evaluate(() => {
    const file = new File(['{}'], 'huge.json');
    Object.defineProperty(file, 'size', { value: 3e9 });
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], files: [file] } });
    document.body.dispatchEvent(drop);
  });
  await soon(() => page.getByRole('status').allInnerTexts()).toContainEqual(
    expect.stringMatching(/"huge\.json".*3 GB|"huge\.json".*3,000 MB/),
  );
  expect(await shown(page)).toBe(csto.events.length);
});

test('a load is told with how far it is, leaves the page in use, and ends at once when cancelled', async () => {
  const page = await ready(await openApp());
  const big = own(2000, 'big.json');
  await page.evaluate((name) => {
    // A file that never comes to its end.
    const file = new File(['{"format":"dateline/1","title":"T","events":['], name);
    Object.defineProperty(file, 'size', { value: 100e6 });
    const head = new TextEncoder().encode('{"format":"dateline/1","title":"T","events":[');
    const never = new Promise<ArrayBuffer>(() => undefined);
    file.slice = (from = 0) =>
      Object.assign(new Blob(), { arrayBuffer: () => (from === 0 ? Promise.resolve(head.buffer) : never) });
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
    Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], files: [file] } });
    document.body.dispatchEvent(drop);
  }, big.name);
  await loading(page).getByRole('progressbar', { name: 'Reading big.json' }).waitFor();
  await soon(() => loading(page).getByRole('status').innerText()).toContain('Reading big.json');
  await list(page).getByRole('link').first().click();
  await detail(page).getByRole('button', { name: 'Close the event' }).waitFor();
  await page.keyboard.press('Escape');
  await search(page).fill('summit');
  await soon(() => page.title()).toMatch(/summit”: \d/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await loading(page).count()).toBe(1);
  const gone = await loading(page)
    .getByRole('button', { name: 'Cancel' })
    .evaluate(async (button: HTMLButtonElement) => {
      button.click();
      await new Promise((done) => requestAnimationFrame(done));
      return document.querySelector('[aria-label="Loading"]') === null;
    });
  expect(gone).toBe(true);
  expect(await shown(page)).toBe(csto.events.length);
  expect(await page.getByRole('button', { name: 'Dismiss' }).count()).toBe(0);
  await choose(page, big);
  await soon(() => shown(page)).toBe(2000);
});

test('the first load can be cancelled, and then be begun again or left for a file', async () => {
  const page = await openApp('actor=armenia', {
    prepare: (page: Page) => page.route(DATA, () => new Promise<never>(() => undefined)),
  });
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.click();
  await page.getByRole('heading', { name: 'Loading was cancelled' }).waitFor();
  await page.getByRole('button', { name: 'Load it again' }).click();
  await cancel.click();
  await choose(page, own(), /^Open a file/);
  await soon(() => shown(page)).toBe(OWN);
  await page.unroute(DATA);
  await page.getByRole('button', { name: /^Back to/ }).click();
  await soon(() => shown(page)).toBe(idsWhere(withActor('armenia')).length);
});

test('a worker that is ended is told when a search needs it, and loading again brings all back as it was', async () => {
  const page = await ready(await openApp('actor=armenia&event=treaty-signed-1992', { prepare: exposeWorkers }));
  const found = idsWhere(withActor('armenia')).length;
  await list(page).evaluate((box) => (box.scrollTop = 400));
  await endWorkers(page);
  await search(page).fill('summit');
  await again(page).waitFor();
  expect(await page.title()).toBe('Events with Armenia, matching “summit”: not searched · Dateline');
  await soon(() => countLine(page).count()).toBe(0);
  await search(page).fill('');
  await soon(() => shown(page)).toBe(found);
  await search(page).fill('summit');
  const top = await list(page).evaluate((box) => box.scrollTop);
  await again(page).click();
  await soon(() => page.title()).toMatch(/^Events with Armenia, matching “summit”: \d+ of 318/);
  expect(await again(page).count()).toBe(0);
  await search(page).fill('');
  await soon(() => shown(page)).toBe(found);
  expect(await list(page).evaluate((box) => box.scrollTop)).toBe(top);
  expect(Object.fromEntries(addressOf(page))).toEqual({ actor: 'armenia', event: 'treaty-signed-1992' });
});

test('a worker that is ended while a file is read into it is replaced, and the file is offered again', async () => {
  const page = await ready(await openApp('topic=exercises', { prepare: exposeWorkers }));
  const before = await shown(page);
  await page.evaluate(
    ([text]) => {
      const bytes = new TextEncoder().encode(text);
      const file = new File([bytes], 'mine.json');
      let times = 0;
      const never = new Promise<ArrayBuffer>(() => undefined);
      // The first time it does not come; the next time it does.
      file.slice = () =>
        Object.assign(new Blob(), {
          arrayBuffer: () => (times++ === 0 ? never : Promise.resolve(bytes.slice().buffer)),
        });
      const drop = new DragEvent('drop', { bubbles: true, cancelable: true });
      Object.defineProperty(drop, 'dataTransfer', { value: { types: ['Files'], files: [file] } });
      document.body.dispatchEvent(drop);
    },
    [own().buffer.toString()],
  );
  await loading(page).waitFor();
  await endWorkers(page);
  await again(page).waitFor();
  expect([await shown(page), await chips(page).count()]).toEqual([before, 1]);
  await again(page).click();
  await soon(() => shown(page)).toBe(OWN);
  await search(page).fill('a');
  await soon(() => page.title()).toMatch(/matching “a”: \d+ of 60/);
});

test('a part that does not come is told, not awaited for ever', async () => {
  const page = await ready(
    await openApp('', {
      expected: /Failed to load resource|ERR_FAILED/,
      prepare: (page: Page) => page.route(/assets\/(Share|Keys|About|cite)-/, (route: Route) => route.abort()),
    }),
  );
  for (const button of ['Share view', 'About this chronology', 'Help: keys and search']) {
    await page.getByRole('banner').getByRole('button', { name: button }).click();
    await page.getByRole('alert').filter({ hasText: 'did not come' }).waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
  }
  await list(page).getByRole('link').first().click();
  await detail(page).getByText('Copy citation').click();
  await detail(page).getByRole('alert').filter({ hasText: 'did not come' }).waitFor();
});
