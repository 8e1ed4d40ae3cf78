import { expect, test } from 'vitest';
import { address, openApp, openContext } from './app';
import { csto, eventOf, idsWhere, nameOf, not, onTopic, possiblyIn, withActor } from './csto';
import {
  addressOf,
  chip,
  chips,
  chipWords,
  countLine,
  detail,
  exclude,
  list,
  picture,
  ready,
  shown,
  shows,
  soon,
  timeline,
  value,
} from './page';

const VIEW =
  'actor=tasmagambetov&topic=!exercises&from=2022-01&to=2024-12&lanes=topic&sort=newest&window=2023-01-01..2023-12-31&event=treaty-signed-1992';
const TITLE = eventOf('treaty-signed-1992').title;
const MATCHES = idsWhere(withActor('tasmagambetov'), not(onTopic('exercises')), possiblyIn('2022-01', '2024-12'));

async function showsTheView(page: Awaited<ReturnType<typeof openApp>>) {
  await shows(page, [...MATCHES].reverse());
  expect(await chipWords(page)).toEqual(['Imangali Tasmagambetov', 'not Exercises', 'Jan 2022 to Dec 2024']);
  expect(await page.getByRole('radio', { name: 'Topics' }).isChecked()).toBe(true);
  expect(await page.getByRole('combobox', { name: 'Order of the list' }).inputValue()).toBe('newest');
  expect(await detail(page).getByRole('heading', { level: 2 }).innerText()).toBe(TITLE);
  expect(await page.title()).toBe(
    `Events with Imangali Tasmagambetov, not on Exercises, Jan 2022 to Dec 2024: ${MATCHES.length} of ${csto.events.length} · Dateline`,
  );
  expect(addressOf(page).get('window')).toBe('2023-01-01..2023-12-31');
}

test('a link opens the same view in a fresh page, and reloading keeps it', async () => {
  const page = await openApp(VIEW);
  await showsTheView(page);
  const drawn = () => picture(timeline(page).locator('canvas').first());
  const before = await drawn();
  await page.reload();
  await showsTheView(page);
  await soon(drawn).toBe(before);
  expect(page.url()).toBe(address(VIEW));
});

test('what a person clicks together opens again elsewhere', async () => {
  const page = await ready(await openApp());
  await value(page, 'Imangali Tasmagambetov').click();
  await exclude(page, 'Leadership and chairmanship');
  await page.getByRole('radio', { name: 'Types' }).check({ force: true });
  const wanted = idsWhere(withActor('tasmagambetov'), not(onTopic('leadership')));
  await shows(page, wanted);
  await list(page).getByRole('link').first().click();
  await detail(page)
    .getByRole('heading', { name: eventOf(wanted[0]).title })
    .waitFor();

  const other = await openApp(new URL(page.url()).hash.slice(1));
  await shows(other, wanted);
  expect(await chipWords(other)).toEqual(await chipWords(page));
  expect(await other.title()).toBe(await page.title());
  expect(await detail(other).innerText()).toBe(await detail(page).innerText());
  expect(await other.getByRole('radio', { name: 'Types' }).isChecked()).toBe(true);
});

test('Back undoes an opened event and each filter, Forward does them again', async () => {
  const page = await ready(await openApp());
  await value(page, 'Armenia').click();
  await value(page, 'Exercises').click();
  const armenia = idsWhere(withActor('armenia'));
  const both = idsWhere(withActor('armenia'), onTopic('exercises'));
  await soon(() => shown(page)).toBe(both.length);
  await list(page).getByRole('link').first().click();
  const heading = detail(page).getByRole('heading', { level: 2 });
  await soon(() => heading.innerText()).toBe(eventOf(both[0]).title);

  await page.goBack();
  await soon(() => heading.innerText()).toBe(csto.title);
  expect(await shown(page)).toBe(both.length);
  await page.goBack();
  await shows(page, armenia);
  await page.goBack();
  await soon(() => shown(page)).toBe(csto.events.length);
  expect(await chips(page).count()).toBe(0);

  await page.goForward();
  await shows(page, armenia);
  await page.goForward();
  await shows(page, both);
  await page.goForward();
  await soon(() => heading.innerText()).toBe(eventOf(both[0]).title);
});

