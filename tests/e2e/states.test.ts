import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto, eventOf, text } from './csto';
import { countLine, detail, list, ready, search, shown, soon, suggestions } from './page';

const DATA = '**/data/csto.json';
const json = (body: string) => (route: Route) => route.fulfill({ contentType: 'application/json', body });
const failure = (page: Page) => page.getByRole('alert');
const retry = (page: Page) => page.getByRole('button', { name: 'Try again' });

/** What comes instead of the chronology, and what the message must say of it. */
const BROKEN: readonly (readonly [string, (route: Route) => Promise<void>, RegExp])[] = [
  ['is missing', (route) => route.fulfill({ status: 404, body: 'Not found' }), /"data\/csto\.json" is missing \(404\)/],
  ['may not be read', (route) => route.fulfill({ status: 403 }), /"data\/csto\.json" may not be read \(403\)/],
  ['is not delivered', (route) => route.fulfill({ status: 503 }), /"data\/csto\.json" was not delivered \(503\)/],
  ['is empty', json(''), /"data\/csto\.json" is empty/],
  ['is white space', json(' \n\n '), /empty|nothing|white space|no JSON/i],
  [
    'is a page',
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Not here' }),
    /looks like a web page/,
  ],
  ['is other JSON', json('{"type":"FeatureCollection","features":[]}'), /format|events|chronology/i],
  ['is a number', json('42'), /42|chronology/],
  ['has no list of events', json('{"format":"dateline/1","title":"T","events":{}}'), /events/],
  ['has no events', json('{"format":"dateline/1","title":"Nothing yet","events":[]}'), /lists no events/],
  ['cannot be reached', (route) => route.abort('connectionrefused'), /"data\/csto\.json" cannot be reached/],
];

