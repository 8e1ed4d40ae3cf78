import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { encode } from '../../src/state/link';
import QueryBar from '../../src/views/QueryBar.svelte';
import { shown } from './fixtures/shown';
import { soon } from './fixtures/soon';

const ALL = 'q=border&topic=war&actor=!ann&from=1990&to=2000';

async function bar(link: string) {
  const page = await shown(QueryBar, { filtersOpen: false }, { link });
  return {
    ...page,
    link: () => encode(page.explorer.view),
    chips: () => page.queryAllByRole('button', { name: /^Remove / }).map((button) => button.getAttribute('aria-label')),
    count: () => page.getByText(/of \d+ events$/u).textContent,
  };
}

describe('the query bar', () => {
  test('says how many match, and shows no chips without a query', async () => {
    const { count, chips, queryByRole, go } = await bar('');
    expect([count(), chips()]).toEqual(['10 of 10 events', []]);
    expect(queryByRole('list', { name: 'Filters in force' })).toBeNull();
    await go('actor=nobody');
    expect(count()).toBe('0 of 10 events');
  });

  test('has a chip for each clause: included, excluded, range, search', async () => {
    const { chips, count } = await bar(ALL);
    expect(chips()).toEqual(['Remove War', 'Remove not Ann Ahlgren', 'Remove 1990 to 2000', 'Remove “border”']);
    expect(count()).toBe('2 of 10 events');
  });

  test.each([
    ['Remove War', 'q=border&actor=!ann&from=1990&to=2000'],
    ['Remove not Ann Ahlgren', 'q=border&topic=war&from=1990&to=2000'],
    ['Remove 1990 to 2000', 'q=border&actor=!ann&topic=war'],
    ['Remove “border”', 'actor=!ann&topic=war&from=1990&to=2000'],
  ])('"%s" takes out that clause alone, as a step of its own', async (name, link) => {
    const page = await bar(ALL);
    await page.user.click(page.getByRole('button', { name }));
    expect(new Set(page.link().split('&'))).toEqual(new Set(link.split('&')));
    expect(page.told.map(({ step }) => step)).toEqual(['push']);
    expect(page.chips()).not.toContain(name);
  });

  test('a chip switches its clause off for a moment, and on again', async () => {
    const page = await bar(ALL);
    const chip = page.getByRole('button', { name: 'not Ann Ahlgren', pressed: true });
    await page.user.click(chip);
    expect(page.link()).toContain('~actor=!ann');
    expect(chip).toHaveAttribute('aria-pressed', 'false');
    await page.user.click(chip);
    expect(page.link()).toContain('actor=!ann');
    expect(page.chips()).toHaveLength(4);
  });

  test('"Clear all" clears all', async () => {
    const page = await bar(`${ALL}&event=e2&lanes=topic`);
    await page.user.click(page.getByRole('button', { name: 'Clear all' }));
    expect([page.link(), page.chips()]).toEqual(['lanes=topic&event=e2', []]);
  });

  test('values that the chronology lacks have a chip and are told', async () => {
    const page = await bar('actor=eve');
    expect(page.chips()).toEqual(['Remove eve (not in this chronology)']);
    expect(page.getByRole('status')).toHaveTextContent('actor "eve" is not in this chronology');
  });

  test('lanes are chosen by radio buttons or from a list, which tell the same', async () => {
    const page = await bar('');
    const lanes = page.getByRole('group', { name: 'Lanes' });
    expect(lanes).toBeInTheDocument();
    const checked = () => page.getAllByRole<HTMLInputElement>('radio').filter((radio) => radio.checked);
    expect(checked()).toEqual([page.getByRole('radio', { name: 'Actors' })]);
    await page.user.click(page.getByRole('radio', { name: 'Topics' }));
    expect([page.link(), page.getByRole<HTMLSelectElement>('combobox').value]).toEqual(['lanes=topic', 'topic']);
    await page.user.selectOptions(page.getByRole('combobox', { name: 'Lanes' }), 'No lanes');
    expect(page.link()).toBe('lanes=none');
    expect(checked()).toEqual([page.getByRole('radio', { name: 'None' })]);
  });

  test('lanes of two query bars on one page do not meddle', async () => {
    const [first, second] = [await bar('lanes=topic'), await bar('lanes=type')];
    const checked = () =>
      [first, second].map((page) =>
        page
          .getAllByRole<HTMLInputElement>('radio')
          .filter((radio) => radio.checked)
          .map((radio) => radio.labels![0].textContent.trim()),
      );
    expect(checked()).toEqual([['Topics'], ['Types']]);
    await first.user.click(first.getByRole('radio', { name: 'Actors' }));
    expect(checked()).toEqual([['Actors'], ['Types']]);
    expect(second.told).toEqual([]);
  });

  test('opens the filters where there is no room for them', async () => {
    const page = await bar('');
    const button = page.getByRole('button', { name: 'Filters', expanded: false });
    await page.user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
  });
});

