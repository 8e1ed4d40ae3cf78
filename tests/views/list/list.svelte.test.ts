import { fireEvent } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/state/link';
import List from '../../../src/views/list/List.svelte';
import { generateChronology } from '../../fixtures/generate';
import { layout, shown } from '../fixtures/shown';
import { soon } from '../fixtures/soon';

layout({ width: 900, height: 400 });

async function list(link = '', data?: Parameters<typeof shown>[2]) {
  const page = await shown(List, {}, { ...data, link });
  const box = page.getByRole('group', { name: 'List of events' });
  const titles = () => page.queryAllByRole('link').map((row) => row.querySelector('.title')?.textContent);
  const stops = () => [box, ...page.queryAllByRole('link')].filter(({ tabIndex }) => tabIndex === 0);
  return { ...page, box, titles, stops, link: () => encode(page.explorer.view) };
}
const hundred = () => list('', { data: generateChronology(100, 3) });

describe('the list', () => {
  test('holds the matches in their order, under their months, each in its place of how many', async () => {
    const { titles, getAllByRole, ids } = await list('topic=law');
    expect(ids()).toEqual(['e0', 'e3', 'e6', 'e8']);
    expect(titles()).toEqual(['Treaty signed', 'Summit held', 'Treaty amended', 'Letter written']);
    expect(getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'May 1992 · 1 event',
      'July 2002 · 1 event',
      'December 2015 · 1 event',
      'Undated · 1 event',
    ]);
    expect(
      getAllByRole('listitem').map((item) => [item.getAttribute('aria-posinset'), item.getAttribute('aria-setsize')]),
    ).toEqual([1, 2, 3, 4].map((place) => [String(place), '4']));
  });

  test('is sorted as asked, by relevance only while there is a search', async () => {
    const { user, getByRole, titles, link, go, queryAllByRole } = await list('topic=law');
    const sort = getByRole<HTMLSelectElement>('combobox', { name: 'Order of the list' });
    await user.selectOptions(sort, 'Newest first');
    expect([link(), titles()[0], titles().at(-1)]).toEqual([
      'topic=law&sort=newest',
      'Treaty amended',
      'Letter written',
    ]);
    expect(getByRole<HTMLOptionElement>('option', { name: 'Best match first' })).toBeDisabled();
    await go('q=treaty+amended&sort=relevance');
    expect(getByRole<HTMLOptionElement>('option', { name: 'Best match first' })).toBeEnabled();
    expect([titles()[0], queryAllByRole('heading', { level: 3 })]).toEqual(['Treaty amended', []]);
  });

  test('marks the words of the search', async () => {
    const { container } = await list('q=border');
    expect([...container.querySelectorAll('.title mark')].map((mark) => mark.textContent)).toEqual([
      'Border',
      'Border',
    ]);
  });

  test('draws what is in sight and little more, however long it is', async () => {
    const { queryAllByRole, box, found } = await hundred();
    expect(found.order.count).toBe(100);
    expect(queryAllByRole('link').length).toBeLessThan(20);
    box.scrollTop = 2000;
    await fireEvent.scroll(box);
    const places = queryAllByRole('listitem').map((item) => Number(item.getAttribute('aria-posinset')));
    expect(places.length).toBeLessThan(25);
    expect(Math.min(...places)).toBeGreaterThan(10);
  });
});

describe('the list, scrolled', () => {
  test('reads the events of one screen at each place, however far apart the places are', async () => {
    const { box, found } = await list('', { data: generateChronology(3000, 4) });
    const { records } = found.dataset;
    for (const top of [0, 90_000, 40_000, 137_000, 90_046]) {
      const before = records.decoded;
      box.scrollTop = top;
      await fireEvent.scroll(box);
      expect(records.decoded - before).toBeLessThan(25);
    }
  });

  test('stays where the reader has taken it, whatever changes but the cursor', async () => {
    const { box, explorer, stops } = await hundred();
    explorer.moveTo(0);
    flushSync();
    box.scrollTop = 2000;
    await fireEvent.scroll(box);
    for (const change of [
      () => explorer.sort('newest'),
      () => explorer.range({ from: '1990', to: null, mode: 'possibly', off: false }),
      () => explorer.point(70),
    ]) {
      change();
      flushSync();
      expect(box.scrollTop).toBe(2000);
    }
    explorer.moveTo(1);
    flushSync();
    expect(box.scrollTop).not.toBe(2000);
    expect(stops()).toHaveLength(1);
  });

  test('moves along with the row of the cursor where that was in sight', async () => {
    const { box, explorer, found } = await hundred();
    explorer.moveTo(found.order.rowAt(60));
    flushSync();
    expect(box.scrollTop).toBeGreaterThan(60 * 46 - 400);
    explorer.sort('newest');
    flushSync();
    const place = found.order.positionOf(explorer.cursor);
    expect(place).toBeLessThan(40);
    expect(box.scrollTop).toBeLessThan(place * 46 + 40 * 30);
  });
});