test('typing a search and moving the timeline leave no steps in the history', async () => {
  const page = await ready(await openApp());
  await value(page, 'Armenia').click();
  const steps = await page.evaluate(() => history.length);
  await page.getByRole('combobox', { name: 'Search events' }).pressSequentially('summit');
  await page.getByRole('application').press('+');
  await page.getByRole('application').press('Shift+ArrowLeft');
  await soon(() => addressOf(page).has('window')).toBe(true);
  await soon(() => addressOf(page).get('q')).toBe('summit');
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('a fragment changed by hand applies at once', async () => {
  const page = await ready(await openApp('actor=armenia'));
  await page.evaluate(() => (location.hash = '#topic=exercises&event=treaty-signed-1992'));
  await shows(page, idsWhere(onTopic('exercises')));
  await detail(page).getByRole('heading', { name: TITLE }).waitFor();
  await page.evaluate(() => (location.hash = ''));
  await soon(() => shown(page)).toBe(csto.events.length);
});

test('ids that the chronology lacks are kept and told', async () => {
  const page = await ready(await openApp('actor=armenia&actor=nobody&topic=!nothing&event=gone-1999'));
  await shows(page, idsWhere(withActor('armenia')));
  await page.getByText('actor "nobody" is not in this chronology', { exact: true }).waitFor();
  await page.getByText('topic "nothing" is not in this chronology', { exact: true }).waitFor();
  await detail(page).getByRole('heading', { name: 'Not in this chronology' }).waitFor();
  expect(await detail(page).innerText()).toContain('gone-1999');
  expect(await chipWords(page)).toEqual([
    'Armenia',
    'nobody (not in this chronology)',
    'not nothing (not in this chronology)',
  ]);
  await value(page, 'Exercises').click();
  await soon(() => addressOf(page).get('actor')).toBe('armenia nobody');
  expect(addressOf(page).get('event')).toBe('gone-1999');
});

test('parts of a link that cannot be read are told one by one, and the rest applies', async () => {
  const page = await ready(await openApp('actor=armenia&from=2024-13&lanes=sideways&colour=red'));
  await shows(page, idsWhere(withActor('armenia')));
  for (const part of ['from=2024-13', 'lanes=sideways', 'colour=red']) {
    await page.getByText(`link part "${part}"`).waitFor();
  }
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await soon(() => page.getByText('link part').count()).toBe(0);
  expect(await shown(page)).toBe(idsWhere(withActor('armenia')).length);
});

test('a link of any junk still opens the page', async () => {
  const page = await openApp(
    `%%%&=&actor=%F0%9F&q=${'%22'.repeat(40)}${'('.repeat(300)}&from=&to=9999999999&event=%00`,
  );
  await ready(page);
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await soon(() => shown(page)).toBe(csto.events.length);
});

test('two tabs of one browser do not disturb each other', async () => {
  const context = await openContext();
  const [one, two] = [await context.newPage(), await context.newPage()];
  await Promise.all([one.goto(address()), two.goto(address('topic=exercises'))]);
  await Promise.all([ready(one), ready(two)]);
  const title = await two.title();
  await value(one, nameOf('armenia')).click();
  await chip(one, 'Armenia').waitFor();
  await list(one).getByRole('link').first().click();
  await detail(one).getByRole('heading', { level: 2 }).waitFor();
  await shows(two, idsWhere(onTopic('exercises')));
  expect(await two.title()).toBe(title);
  expect(await detail(two).getByRole('heading', { level: 2 }).innerText()).toBe(csto.title);
  await two.reload();
  await shows(two, idsWhere(onTopic('exercises')));
  expect(await countLine(one).innerText()).toBe(
    `${idsWhere(withActor('armenia')).length} of ${csto.events.length} events`,
  );
});
