import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/state/link';
import Page from '../../src/views/Page.svelte';
import { csto } from './fixtures/explorers';
import { layout, shown } from './fixtures/shown';

layout({ width: 900, height: 400 });

const page = async (link = '', data?: ArrayBuffer) => {
  const one = await shown(Page, {}, { link, data });
  return { ...one, link: () => encode(one.explorer.view) };
};
const said = (one: Awaited<ReturnType<typeof page>>) => {
  flushSync();
  return one.container.querySelector('[role=status][aria-live]')?.textContent;
};

describe('the page', () => {
  test('has its parts as landmarks, and one sentence as title and announcement', async () => {
    const one = await page('actor=bob');
    for (const [role, name] of [
      ['banner', ''],
      ['navigation', 'Filters'],
      ['main', ''],
      ['complementary', 'Event'],
      ['region', 'Overview'],
      ['region', 'Timeline'],
      ['region', 'Events'],
    ] as const) {
      expect(one.getByRole(role, name === '' ? {} : { name })).toBeInTheDocument();
    }
    expect(said(one)).toBe('Events with Bob Baker: 3 of 10');
    expect(document.title).toBe('Events with Bob Baker: 3 of 10 · Dateline');
    await one.go('');
    expect([said(one), document.title]).toEqual(['All 10 events', 'All 10 events · Dateline']);
  });

  test('tells the same of a view everywhere: count, list, timeline, sentence (the bundled chronology)', async () => {
    const one = await page('actor=tasmagambetov&from=2024&to=2024&topic=!exercises', csto());
    const { count } = one.found.matches;
    expect(count).toBeGreaterThan(5);
    expect(one.getByText(/of 318 events/)).toHaveTextContent(`${String(count)} of 318 events`);
    expect(one.getByRole('application')).toHaveAccessibleName(new RegExp(`Timeline of ${String(count)} events`));
    expect(one.container.querySelector('li[aria-setsize]')).toHaveAttribute('aria-setsize', String(count));
    expect(said(one)).toContain(`${String(count)} of 318`);
  });

  test('says which clause to drop where nothing matches, in place of the list', async () => {
    const one = await page('actor=bob&topic=law&type=treaty');
    expect(await one.findByRole('heading', { name: 'No event matches' })).toBeInTheDocument();
    expect(one.queryByRole('region', { name: 'Events' })).toBeNull();
    await one.user.click(one.getByRole('button', { name: /^Without Bob Baker/ }));
    expect([one.link(), one.queryByRole('region', { name: 'Events' }) === null]).toEqual([
      'topic=law&type=treaty',
      false,
    ]);
  });

  test('leads from the first tab stop to the list', async () => {
    const one = await page();
    await one.user.tab();
    await one.user.keyboard('{Enter}');
    expect(one.getByRole('group', { name: 'List of events' })).toHaveFocus();
  });
});

describe('keys anywhere', () => {
  test('search, help, step and close', async () => {
    const one = await page('actor=bob');
    await one.user.keyboard(']]');
    expect(one.link()).toBe('actor=bob&event=e2');
    await one.user.keyboard('[[');
    expect(one.link()).toBe('actor=bob&event=e1');
    await one.user.keyboard('{Escape}');
    expect(one.link()).toBe('actor=bob');
    await one.user.keyboard('/');
    const search = one.getByRole('combobox', { name: 'Search events' });
    expect(search).toHaveFocus();
    search.blur();
    await one.user.keyboard('?');
    expect(await one.findByRole('dialog', { name: 'Keys and search' })).toBeInTheDocument();
  });

  test('g shows one quiet period after another, and then the first again', async () => {
    const one = await page('', csto());
    const { quiet } = one.found;
    expect(quiet.length).toBeGreaterThan(1);
    one.explorer.look({ from: one.found.bounds.from - 1e12, to: one.found.bounds.from });
    for (const { from, to } of [...quiet, quiet[0]]) {
      await one.user.keyboard('g');
      expect(one.explorer.window.from).toBeLessThan(from);
      expect(one.explorer.window.to).toBeGreaterThan(to);
    }
  });

  test('do nothing while a text is typed, a dialog is open or a modifier is held', async () => {
    const one = await page('event=e2');
    const before = one.link();
    const fields = [
      one.getByRole('combobox', { name: 'Search events' }),
      one.getByLabelText('From'),
      one.getByLabelText('to'),
    ];
    for (const field of fields) {
      field.focus();
      await one.user.keyboard('g?[[]]');
      expect(one.container.querySelector('dialog')).toBeNull();
      expect(one.explorer.view.event).toBe('e2');
    }
    for (const field of fields) field.blur();
    await one.go(before);
    await one.user.keyboard('{Control>}]{/Control}{Alt>}[[{/Alt}{Meta>}/{/Meta}');
    expect([one.link(), document.activeElement]).toEqual([before, document.body]);
    await one.user.keyboard('?');
    const dialog = await one.findByRole('dialog');
    dialog.querySelector('button')!.focus();
    await one.user.keyboard(']');
    expect(one.link()).toBe(before);
  });
});

