import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { FacetCounter } from '../../../src/engine/facets';
import { encode } from '../../../src/state/link';
import FacetField from '../../../src/views/facets/FacetField.svelte';
import { chronologyOf } from '../../fixtures/events';
import { shown } from '../fixtures/shown';
import { soon } from '../fixtures/soon';

type Page = Awaited<ReturnType<typeof shown>>;

const actors = (link = '') => shown(FacetField, { field: 'actor', name: 'Actors', open: true }, { link });
const link = ({ explorer }: Page) => encode(explorer.view);
const values = (page: Page) =>
  page.queryAllByRole('button', { name: /, [\d,]+ events?/ }).map((button) => button.getAttribute('aria-label'));
const value = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`^${name}, `) });

/** As many topics as asked for, the last with two events and the others with one. */
function topicsOf(count: number, open = true) {
  const topics = Array.from({ length: count }, (_, at) => ({ id: `t${at}`, name: `Topic ${at}` }));
  const events = [...topics, topics[count - 1]].map(({ id }) => ({ topics: [id] }));
  return shown(FacetField, { field: 'topic', name: 'Topics', open }, { data: chronologyOf(events, { topics }) });
}

/** Twenty topics, one event each more than the one before. */
function many() {
  const topics = Array.from({ length: 20 }, (_, at) => ({ id: `t${at}`, name: `Topic ${'ABCDEFGHIJKLMNOPQRST'[at]}` }));
  const events = topics.flatMap((_, at) => Array.from({ length: at + 1 }, () => ({ topics: [`t${at}`] })));
  return shown(FacetField, { field: 'topic', name: 'Topics', open: true }, { data: chronologyOf(events, { topics }) });
}

describe('a facet', () => {
  test('lists its values under their kinds, with their counts', async () => {
    const page = await actors();
    expect(page.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent)).toEqual([
      'Persons',
      'Bodies',
      'States',
    ]);
    expect(values(page)).toEqual([
      'Ann Ahlgren, 4 events',
      'Bob Baker, 3 events',
      'Organisation of Oaks, 4 events',
      'Landia, 2 events',
    ]);
    expect(page.getByRole('list', { name: 'Actors: Persons' })).toBeInTheDocument();
  });

  test('counts by every other clause and never by its own; values without a match stay', async () => {
    const page = await actors('topic=war');
    expect(values(page)).toEqual([
      'Bob Baker, 2 events',
      'Ann Ahlgren, 0 events',
      'Organisation of Oaks, 3 events',
      'Landia, 2 events',
    ]);
    await page.user.click(value(page, 'Bob Baker'));
    expect(values(page)).toContain('Organisation of Oaks, 3 events');
  });
});

