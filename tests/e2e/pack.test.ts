import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { address, openApp } from './app';
import { idsWhere, onTopic, possiblyIn } from './csto';
import { chips, ready, shown, shows, soon } from './page';

const allowed = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this view' });
const packOf = (text: string | Uint8Array) => `pack=1.${deflateRawSync(text).toString('base64url')}`;

async function share(page: Page) {
  await page.getByRole('button', { name: 'Share view' }).click();
  await dialog(page).waitFor();
  return dialog(page);
}

const own = (title: string, count: number) => ({
  name: 'own.json',
  mimeType: 'application/json',
  buffer: Buffer.from(
    JSON.stringify({
      format: 'dateline/1',
      title,
      events: Array.from({ length: count }, (_, i) => ({ id: `own-${i}`, title: `Event ${i}`, date: `20${10 + i}` })),
    }),
  ),
});

test('one link holds the matches and the view, and is opened as any link', async () => {
  const page = await ready(await openApp('topic=exercises&from=2024', allowed));
  const box = await share(page);
  await box.getByText(/characters: too long for mails \(8,000\)/).waitFor();
  await box.getByRole('button', { name: /^Copy the link with/ }).click();
  await soon(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#pack=1.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/&topic=exercises&from=2024$/);

  // Nothing but the app is fetched for it.
  const other = await openApp(new URL(link).hash.slice(1), {
    prepare: (one: Page) => one.route('**/data/**', (route) => route.abort()),
  });
  await shows(other, idsWhere(onTopic('exercises'), possiblyIn('2024', '2030')));
  await other.reload();
  await shows(other, idsWhere(onTopic('exercises'), possiblyIn('2024', '2030')));
  await share(other);
  expect(await dialog(other).getByRole('textbox', { name: 'Link' }).inputValue()).toBe(link);
});

test("the link of one's own file says what is not in it, and the two ways to send it", async () => {
  const page = await ready(await openApp('', allowed));
  await page.locator('input[type=file]').first().setInputFiles(own('My own list', 12));
  await soon(() => shown(page)).toBe(12);
  const box = await share(page);
  await box.getByText(/^Your own file is not in this link/).waitFor();
  await box.getByText(/characters: short enough for chats and mails/).waitFor();
  await box.getByRole('button', { name: 'Copy the link with 12 events' }).click();
  await soon(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#pack=1.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await ready(await openApp(new URL(link).hash.slice(1)));
  expect(await shown(other)).toBe(12);
  await other.getByText('My own list').first().waitFor();
});

test('more than a link can hold is told before anybody tries it', async () => {
  const page = await ready(await openApp('', allowed));
  const box = await share(page);
  await box.getByText(/characters: a link holds 32,000 characters at most. Send one file instead/).waitFor();
  expect(await box.getByRole('button', { name: /^Copy the link with/ }).count()).toBe(0);
});

const sound = { format: 'dateline/1', title: 'Of the link', events: [{ id: 'a', title: 'A', date: '2024' }] };

test.each([
  ['cut off', packOf(JSON.stringify(sound)).slice(0, -9), /is broken, or a part of it is missing/],
  ['of a later version', 'pack=7.abc', /not know \("7"\); open it with a newer Dateline/],
  [
    'a bomb',
    packOf(`{"format":"dateline/1","title":"${'a'.repeat(90_000_000)}`),
    /more than 16,000,000 bytes; ask for it as a file/,
  ],
])('a pack that is %s is told, and one click shows what the page comes with', async (_, pack, words) => {
  const page = await openApp(pack);
  await page.getByText(words).first().waitFor();
  await page.getByRole('button', { name: 'Open the chronology of this site' }).click();
  await soon(() => shown(page)).toBe(318);
});

test('from a link with a chronology in it, opened first, one click leads to that of the site, and one back', async () => {
  const page = await openApp(`${packOf(JSON.stringify(sound))}&lanes=none`);
  await soon(() => shown(page)).toBe(1);
  await page.getByRole('button', { name: 'Back to the chronology of this site' }).click();
  await soon(() => shown(page)).toBe(318);
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: 'Back to Of the link' }).click();
  await soon(() => shown(page)).toBe(1);
  expect(new URL(page.url()).hash).toContain('pack=1.');
});

test('a link that leads to nothing leaves what is on screen, and its address', async () => {
  const page = await ready(await openApp('topic=exercises', { expected: /404/ }));
  const before = await shown(page);
  await page.evaluate(() => (location.hash = '#data=gone.json'));
  await page
    .getByText(/"gone\.json" is missing/)
    .first()
    .waitFor();
  expect(await shown(page)).toBe(before);
  await soon(() => Promise.resolve(new URL(page.url()).hash)).toBe('#topic=exercises');
});

test('a pack with hostile words in it shows them as words', async () => {
  const hostile = '<img src=x onerror=alert(1)></script>';
  const page = await openApp(
    packOf(JSON.stringify({ ...sound, title: hostile, events: [{ ...sound.events[0], title: hostile }] })),
  );
  await soon(() => shown(page)).toBe(1);
  expect(await page.locator('img').count()).toBe(0);
  await page.getByText(hostile).first().waitFor();
});

test('Back leaves the chronology of a link, and Forward brings it back', async () => {
  const page = await ready(await openApp('lanes=topic'));
  await page.goto(address(`${packOf(JSON.stringify(sound))}&lanes=none`));
  await soon(() => shown(page)).toBe(1);
  await page.goBack();
  await soon(() => shown(page)).toBe(318);
  await page.goForward();
  await soon(() => shown(page)).toBe(1);
  expect(await chips(page).locator('button').count()).toBe(0);
});
