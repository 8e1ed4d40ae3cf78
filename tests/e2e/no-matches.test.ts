import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { csto, idsWhere, nameOf, onTopic, possiblyIn, withActor } from './csto';
import { chipWords, list, ready, shown, shows, soon } from './page';

const open = async (fragment: string): Promise<Page> => ready(await openApp(fragment));
const none = (page: Page) => page.getByRole('heading', { name: 'No event matches' });
const offers = (page: Page) => page.getByRole('button', { name: /^Without / });

test('each clause to leave out is offered with the number of events it would give, and gives them', async () => {
  const [actor, topic] = [withActor('tasmagambetov'), onTopic('treaty-law')];
  const range = possiblyIn('2009', '2010');
  expect(idsWhere(actor, topic, range)).toEqual([]);
  const without = [
    { words: nameOf('tasmagambetov'), ids: idsWhere(topic, range) },
    { words: '2009 to 2010', ids: idsWhere(actor, topic) },
    { words: nameOf('treaty-law'), ids: idsWhere(actor, range) },
  ]
    .filter(({ ids }) => ids.length > 0)
    .sort((a, b) => b.ids.length - a.ids.length);
  expect(without.length).toBeGreaterThan(0);

  const page = await open('actor=tasmagambetov&topic=treaty-law&from=2009&to=2010');
  await none(page).waitFor();
  expect(await shown(page)).toBe(0);
  expect(await list(page).count()).toBe(0);
  const told = async () => (await offers(page).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
  expect(await told()).toEqual(
    without.map(({ words, ids }) => `Without ${words} ${ids.length} event${ids.length === 1 ? '' : 's'}`),
  );
  for (const { words, ids } of without) {
    await offers(page).filter({ hasText: words }).click();
    await shows(page, ids);
    await page.goBack();
    await none(page).waitFor();
  }
  await page.getByRole('button', { name: 'Clear all and show every event' }).click();
  await soon(() => shown(page)).toBe(csto.events.length);
  expect(await none(page).count()).toBe(0);
});

test('a search that nothing matches says how each word was understood', async () => {
  const page = await open('q=zzqxv+actor:qqjjqq');
  await none(page).waitFor();
  const told = page.getByRole('status').filter({ has: none(page) });
  await told.getByText('The search was understood as:').waitFor();
  const words = await told.getByRole('listitem').allInnerTexts();
  expect(words.some((word) => word.includes('zzqxv'))).toBe(true);
  expect(words.some((word) => word.includes('qqjjqq'))).toBe(true);
  expect(await page.title()).toContain('“zzqxv actor:qqjjqq”: 0 of ');
});

test('when no single clause is to blame, that is said', async () => {
  const clauses = [withActor('nikolayenko'), onTopic('threats'), possiblyIn('1992', '1995')];
  for (const clause of clauses) expect(idsWhere(...clauses.filter((other) => other !== clause))).toEqual([]);
  const page = await open('q=actor:nikolayenko&topic=threats&from=1992&to=1995');
  await none(page).waitFor();
  expect(await offers(page).count()).toBe(0);
  await page.getByText('No single clause is to blame.').waitFor();
  expect((await chipWords(page)).length).toBe(clauses.length);
});