describe('a value', () => {
  test('is included by a click and let go by another', async () => {
    const page = await actors();
    await page.user.click(value(page, 'Bob Baker'));
    expect([link(page), value(page, 'Bob Baker').getAttribute('aria-pressed')]).toEqual(['actor=bob', 'true']);
    await page.user.click(value(page, 'Bob Baker'));
    expect([link(page), page.told.map(({ step }) => step)]).toEqual(['', ['push', 'push']]);
  });

  test('is excluded by its button, let go by it, and by a click when excluded', async () => {
    const page = await actors('actor=bob');
    const exclude = page.getByRole('button', { name: 'Exclude Bob Baker' });
    await page.user.click(exclude);
    expect([link(page), exclude.getAttribute('aria-pressed')]).toEqual(['actor=!bob', 'true']);
    expect(value(page, 'Bob Baker')).toHaveAccessibleName('Bob Baker, 3 events, excluded');
    await page.user.click(exclude);
    expect(link(page)).toBe('');
    await page.go('actor=!bob');
    await page.user.click(value(page, 'Bob Baker'));
    expect(link(page)).toBe('');
  });

  test('is excluded by x and included by Enter and Space', async () => {
    const page = await actors();
    value(page, 'Ann Ahlgren').focus();
    await page.user.keyboard('x');
    expect(link(page)).toBe('actor=!ann');
    await page.user.keyboard('x');
    expect(link(page)).toBe('');
    await page.user.keyboard('{Enter}');
    expect(link(page)).toBe('actor=ann');
    await page.user.keyboard(' ');
    expect(link(page)).toBe('');
    expect(value(page, 'Ann Ahlgren')).toHaveFocus();
  });

  test('lights its marks up while it is pointed at or has the focus', async () => {
    const page = await actors();
    await page.user.hover(value(page, 'Bob Baker'));
    expect(page.explorer.lit).toEqual({ field: 'actor', id: 'bob' });
    await page.user.unhover(value(page, 'Bob Baker'));
    expect(page.explorer.lit).toBeNull();
    value(page, 'Landia').focus();
    expect(page.explorer.lit).toEqual({ field: 'actor', id: 'land' });
    value(page, 'Landia').blur();
    expect(page.explorer.lit).toBeNull();
  });

  test('of a body can stand for its members, once it is picked', async () => {
    const page = await actors();
    expect(page.queryByRole('checkbox')).toBeNull();
    await page.user.click(value(page, 'Organisation of Oaks'));
    const members = page.getByRole('checkbox', { name: 'and its 1 member' });
    await page.user.click(members);
    expect([link(page), page.found.matches.count]).toEqual(['actor=org&members=org', 7]);
    await page.user.click(members);
    expect([link(page), page.found.matches.count]).toEqual(['actor=org', 4]);
    await page.user.click(value(page, 'Landia'));
    expect(page.getAllByRole('checkbox')).toHaveLength(1);
  });
});

describe('any or all', () => {
  test('is a choice where an event can have several values', async () => {
    const page = await actors('actor=ann&actor=bob');
    expect(page.getByRole('radio', { name: 'any' })).toBeChecked();
    expect(page.found.matches.count).toBe(6);
    await page.user.click(page.getByRole('radio', { name: 'all' }));
    expect([link(page), page.found.matches.count]).toEqual(['actor=ann&actor=bob&all=actor', 1]);
    await page.user.click(page.getByRole('radio', { name: 'any' }));
    expect(link(page)).toBe('actor=ann&actor=bob');
  });

  test('is none where it has one', async () => {
    const page = await shown(FacetField, { field: 'type', name: 'Type', open: true });
    expect(page.queryByRole('radio')).toBeNull();
    expect(values(page)).toHaveLength(4);
  });
});

describe('arrow keys', () => {
  test('move through a list, which is one tab stop, and stop at its ends', async () => {
    const page = await many();
    const stops = () =>
      [...page.container.querySelectorAll<HTMLElement>('li button')].filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toEqual([value(page, 'Topic T')]);
    value(page, 'Topic T').focus();
    const walk: (string | undefined)[] = [];
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      await page.user.keyboard(`{${key}}`);
      walk.push(document.activeElement?.getAttribute('aria-label')?.slice(6, 7));
      expect(stops()).toEqual([document.activeElement]);
    }
    expect(walk.join('')).toBe('TSREEFT');
  });

  test('of another list do not move with them', async () => {
    const page = await actors();
    value(page, 'Ann Ahlgren').focus();
    await page.user.keyboard('{ArrowDown}{ArrowDown}');
    expect(value(page, 'Bob Baker')).toHaveFocus();
    expect(value(page, 'Organisation of Oaks').tabIndex).toBe(0);
  });
});

