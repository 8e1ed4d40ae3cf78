import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto, eventOf, idsWhere, nameOf, not, onTopic, possiblyIn, withActor, type Told } from './csto';
import { addressOf, chipWords, detail, list, listed, ready, search, shown, shows, soon, suggestions } from './page';

const open = async (fragment = ''): Promise<Page> => ready(await openApp(fragment));
const texts = (event: Told) =>
  [
    event.title,
    event.summary ?? '',
    event.place ?? '',
    event.type ?? '',
    ...event.actors.map(({ id }) => JSON.stringify(csto.actors.find((actor) => actor.id === id))),
    ...event.topics.map((id) => JSON.stringify(csto.topics.find((topic) => topic.id === id))),
    JSON.stringify(event.sources),
  ].join('\n');

test('the list narrows with every letter, and what is found is marked in list and detail', async () => {
  const page = await open();
  const wanted = idsWhere((event) => /harbmaidon/i.test(texts(event)));
  expect(wanted.length).toBeGreaterThan(2);
  let before = csto.events.length;
  for (const letters of ['h', 'arb', 'maid', 'on']) {
    await search(page).pressSequentially(letters);
    await soon(async () => {
      const now = await shown(page);
      return now > 0 && now <= before;
    }).toBe(true);
    before = await shown(page);
  }
  await soon(() => shown(page)).toBe(wanted.length);
  await shows(page, wanted);
  expect(await page.title()).toBe(`Events matching “harbmaidon”: ${wanted.length} of ${csto.events.length} · Dateline`);

  const inTitle = wanted.find((id) => /harbmaidon/i.test(eventOf(id).title + (eventOf(id).summary ?? '')))!;
  await page.evaluate((id) => (location.hash = `#q=harbmaidon&event=${id}`), inTitle);
  await soon(() => detail(page).locator('mark').allInnerTexts()).toContain('Harbmaidon');
  const titled = idsWhere((event) => /tashkent/i.test(event.title));
  await search(page).fill('tashkent');
  await soon(() => list(page).locator('mark').allInnerTexts()).toContain('Tashkent');
  const found = await listed(page);
  for (const id of titled) expect(found).toContain(id);
});

test('typing errors, order, case, alphabets and other spellings find the same person', async () => {
  const page = await open();
  const his = idsWhere(withActor('tasmagambetov'));
  for (const typed of [
    'Tasmagambetov',
    'tasmagambetof',
    'IMANGALI TASMAGAMBETOV',
    'tasmagambetov imangali',
    'Тасмагамбетов',
  ]) {
    await search(page).fill(typed);
    await soon(async () => {
      const found = (await shown(page)) < csto.events.length ? await listed(page) : [];
      return his.filter((id) => !found.includes(id));
    }).toEqual([]);
  }
});

test('phrases, left-out words, alternatives and fields do what Help says', async () => {
  const page = await open();
  const moscow = ({ place }: Told) => /moscow/i.test(place ?? '');
  for (const [typed, ids] of [
    ['actor:tasmagambetov', idsWhere(withActor('tasmagambetov'))],
    ['actor:tasmagambetov -actor:lukashenko', idsWhere(withActor('tasmagambetov'), not(withActor('lukashenko')))],
    ['topic:exercises place:moscow', idsWhere(onTopic('exercises'), moscow)],
    ['type:interview OR type:resolution', idsWhere(({ type }) => type === 'interview' || type === 'resolution')],
    ['date:2022-01', idsWhere(possiblyIn('2022-01', '2022-01'))],
    ['after:2022 actor:armenia', idsWhere(withActor('armenia'), possiblyIn('2023', '9999'))],
    ['before:1994', idsWhere(possiblyIn('0001', '1993'))],
  ] as const) {
    expect(ids.length, typed).toBeGreaterThan(0);
    await search(page).fill(typed);
    await soon(async () => [await shown(page), await page.title()]).toEqual([
      ids.length,
      `Events matching “${typed}”: ${ids.length} of ${csto.events.length} · Dateline`,
    ]);
    expect(await listed(page), typed).toEqual(ids);
  }
});

test('Enter goes to the best match, and relevance orders the list', async () => {
  const page = await open('sort=relevance');
  await search(page).fill('collective security treaty signed tashkent');
  await search(page).press('Enter');
  await detail(page)
    .getByRole('heading', { name: eventOf('treaty-signed-1992').title })
    .waitFor();
  expect(addressOf(page).get('event')).toBe('treaty-signed-1992');
  expect((await listed(page))[0]).toBe('treaty-signed-1992');
  expect(await list(page).getByRole('heading').count()).toBe(0);
});

test('a suggestion names an actor and becomes a filter', async () => {
  const page = await open();
  await search(page).pressSequentially('Zass');
  await soon(async () => (await suggestions(page).allInnerTexts()).join('\n')).toContain(nameOf('zas'));
  expect(await search(page).getAttribute('aria-expanded')).toBe('true');
  await search(page).press('ArrowDown');
  const active = (await search(page).getAttribute('aria-activedescendant'))!;
  const picked = suggestions(page).and(page.locator(`[id="${active}"]`));
  expect(await picked.getAttribute('aria-selected')).toBe('true');
  expect(await picked.innerText()).toContain(nameOf('zas'));
  await search(page).press('Enter');
  await shows(page, idsWhere(withActor('zas')));
  expect(await search(page).inputValue()).toBe('');
  expect(await chipWords(page)).toEqual([nameOf('zas')]);

  await search(page).fill('armen');
  await suggestions(page)
    .filter({ hasText: /Armenia/ })
    .first()
    .click();
  await soon(() => addressOf(page).get('actor')).toBe('zas armenia');
});

test('Escape closes the suggestions, then empties the box, then leaves it', async () => {
  const page = await open();
  await page.keyboard.press('/');
  expect(await search(page).evaluate((box) => box === document.activeElement)).toBe(true);
  await search(page).pressSequentially('arm');
  await suggestions(page).first().waitFor();
  await page.keyboard.press('Escape');
  await soon(() => suggestions(page).count()).toBe(0);
  expect(await search(page).inputValue()).toBe('arm');
  await page.keyboard.press('Escape');
  await soon(() => shown(page)).toBe(csto.events.length);
  expect(await search(page).inputValue()).toBe('');
  await page.keyboard.press('Escape');
  expect(await search(page).evaluate((box) => box === document.activeElement)).toBe(false);
});

test('no text hangs the page: the longest is cut and everything still answers', async () => {
  const page = await open();
  for (const text of ['a '.repeat(4000), '('.repeat(3000), '"'.repeat(999), 'é̂̃'.repeat(900), '-'.repeat(2000)]) {
    await search(page).fill(text);
    await soon(() =>
      search(page)
        .inputValue()
        .then((value) => value.length),
    ).toBeLessThanOrEqual(500);
  }
  await search(page).fill('');
  await soon(() => shown(page)).toBe(csto.events.length);
});
