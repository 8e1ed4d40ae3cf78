import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { encode } from '../../../src/state/link';
import Marked from '../../../src/views/Marked.svelte';
import Failed from '../../../src/views/states/Failed.svelte';
import Loading from '../../../src/views/states/Loading.svelte';
import NoMatches from '../../../src/views/states/NoMatches.svelte';
import { random } from '../../fixtures/random';
import { shown } from '../fixtures/shown';

afterEach(cleanup);

describe('no matches', () => {
  test('names each single clause to drop and how many there would be, the most first', async () => {
    const page = await shown(NoMatches, {}, { link: 'actor=bob&topic=law&from=2022' });
    const buttons = () =>
      page.getAllByRole('button').map((button) => button.textContent.replaceAll(/\s+/gu, ' ').trim());
    expect(page.getByRole('status')).toHaveTextContent('No event matches');
    expect(buttons()).toEqual(['Without from 2022 1 event', 'Clear all and show every event']);
    await page.go('actor=bob&topic=law&topic=trade&all=topic');
    expect(buttons()).toEqual(['Without Law 1 event', 'Without Trade 1 event', 'Clear all and show every event']);
    await page.user.click(page.getByRole('button', { name: /^Without Trade/ }));
    expect([encode(page.explorer.view), page.ids()]).toEqual(['actor=bob&topic=law&all=topic', ['e3']]);
  });

  test('each offer keeps its word', async () => {
    const page = await shown(NoMatches, {}, { link: 'actor=ann&actor=!bob&topic=law&topic=war&all=topic&place=Ash' });
    const offers = page.found.relaxations;
    expect(offers.length).toBeGreaterThan(0);
    const { view } = page.explorer;
    for (const { clause, count } of offers) {
      page.explorer.restore(view);
      page.explorer.remove(clause);
      expect(page.found.matches.count).toBe(count);
    }
  });

  test('that no single clause is to blame for is said, and all can be cleared', async () => {
    const page = await shown(NoMatches, {}, { link: 'actor=nobody&topic=nothing' });
    expect(page.getByText('No single clause is to blame.')).toBeInTheDocument();
    await page.user.click(page.getByRole('button', { name: /^Clear all/ }));
    expect([encode(page.explorer.view), page.found.matches.count]).toEqual(['', 10]);
  });

  test('says how the words of the search were understood', async () => {
    const page = await shown(NoMatches, {}, { link: 'q=xylophone+bordr&actor=ann' });
    expect(page.found.matches.count).toBe(0);
    const words = page.getAllByRole('listitem').map((item) => item.textContent);
    expect(words[0]).toMatch(/^xylophone .*(no event|nowhere|found)/u);
    expect(words[1]).toMatch(/^bordr .*border/u);
  });
});

describe('loading', () => {
  test('says what is being done and how far it is, where that is known', async () => {
    const { rerender } = render(Loading, { progress: { phase: 'reading', done: 10, total: 0 } });
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Reading the chronology' });
    expect(bar).not.toHaveAttribute('value');
    await rerender({ progress: { phase: 'checking', done: 30, total: 120 } });
    expect([bar.value, bar.max]).toEqual([30, 120]);
    expect(screen.getByText('Checking events…')).toHaveAttribute('role', 'status');
    expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'true');
  });
});

describe('failed', () => {
  test('says why as text, and tries again', async () => {
    const retry = vi.fn();
    const { container } = render(Failed, { message: '<b>half</b> a file', retry });
    expect(screen.getByRole('alert').textContent).toBe('<b>half</b> a file');
    expect(container.querySelector('b')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalledOnce();
  });
});

describe('a marked text', () => {
  test('is the text, with exactly the marked parts marked (seed 11)', () => {
    const source = random(11);
    for (let tries = 0; tries < 40; tries++) {
      const text = Array.from({ length: source.below(30) }, () =>
        source.pick(['a', ' ', '<b>', '&amp;', '🛰', 'é', '\u202e']),
      ).join('');
      const cuts = [...new Set(Array.from({ length: 2 * source.below(4) }, () => source.below(text.length + 1)))].sort(
        (a, b) => a - b,
      );
      const marks = Array.from({ length: cuts.length >> 1 }, (_, at) => ({ from: cuts[2 * at], to: cuts[2 * at + 1] }));
      const { container, unmount } = render(Marked, { text, marks });
      expect(container.textContent).toBe(text);
      expect(
        [...container.querySelectorAll('*')].filter(({ localName }) => localName !== 'mark' && localName !== 'div'),
      ).toEqual([]);
      expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(
        marks.map(({ from, to }) => text.slice(from, to)),
      );
      unmount();
    }
  });
});
