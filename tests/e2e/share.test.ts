import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { address, openApp } from './app';
import { csto, eventOf, idsWhere, not, onTopic, possiblyIn, text, withActor } from './csto';
import { detail, ready, shows, soon } from './page';

const VIEW = 'actor=tasmagambetov&topic=!exercises&from=2022-01&to=2024-12';
const allowed = { context: { permissions: ['clipboard-read', 'clipboard-write'] } };
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share this view' });

async function share(page: Page) {
  await page.getByRole('button', { name: 'Share view' }).click();
  await dialog(page).waitFor();
}

test('what Share offers is the sentence of the title, and a link that opens the view', async () => {
  const page = await ready(await openApp(VIEW, allowed));
  await share(page);
  const sentence = (await page.title()).replace(/ · Dateline$/, '');
  expect(sentence).toMatch(/^Events with Imangali Tasmagambetov, not on Exercises, Jan 2022 to Dec 2024: \d+ of 318$/);
  await dialog(page).getByText(sentence, { exact: true }).waitFor();
  const link = await dialog(page).getByRole('textbox', { name: 'Link' }).inputValue();
  expect(link).toBe(address(VIEW));
  expect(await page.getByText(sentence, { exact: true }).count()).toBe(2);

  await dialog(page).getByRole('button', { name: 'Copy link' }).click();
  await soon(() => clipboard(page)).toBe(link);
  await dialog(page).getByText('Copied').waitFor();
  await dialog(page).getByRole('button', { name: 'Copy sentence and link' }).click();
  await soon(() => clipboard(page)).toBe(`${sentence}\n${link}`);

  const other = await ready(await openApp(new URL(link).hash.slice(1)));
  await shows(other, idsWhere(withActor('tasmagambetov'), not(onTopic('exercises')), possiblyIn('2022-01', '2024-12')));
});

test('a browser that refuses the clipboard is told, and the link can be taken by hand', async () => {
  const page = await openApp(VIEW, {
    prepare: (page: Page) =>
      page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
      }),
  });
  await ready(page);
  await share(page);
  await dialog(page).getByRole('button', { name: 'Copy link' }).click();
  await dialog(page)
    .getByText(/refused/)
    .waitFor();
  const field = dialog(page).getByRole('textbox', { name: 'Link' });
  await field.focus();
  expect(await field.evaluate((input: HTMLInputElement) => input.selectionEnd! - input.selectionStart!)).toBe(
    address(VIEW).length,
  );
});

test('an event gives its link, and its citation in four styles', async () => {
  const page = await ready(await openApp(`${VIEW}&event=treaty-signed-1992`, allowed));
  const event = eventOf('treaty-signed-1992');
  await detail(page).getByRole('button', { name: 'Copy link' }).click();
  await soon(() => clipboard(page)).toBe(address(`${VIEW}&event=treaty-signed-1992`));
  await detail(page).getByText('Copy citation').click();

  const alone = address('event=treaty-signed-1992');
  const copied = async (style: string) => {
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await detail(page).getByRole('button', { name: style, exact: true }).click();
    await soon(() => clipboard(page)).not.toBe('');
    return clipboard(page);
  };
  const plain = await copied('Plain text');
  expect(plain).toContain(event.title);
  expect(plain).toContain(alone);
  expect(plain).toContain(event.sources[0].url);
  const markdown = await copied('Markdown');
  expect(markdown).toContain(`](<${event.sources[0].url}>)`);
  const bibtex = await copied('BibTeX');
  expect(bibtex).toMatch(/^@\w+\{/);
  expect(bibtex).toContain('1992');
  const csl = JSON.parse(await copied('CSL-JSON')) as readonly { title: string; URL?: string }[];
  expect(csl.some(({ title }) => title === event.title)).toBe(true);
  for (const source of event.sources) expect(csl.map(({ URL }) => URL)).toContain(source.url);
  expect(plain).toContain(csto.title);
});

/** Notes what `look` sees in each picture of the page before it is shown, once there is one. */
const watching = (look: string) => `
  window.seen = [];
  new MutationObserver(() => {
    if (document.querySelector('.page')) window.seen.push((${look})());
  }).observe(document, { childList: true, subtree: true, characterData: true });
`;
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: readonly string[] }).seen);
const late = (page: Page, part: string) =>
  page.route(part, async (route) => {
    await new Promise((done) => setTimeout(done, 700));
    await route.continue();
  });

test('a link to an event shows it with the page, however late the part that shows it', async () => {
  const page = await openApp('event=treaty-signed-1992', {
    prepare: async (page: Page) => {
      await page.addInitScript(
        watching(`() => {
          const pane = document.querySelector('.detail');
          if (!pane?.firstElementChild) return 'nothing yet';
          return pane.querySelector('article h2')?.textContent ?? 'something else';
        }`),
      );
      await late(page, '**/assets/EventDetail-*.js');
    },
  });
  await ready(page);
  // The list is there a turn of the page before the event.
  await detail(page).getByRole('article').waitFor();
  const pictures = new Set(await seen(page));
  pictures.delete('nothing yet');
  expect(pictures).toEqual(new Set([eventOf('treaty-signed-1992').title]));
});

test('a chronology in German has German dates from the first picture, and in the sentence of a link', async () => {
  const page = await openApp('from=2022-03&to=2022-12', {
    prepare: async (page: Page) => {
      await page.addInitScript(
        watching(`() => [...document.querySelectorAll('.date, h3')].map((one) => one.textContent).join()`),
      );
      await late(page, '**/assets/further-phrases-*.js');
      await page.route('**/data/csto.json', (route) =>
        route.fulfill({ contentType: 'application/json', body: text.replace(/"language": *"en"/, '"language":"de"') }),
      );
    },
  });
  await ready(page);
  expect(await page.title()).toMatch(/^Events dated März bis Dez\. 2022: \d+ of 318 · Dateline$/);
  const pictures = await seen(page);
  expect(pictures.some((words) => /Januar|März|Mai |Juni|Juli|Okt|Dez/.test(words))).toBe(true);
  expect(pictures.filter((words) => /January|March|May |June|July|October|December/.test(words))).toEqual([]);
});