describe('a row', () => {
  test('is opened by a click, and is then the current one', async () => {
    const { user, getByRole, link, told } = await list();
    const row = getByRole('link', { name: /Summit held/ });
    await user.click(row);
    expect([link(), told.at(-1)?.step, row.getAttribute('aria-current')]).toEqual(['event=e3', 'push', 'true']);
  });

  test('is a link to its event in this view, left to the browser with a modifier', async () => {
    const { getByRole, user, told } = await list('actor=bob');
    const row = getByRole('link', { name: /Summit held/ });
    expect(row).toHaveAttribute('href', '#actor=bob&event=e3');
    await user.keyboard('{Control>}');
    await user.click(row);
    await user.keyboard('{/Control}');
    expect(told).toEqual([]);
  });

  test('points at its marks on the timeline', async () => {
    const { getByRole, user, explorer, row } = await list();
    await user.hover(getByRole('link', { name: /Summit held/ }));
    expect(explorer.pointed).toBe(row('e3'));
    await user.unhover(getByRole('link', { name: /Summit held/ }));
    expect(explorer.pointed).toBeNull();
  });

  test('says who took part and where, and names of those the data lacks are told', async () => {
    const { getByRole } = await list('place=Ash&place=Birch');
    expect(getByRole('link', { name: /Treaty signed/ })).toHaveTextContent('Ann Ahlgren · Organisation of Oaks — Ash');
    expect(getByRole('link', { name: /Nothing known/ })).toHaveTextContent(/Birch$/);
  });
});

describe('keys', () => {
  test('move over every event, open it, and never leave the list', async () => {
    const { user, box, explorer, found, stops, told } = await hundred();
    expect(stops()).toEqual([box]);
    box.focus();
    const at = () => found.order.positionOf(explorer.cursor);
    const screen = Math.floor(400 / 46) - 1;
    let place = -1;
    const presses =
      'ArrowDown ArrowDown ArrowUp End ArrowDown ArrowUp PageUp PageUp Home ArrowUp PageDown PageDown'.split(' ');
    for (const key of presses) {
      await user.keyboard(`{${key}}`);
      const by = { ArrowDown: 1, ArrowUp: -1, PageDown: screen, PageUp: -screen, Home: -999, End: 999 }[key] ?? 0;
      place = Math.min(Math.max(place + by, 0), 99);
      expect(at(), key).toBe(place);
      await soon(() => document.activeElement?.getAttribute('data-position')).toBe(String(place));
      expect(stops()).toEqual([document.activeElement]);
    }
    expect(told).toEqual([]);
    await user.keyboard('{Enter}');
    expect(explorer.view.event).toBe(found.dataset.records.event(found.order.rowAt(place)).id);
  });

  test('with a modifier are left alone', async () => {
    const { user, box, explorer } = await hundred();
    box.focus();
    await user.keyboard('{Control>}{ArrowDown}{/Control}{Alt>}{End}{/Alt}{Shift>}{ArrowDown}{/Shift}');
    expect(explorer.cursor).toBe(-1);
  });

  test('start from the opened event', async () => {
    const { user, explorer, getByRole } = await list('event=e3');
    const row = getByRole('link', { name: /Summit held/ });
    expect(row.tabIndex).toBe(0);
    row.focus();
    await user.keyboard('{ArrowDown}');
    expect(explorer.cursor).toBe(4);
  });

  test('can always enter the list, also when the row they are on was scrolled away', async () => {
    const { explorer, box, stops } = await hundred();
    explorer.moveTo(0);
    await soon(() => stops().length).toBe(1);
    box.scrollTop = 3000;
    await fireEvent.scroll(box);
    expect(stops()).toHaveLength(1);
  });
});

describe('the rows of another list', () => {
  test('are those that stand there, filled anew', async () => {
    const { container, explorer, getAllByRole, titles } = await hundred();
    const rows = getAllByRole('listitem');
    const before = titles();
    explorer.sort('newest');
    flushSync();
    expect(titles()).not.toEqual(before);
    expect(container.querySelector('ol > li')).toBe(rows[0]);
    expect(getAllByRole('listitem').filter((row) => rows.includes(row)).length).toBeGreaterThan(rows.length / 2);
  });

  test('have the focus at the event that had it, as long as it is among them', async () => {
    const { user, box, explorer, found } = await hundred();
    box.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    const row = explorer.cursor;
    const place = () => Number((document.activeElement as HTMLElement).dataset.position);
    expect(found.order.rowAt(place())).toBe(row);
    explorer.range({ from: found.words.rangeOf(row)?.from ?? null, to: null, mode: 'possibly', off: false });
    flushSync();
    expect(found.order.count).toBeLessThan(100);
    expect(found.order.rowAt(place())).toBe(row);
    expect(document.activeElement).toHaveAttribute('tabindex', '0');
  });

  test('point at the marks of the event that is under the pointer now', async () => {
    const { user, getAllByRole, explorer, found } = await hundred();
    await user.hover(getAllByRole('link')[0]);
    expect(explorer.pointed).toBe(found.order.rowAt(0));
    explorer.sort('newest');
    flushSync();
    expect(explorer.pointed).toBe(found.order.rowAt(0));
  });
});