describe('two pages on one page', () => {
  test('are filtered, searched and moved each by itself', async () => {
    const [first, second] = [await page('actor=bob'), await page('lanes=type')];
    await first.user.click(first.getByRole('radio', { name: 'Topics' }));
    await second.user.click(second.getByRole('radio', { name: 'None' }));
    await second.user.type(second.getByRole('combobox', { name: 'Search events' }), 'sum');
    await second.settled();
    await first.user.click(first.getByRole('link', { name: /Summit held/ }));
    expect([first.link(), second.link()]).toEqual(['actor=bob&lanes=topic&event=e3', 'q=sum&lanes=none']);
    expect(first.getByRole('radio', { name: 'Topics' })).toBeChecked();
    expect(second.getByRole('radio', { name: 'None' })).toBeChecked();
    expect([said(first), said(second)]).toEqual(['Events with Bob Baker: 3 of 10', 'Events matching “sum”: 1 of 10']);
  });
});

describe('the overview', () => {
  test('moves the ends of the range by arrow keys, and clears it', async () => {
    const one = await page();
    const [start, end] = one.getAllByRole('slider');
    expect([start, end].map((slider) => slider.getAttribute('aria-label'))).toEqual([
      'Start of the range',
      'End of the range',
    ]);
    expect(start).toHaveAttribute('aria-valuetext', expect.stringMatching(/^open/));
    start.focus();
    await one.user.keyboard('{PageUp}');
    const { range } = one.explorer.view.query;
    expect(range?.from).toMatch(/^199\d/u);
    expect(start).toHaveAttribute('aria-valuetext', range?.from);
    expect(Number(start.ariaValueNow ?? start.getAttribute('aria-valuenow'))).toBeLessThan(
      Number(end.getAttribute('aria-valuenow')),
    );
    await one.user.keyboard('{Delete}');
    expect(one.link()).toBe('');
    expect(one.told.map(({ step }) => step)).toEqual(['push', 'push']);
  });
});

describe('the timeline', () => {
  test('is one tab stop whose arrow keys tell each event, and Enter opens it', async () => {
    const one = await page('lanes=none');
    const timeline = one.getByRole('application');
    timeline.focus();
    await one.user.keyboard('{ArrowRight}{ArrowRight}');
    expect(one.explorer.cursor).toBe(1);
    expect(one.getByText(/^1994.*: Border closed\. All events, 10 events$/)).toHaveAttribute('aria-live', 'polite');
    expect(one.told.filter(({ step }) => step === 'push')).toEqual([]);
    await one.user.keyboard('{Enter}');
    expect(one.explorer.view.event).toBe('e1');
  });

  test('is zoomed by keys and buttons, within what there is', async () => {
    const one = await page();
    const width = () => one.explorer.window.to - one.explorer.window.from;
    const whole = width();
    const zoomIn = one.getByRole('button', { name: 'Zoom in' });
    const zoomOut = one.getByRole('button', { name: 'Zoom out' });
    await one.user.click(zoomIn);
    expect(width()).toBeCloseTo(whole * 0.6, -6);
    for (let press = 0; press < 20; press++) zoomIn.click();
    expect(width()).toBe(86_400_000);
    for (let press = 0; press < 20; press++) zoomOut.click();
    expect(width()).toBe(whole);
    expect(new Set(one.told.map(({ step }) => step))).toEqual(new Set(['replace']));
  });
});

describe('the undated tray', () => {
  test('counts the undated matches, lists them, and opens them', async () => {
    const one = await page();
    const tray = one.getByRole('button', { name: /Undated · 2 events/, expanded: false });
    await one.user.click(tray);
    await one.user.click(one.getByRole('button', { name: 'Letter written' }));
    expect(one.link()).toBe('event=e8');
    await one.go('actor=bob');
    expect(one.queryByRole('button', { name: /Undated ·/ })).toBeNull();
    expect(one.getByText('No undated match; 2 undated events in all')).toBeInTheDocument();
    await one.go('actor=ann');
    expect(one.getByRole('button', { name: /Undated · 1 event$/ })).toBeInTheDocument();
  });
});