for (const [what, answer, message] of BROKEN) {
  test(`a chronology that ${what}: a clear message, and trying again works`, async () => {
    const page = await openApp('actor=armenia&event=treaty-signed-1992', {
      expected: /Failed to load resource/,
      prepare: (page: Page) => page.route(DATA, answer),
    });
    await soon(() => failure(page).innerText()).toMatch(message);
    const told = await failure(page).innerText();
    expect(told.length).toBeGreaterThan(20);
    expect(told).not.toMatch(/undefined|\[object|null|TypeError|SyntaxError/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The chronology could not be opened');
    expect(await countLine(page).count()).toBe(0);

    await page.unroute(DATA);
    await retry(page).click();
    await ready(page);
    expect(await failure(page).count()).toBe(0);
    await detail(page)
      .getByRole('heading', { name: eventOf('treaty-signed-1992').title })
      .waitFor();
    expect(await page.title()).toMatch(/^Events with Armenia: /);
  });
}

test('a chronology that is half of itself shows what came and says that it is not whole; loading again brings the rest', async () => {
  const page = await openApp('actor=armenia', {
    prepare: (page: Page) => page.route(DATA, json(text.slice(0, text.length / 2))),
  });
  const all = JSON.parse(text).events.length as number;
  const notice = page.getByText(/did not come whole: the file is cut off/);
  await notice.waitFor();
  expect(await notice.innerText()).toContain(`"data/csto.json" did not come whole`);
  const some = Number(/of (\d+) events/.exec(await countLine(page).innerText())?.[1]);
  expect(some).toBeGreaterThan(100);
  expect(some).toBeLessThan(all);

  await page.unroute(DATA);
  await page.getByRole('button', { name: 'Load again' }).click();
  await soon(() => countLine(page).innerText()).toContain(`of ${all} events`);
  expect(await notice.count()).toBe(0);
  expect(new URL(page.url()).hash).toBe('#actor=armenia');
});

test('trying again while it still fails says so again', async () => {
  let asked = 0;
  const page = await openApp('', {
    expected: /Failed to load resource/,
    prepare: (page: Page) =>
      page.route(DATA, (route) => {
        asked++;
        return route.fulfill({ status: asked === 1 ? 404 : 503 });
      }),
  });
  await soon(() => failure(page).innerText()).toContain('404');
  await retry(page).click();
  await soon(() => failure(page).innerText()).toContain('503');
  expect(asked).toBe(2);
});

test('without a network the page says so, and works again with one', async () => {
  const page = await openApp('', {
    expected: /Failed to load resource|ERR_INTERNET_DISCONNECTED/,
    prepare: (page: Page) =>
      page.route(DATA, async (route) => {
        await page.context().setOffline(true);
        await route.abort('internetdisconnected');
      }),
  });
  await soon(() => failure(page).innerText()).toMatch(/cannot be reached; connect to the network/);
  await page.unroute(DATA);
  await page.context().setOffline(false);
  await retry(page).click();
  await ready(page);
});

test('when the engine does not come the page says so, and trying again brings it', async () => {
  const page = await openApp('actor=armenia', {
    expected: /Failed to load resource/,
    prepare: (page: Page) => page.context().route('**/assets/engine-*.js', (route) => route.abort()),
  });
  await soon(() => failure(page).innerText()).toMatch(/has stopped/);
  await page.context().unroute('**/assets/engine-*.js');
  await retry(page).click();
  await ready(page);
  expect(await page.title()).toMatch(/^Events with Armenia: /);
});

test('once loaded the page needs no network any more', async () => {
  const failed: string[] = [];
  const page = await ready(await openApp('', { expected: /ERR_INTERNET_DISCONNECTED/ }));
  page.on('requestfailed', (request) => failed.push(request.url()));
  const brought = () =>
    page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(),
    );
  for (const part of ['names', 'Share', 'Keys', 'About', 'cite', 'Mapping', 'printing']) {
    await soon(brought).toContain(`assets/${part}-`);
  }
  // What these stand on may still be on its way.
  await page.evaluate(async () => {
    const count = () => performance.getEntriesByType('resource').length;
    for (let before = -1; before !== count();) {
      before = count();
      await new Promise((done) => setTimeout(done, 500));
    }
  });
  await page.context().setOffline(true);
  await search(page).fill('tashkent');
  await soon(() => shown(page)).toBeLessThan(100);
  await search(page).fill('Zass');
  await suggestions(page).first().waitFor();
  await search(page).fill('');
  await soon(() => shown(page)).toBe(csto.events.length);
  await list(page).getByRole('link').first().click();
  await detail(page).getByText('Copy citation').click();
  await detail(page).getByRole('button', { name: 'BibTeX' }).waitFor();
  for (const button of ['Share view', 'About this chronology', 'Help: keys and search']) {
    await page.getByRole('banner').getByRole('button', { name: button }).click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await soon(() => page.getByRole('dialog').count()).toBe(0);
  }
  expect(failed).toEqual([]);
});

test('while the chronology is on its way the page says so', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const page = await openApp('topic=exercises', {
    prepare: (page: Page) =>
      page.route(DATA, async (route) => {
        await held;
        await route.continue();
      }),
  });
  await page.getByRole('status').filter({ hasText: 'Reading csto.json' }).waitFor();
  expect(await page.getByRole('progressbar', { name: 'Reading csto.json' }).isVisible()).toBe(true);
  expect(await page.getByRole('main').getAttribute('aria-busy')).toBe('true');
  release();
  await ready(page);
  expect(await page.getByRole('progressbar').count()).toBe(0);
});

test('events that cannot be read are left out and counted, and the rest is shown', async () => {
  const broken = JSON.parse(text) as { events: Record<string, unknown>[] };
  delete broken.events[0].title;
  broken.events[1].date = '1993-13-45';
  const page = await openApp('', { prepare: (page: Page) => page.route(DATA, json(JSON.stringify(broken))) });
  await page.getByText(/^317 of 317 events$/).waitFor();
  await detail(page).getByText('2 problems in the file').click();
  const problems = await detail(page).getByRole('listitem').allInnerTexts();
  expect(problems).toHaveLength(2);
  expect(problems[0]).toContain('title');
  expect(problems[1]).toContain('1993-13-45');
  await page.evaluate(() => (location.hash = '#from=1990'));
  await page.getByText('1 undated event left out: without a date no range holds them.').waitFor();
  await page.evaluate(() => (location.hash = ''));
  await page.getByRole('button', { name: /^Undated ·/ }).click();
  await page
    .getByRole('region', { name: 'Timeline' })
    .getByRole('button', { name: eventOf('azerbaijan-joins-1993').title })
    .click();
  await detail(page)
    .getByRole('heading', { name: eventOf('azerbaijan-joins-1993').title })
    .waitFor();
});
