import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { encode } from '../../../src/state/link';
import SearchBox from '../../../src/views/search/SearchBox.svelte';
import { shown } from '../fixtures/shown';
import { soon } from '../fixtures/soon';

async function box(link = '') {
  const page = await shown(SearchBox, {}, { link });
  const input = page.getByRole<HTMLInputElement>('combobox', { name: 'Search events' });
  const options = () =>
    page.queryAllByRole('option').map((option) => option.textContent.replaceAll(/\s+/gu, ' ').trim());
  /** Types and waits for the suggestions. */
  const type = async (text: string, count: number) => {
    await page.user.click(input);
    await page.user.keyboard(text);
    await soon(() => options().length).toBe(count);
    await page.settled();
  };
  return { ...page, page, input, options, type, link: () => encode(page.explorer.view) };
}

describe('the search box', () => {
  test('is a combobox with a list of its own, closed until there is something to suggest', async () => {
    const { input, page, type } = await box();
    expect(input).toHaveAttribute('aria-autocomplete', 'list');
    expect(input).toHaveAttribute('aria-expanded', 'false');
    const list = document.getElementById(input.getAttribute('aria-controls')!);
    expect(list).toHaveAttribute('role', 'listbox');
    expect(list).not.toBeVisible();
    await type('bobb', 1);
    expect(input).toHaveAttribute('aria-expanded', 'true');
    expect(list).toBeVisible();
    expect(page.getByRole('listbox', { name: 'Filters that match' })).toBe(list);
  });

  test('searches at every letter, replacing the view', async () => {
    const { input, user, page, link } = await box();
    await user.type(input, 'war');
    expect(page.told.map(({ step, view }) => `${step} ${encode(view)}`)).toEqual([
      'replace q=w',
      'replace q=wa',
      'replace q=war',
    ]);
    expect(link()).toBe('q=war');
  });

  test('shows the text of the view, whoever changed it', async () => {
    const { input, go, user } = await box('q=border');
    expect(input).toHaveValue('border');
    await go('q=%3Cb%3E');
    expect(input).toHaveValue('<b>');
    await user.type(input, '!');
    await go('');
    expect(input).toHaveValue('');
  });

  test('is cleared by its button, which is there only while there is a text', async () => {
    const { page, user, link } = await box('q=border');
    await user.click(page.getByRole('button', { name: 'Clear search' }));
    expect(link()).toBe('');
    expect(page.queryByRole('button', { name: 'Clear search' })).toBeNull();
  });
});

describe('while the index is made', () => {
  test('the box says how far it is, and answers what was typed when it is ready', async () => {
    const { page, input, user } = await box();
    const { search } = page.engine.client;
    let ready!: () => void;
    const making = new Promise<void>((resolve) => (ready = resolve));
    vi.spyOn(page.engine.client, 'search').mockImplementation(async (text) => {
      await making;
      return search(text);
    });
    const { searching } = page.explorer;
    void searching.begin(10, '');
    for (const done of [0, 424, 999]) {
      searching.prepared(done, 1000);
      flushSync();
      expect(page.getByText(/^Search is getting ready/)).toHaveTextContent(`getting ready: ${Math.floor(done / 10)} %`);
    }
    await user.type(input, 'summit');
    expect(page.found.sentence).toBe('Events matching “summit”: searching');
    ready();
    await soon(() => page.found.sentence).toBe('Events matching “summit”: 1 of 10');
    flushSync();
    expect(page.queryByText(/^Search is getting ready/)).toBeNull();
  });
});

describe('suggestions', () => {
  test('name the field, the value, the other name it was found by, and its events', async () => {
    const { type, options } = await box();
    await type('bobb', 1);
    expect(options()).toEqual(['actor Bob Baker Bobby 3']);
  });

  test('are chosen by arrow keys, round and round, and taken by Enter', async () => {
    const { type, input, page, user, link } = await box();
    await type('la', 2);
    const chosen = () =>
      page.queryAllByRole('option').filter((option) => option.getAttribute('aria-selected') === 'true');
    expect([input.hasAttribute('aria-activedescendant'), chosen()]).toEqual([false, []]);
    const seen: (string | null)[] = [];
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
      await user.keyboard(`{${key}}`);
      seen.push(input.getAttribute('aria-activedescendant'));
      expect(chosen().map(({ id }) => id)).toEqual(seen.at(-1) === null ? [] : [seen.at(-1)]);
    }
    const [first, second] = page.getAllByRole('option').map(({ id }) => id);
    expect(seen).toEqual([first, second, null, second, first]);
    const [name] = page.getAllByRole('option').map((option) => option.querySelector('.name')?.textContent);
    await user.keyboard('{Enter}');
    expect(link()).toBe(name === 'Law' ? 'topic=law' : 'actor=land');
    expect([document.activeElement, page.told.at(-1)?.step]).toEqual([input, 'push']);
  });

  test('are taken by the pointer, and the text around stays', async () => {
    const { type, page, user, input, link } = await box();
    await type('border bobb', 1);
    await user.click(page.getByRole('option'));
    expect(link()).toBe('q=border&actor=bob');
    expect(document.activeElement).toBe(input);
    expect(input).toHaveAttribute('aria-expanded', 'false');
  });

  test('are away while the box has no focus, and back with it', async () => {
    const { type, user, input, options } = await box();
    await type('bobb', 1);
    await user.tab();
    await user.tab();
    expect(input).not.toHaveFocus();
    expect(options()).toEqual([]);
    await user.click(input);
    expect(options()).toHaveLength(1);
  });
});

describe('Enter', () => {
  test('without a chosen suggestion opens the best match', async () => {
    const { type, user, page } = await box();
    await type('summit', 0);
    await user.keyboard('{Enter}');
    await soon(() => page.explorer.view.event).toBe('e3');
  });

  test('makes filters of terms that name them, and opens the best of what matches', async () => {
    const { input, user, page, link } = await box();
    await user.click(input);
    await soon(() => page.found.names).not.toBeNull();
    await user.keyboard('actor:bob summit{Enter}');
    await soon(link).toBe('q=summit&actor=bob&event=e3');
  });

  test('takes no suggestion that is no longer shown', async () => {
    const { type, user, link } = await box();
    await type('bobb', 1);
    await user.keyboard('{ArrowDown}{Escape}{Enter}');
    await soon(link).toContain('event=');
    expect(link()).not.toContain('actor=');
  });

  test('takes no suggestion of a text that Back took away', async () => {
    const { type, user, go, link } = await box();
    await type('la', 2);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    await go('q=bobb');
    await user.keyboard('{Enter}');
    await soon(link).not.toBe('q=bobb');
    expect(link()).toMatch(/event=|actor=bob/u);
  });
});

describe('Escape', () => {
  test('closes the suggestions, then clears the text, then leaves the box', async () => {
    const { type, user, input, link } = await box();
    await type('bobb', 1);
    await user.keyboard('{Escape}');
    expect([input.getAttribute('aria-expanded'), link()]).toEqual(['false', 'q=bobb']);
    await user.keyboard('{Escape}');
    expect([link(), document.activeElement]).toEqual(['', input]);
    await user.keyboard('{Escape}');
    expect(input).not.toHaveFocus();
  });

  test('leaves no chosen suggestion behind', async () => {
    const { type, user, input } = await box();
    await type('bobb', 1);
    await user.keyboard('{ArrowDown}{Escape}');
    expect(input).not.toHaveAttribute('aria-activedescendant');
  });
});