describe('notices', () => {
  const notices = (page: Awaited<ReturnType<typeof bar>>) =>
    page.queryAllByRole('status').flatMap((one) => [...one.querySelectorAll('li')].map((item) => item.textContent));

  test('are not there when there is nothing to say', async () => {
    expect(notices(await bar('topic=war&q=border'))).toEqual([]);
  });

  test('say how many undated events a range leaves out', async () => {
    const page = await bar('from=1990');
    expect(notices(page)).toEqual([expect.stringContaining('2 undated events left out')]);
    await page.go('from=1990&topic=law');
    expect(notices(page)).toEqual([expect.stringContaining('1 undated event left out')]);
    await page.go('~from=1990');
    expect(notices(page)).toEqual([]);
  });

  test('of a link go when they are dismissed, and others stay', async () => {
    const page = await bar('from=1990');
    page.explorer.restore(page.explorer.view, ['sort: <b>what?</b>']);
    await soon(() => notices(page)).toEqual(['sort: <b>what?</b>', expect.stringContaining('undated')]);
    await page.user.click(page.getByRole('button', { name: 'Dismiss' }));
    expect(notices(page)).toHaveLength(1);
    expect(page.queryByRole('button', { name: 'Dismiss' })).toBeNull();
  });

  test('say that only the nearest were found, and what was not understood', async () => {
    const page = await bar('');
    await page.go('q=border+closed+xylophone');
    expect(page.explorer.searching.answer?.soft).toBe(true);
    expect(notices(page)).toEqual([expect.stringContaining('“xylophone”')]);
    await page.go('q=colour:red');
    expect(notices(page).join()).toContain('colour');
  });

  test('of a link of hundreds of unknown values name three and count the rest', async () => {
    const page = await bar(Array.from({ length: 400 }, (_, index) => `actor=nobody-${index}`).join('&'));
    expect(notices(page)).toEqual([
      ...[0, 1, 2].map((index) => `actor "nobody-${index}" is not in this chronology`),
      '397 more values are not in this chronology',
    ]);
    await page.go('actor=a&actor=b&actor=c&actor=d');
    expect(notices(page)).toHaveLength(4);
  });
});

describe('a search that is not answered', () => {
  test('has no number until it is', async () => {
    const page = await bar('q=border');
    let answer!: () => void;
    const { search } = page.engine.client;
    vi.spyOn(page.engine.client, 'search').mockImplementation(async (text) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return search(text);
    });
    page.explorer.search('border closed');
    flushSync();
    expect(page.queryByText(/of 10 events/)).toBeNull();
    const waiting = page.getByText('Searching…').parentElement;
    expect(waiting).toHaveAttribute('data-before', '2 of 10 events');
    page.explorer.mute({ kind: 'text' });
    flushSync();
    expect(page.count()).toBe('10 of 10 events');
    page.explorer.mute({ kind: 'text' });
    answer();
    await soon(() => page.queryByText(/of 10 events/)?.textContent).toBe('1 of 10 events');
  });

  test('and cannot be, says so, and loads again where that helps', async () => {
    const page = await bar('q=border');
    vi.spyOn(page.engine.client, 'search').mockRejectedValueOnce(new Error('Search has stopped'));
    vi.spyOn(page.engine.client, 'stopped', 'get').mockReturnValue(true);
    page.explorer.search('treaty');
    await page.settled();
    flushSync();
    expect(page.getByText(/of 10 events/)).toHaveTextContent('10 of 10 events, not searched');
    expect(page.getByRole('status')).toHaveTextContent('Search has stopped');
    vi.mocked(Object.getOwnPropertyDescriptor(page.engine.client, 'stopped')!.get!).mockReturnValue(false);
    await page.user.click(page.getByRole('button', { name: 'Load again' }));
    await soon(() => page.queryByText(/of 10 events/)?.textContent).toBe('2 of 10 events');
    expect(page.queryByRole('button', { name: 'Load again' })).toBeNull();
  });
});