describe('a long list', () => {
  test('is cut, and shown whole when asked for', async () => {
    const page = await many();
    expect(values(page)).toHaveLength(16);
    await page.user.click(page.getByRole('button', { name: /^4 more/ }));
    expect(values(page)).toHaveLength(20);
    await page.user.click(page.getByRole('button', { name: /^Fewer/ }));
    expect(values(page)).toHaveLength(16);
  });

  test('of very many is shown page by page, and what is picked stays', async () => {
    const page = await topicsOf(450);
    // Asking for roles, or for what a pointer does, takes seconds among two hundred values here.
    const press = (element: HTMLElement) => {
      element.focus();
      element.click();
      return tick();
    };
    const pages = () => page.container.querySelector('[role=group][aria-label="Pages of Topics"]')!;
    const button = (name: string) => page.getByText(name, { selector: 'button', exact: false });
    const labels = () =>
      [...page.container.querySelectorAll('[data-value]')].map((each) => each.getAttribute('aria-label'));
    const at = () => [pages().querySelector('[role=status]')!.textContent, labels().length, labels()[0]];
    await press(button('434 more'));
    expect(at()).toEqual(['1–200 of 450', 200, 'Topic 449, 2 events']);
    const [previous, next] = pages().querySelectorAll('button');
    expect([previous.ariaLabel, next.ariaLabel, previous.ariaDisabled]).toEqual(['Previous', 'Next', 'true']);
    await press(previous);
    await press(page.getByTitle('Topic 449'));
    await press(next);
    expect(at()).toEqual(['201–400 of 450', 201, 'Topic 199, 1 event']);
    expect(labels().at(-1)).toBe('Topic 449, 2 events');
    await press(next);
    await press(next);
    expect(at()).toEqual(['401–450 of 450', 51, 'Topic 399, 1 event']);
    expect(next.ariaDisabled).toBe('true');
    expect(next).toHaveFocus();
    await press(button('A–Z'));
    expect(at()).toEqual(['1–200 of 450', 201, 'Topic 0, 1 event']);
    await press(button('Fewer'));
    expect(labels()).toHaveLength(17);
  });

  test('that is folded up counts nothing and holds nothing', async () => {
    const facet = vi.spyOn(FacetCounter.prototype, 'facet');
    const page = await topicsOf(450, false);
    expect(facet).not.toHaveBeenCalled();
    expect(values(page)).toEqual([]);
    const details = page.container.querySelector('details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await soon(() => values(page).length).toBe(16);
    expect(new Set(facet.mock.calls.map(([, field]) => field))).toEqual(new Set(['topic']));
    facet.mockRestore();
  });

  test('is sorted by count, or by name', async () => {
    const page = await many();
    const sort = page.getByRole('button', { name: 'Sort topics by name', pressed: false });
    expect(values(page).slice(0, 2)).toEqual(['Topic T, 20 events', 'Topic S, 19 events']);
    await page.user.click(sort);
    expect(sort).toHaveAttribute('aria-pressed', 'true');
    expect(values(page).slice(0, 2)).toEqual(['Topic A, 1 event', 'Topic B, 2 events']);
  });

  test('can be searched, and says when nothing is called that', async () => {
    const page = await many();
    const find = page.getByRole('searchbox', { name: 'Find in topics' });
    await page.user.type(find, 'topic q');
    await soon(() => values(page)[0]).toBe('Topic Q, 17 events');
    await page.user.clear(find);
    await page.user.type(find, 'zzzzzz');
    await soon(() => page.queryByText('Nothing here is called that.')).toBeInTheDocument();
    await page.user.clear(find);
    expect(values(page)).toHaveLength(16);
    expect(page.told).toEqual([]);
  });

  test('has no search when it is short', async () => {
    expect((await actors()).queryByRole('searchbox')).toBeNull();
  });
});

describe('a row of a facet', () => {
  test('stays, and is filled with another value, where counts put them into another order', async () => {
    const page = await actors();
    const before = page.getAllByRole('listitem');
    await page.go('topic=war');
    expect(values(page)[0]).toBe('Bob Baker, 2 events');
    expect(page.getAllByRole('listitem')).toEqual(before);
  });

  test('passes the focus to that of its value', async () => {
    const page = await actors();
    value(page, 'Ann Ahlgren').focus();
    await page.go('topic=war');
    expect(values(page)[1]).toBe('Ann Ahlgren, 0 events');
    expect(value(page, 'Ann Ahlgren')).toHaveFocus();
    expect(value(page, 'Ann Ahlgren').tabIndex).toBe(0);
    expect(page.explorer.lit).toEqual({ field: 'actor', id: 'ann' });
  });
});
