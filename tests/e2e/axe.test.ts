import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app';
import { detail, filters, ready, search, soon, suggestions } from './page';

/** What axe finds wrong, each with the elements it stands at; by some rules or by all. There are no frames to go into. */
async function violations(page: Page, rules: readonly string[] = []): Promise<readonly string[]> {
  const which =
    rules.length === 0
      ? { rules: { 'target-size': { enabled: true } } }
      : { runOnly: { type: 'rule' as const, values: [...rules] } };
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], ...which });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')}: ${any.at(0)?.message ?? help}`),
  );
}

const show = (page: Page, fragment: string) => page.evaluate((hash) => (location.hash = hash), fragment);

/** How to come from any state to the one of that name, and out of it. */
interface State {
  enter(page: Page): Promise<unknown>;
  leave?(page: Page): Promise<unknown>;
}

const dialog = (button: string): State => ({
  async enter(page) {
    await page.getByRole('banner').getByRole('button', { name: button }).click();
    await page.getByRole('dialog').waitFor();
  },
  async leave(page) {
    await page.keyboard.press('Escape');
    await soon(() => page.getByRole('dialog').count()).toBe(0);
  },
});

const FILTERED = 'actor=armenia&topic=!exercises&~topic=threats&from=2001&range=certainly&q=russia';

const STATES = {
  start: { enter: (page) => show(page, '') },
  filtered: {
    async enter(page) {
      await show(page, FILTERED);
      await page.getByRole('list', { name: 'Filters in force' }).waitFor();
    },
  },
  sheet: {
    async enter(page) {
      await show(page, FILTERED);
      await page.getByRole('button', { name: 'Filters', exact: true }).click();
      await filters(page).waitFor();
    },
    leave: (page) => page.getByRole('button', { name: 'Done' }).click(),
  },
  detail: {
    async enter(page) {
      await show(page, 'q=treaty&event=treaty-signed-1992');
      await detail(page).getByRole('button', { name: 'Copy link' }).waitFor();
    },
  },
  unknown: {
    async enter(page) {
      await show(page, 'actor=nobody&event=gone');
      await page.getByRole('heading', { name: 'Not in this chronology' }).waitFor();
    },
  },
  'no matches': {
    async enter(page) {
      await show(page, 'actor=tasmagambetov&from=1992&to=1995&q=zzqx');
      await page.getByRole('heading', { name: 'No event matches' }).waitFor();
    },
  },
  suggestions: {
    async enter(page) {
      await show(page, '');
      await search(page).fill('arm');
      await suggestions(page).first().waitFor();
    },
    leave: (page) => search(page).fill(''),
  },
  share: dialog('Share'),
  about: dialog('About this chronology'),
  help: dialog('Help: keys and search'),
} satisfies Record<string, State> as Record<string, State>;

type Visit = readonly [width: number, height: number, states: readonly string[]];

async function found(page: Page, states: readonly string[], rules: readonly string[]) {
  const all: Record<string, readonly string[]> = {};
  for (const name of states) {
    await STATES[name].enter(page);
    all[name] = await violations(page, rules);
    await STATES[name].leave?.(page);
  }
  return Object.fromEntries(Object.entries(all).filter(([, wrong]) => wrong.length > 0));
}

const at = ([width, height]: Visit, colorScheme: 'light' | 'dark') => ({
  context: { viewport: { width, height }, hasTouch: width < 600, isMobile: width < 600, colorScheme },
});

const DESK = ['start', 'filtered', 'detail', 'unknown', 'no matches', 'suggestions', 'share', 'about', 'help'];
const LIGHT: readonly Visit[] = [
  [1440, 900, DESK],
  [1024, 768, ['filtered', 'detail', 'no matches', 'share']],
  [390, 844, ['start', 'sheet', 'detail', 'no matches', 'suggestions', 'help']],
];
const DARK: readonly Visit[] = [
  [1440, 900, ['filtered', 'detail', 'no matches', 'suggestions', 'share', 'help']],
  [1024, 768, ['detail']],
  [390, 844, ['sheet', 'detail']],
];

for (const visit of LIGHT) {
  test(`axe finds nothing at ${visit[0]}`, async () => {
    const page = await ready(await openApp('', at(visit, 'light')));
    expect(await found(page, visit[2], [])).toEqual({});
  });
}

// What the dark changes is colours.
for (const visit of DARK) {
  test(`axe finds every colour clear in the dark at ${visit[0]}`, async () => {
    const page = await ready(await openApp('', at(visit, 'dark')));
    expect(await found(page, visit[2], ['color-contrast'])).toEqual({});
  });
}

test('axe finds nothing while loading fails, with more contrast, and with forced colours', async () => {
  const page = await openApp('', {
    expected: /Failed to load resource/,
    context: { contrast: 'more' },
    prepare: (page: Page) => page.route('**/data/csto.json', (route) => route.fulfill({ status: 404 })),
  });
  await page.getByRole('alert').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.unroute('**/data/csto.json');
  await page.getByRole('button', { name: 'Try again' }).click();
  await ready(page);
  expect(await violations(page)).toEqual([]);
  // Axe does not know what colours are forced into.
  await page.emulateMedia({ forcedColors: 'active' });
  expect((await violations(page)).filter((one) => !one.startsWith('color-contrast'))).toEqual([]);
});
