import { cleanup, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Growth } from '../../../src/engine/growth';
import type { Progress } from '../../../src/engine/messages';
import { encode } from '../../../src/state/link';
import Marked from '../../../src/views/Marked.svelte';
import Drop from '../../../src/views/states/Drop.svelte';
import Failed from '../../../src/views/states/Failed.svelte';
import Loading from '../../../src/views/states/Loading.svelte';
import NoMatches from '../../../src/views/states/NoMatches.svelte';
import { random } from '../../fixtures/random';
import { shown } from '../fixtures/shown';

const YEAR_MS = 365 * 86_400_000;

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
    const oncancel = vi.fn();
    const name = 'data/csto.json';
    const { rerender } = render(Loading, {
      name,
      oncancel,
      progress: { phase: 'reading', done: 4e6, total: 0, events: 0 },
    });
    const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'Reading csto.json' });
    expect(bar).not.toHaveAttribute('value');
    expect(screen.getByText('4 MB')).toBeInTheDocument();
    await rerender({ progress: { phase: 'reading', done: 4e6, total: 12e6, events: 1234 } });
    expect([bar.value, bar.max]).toEqual([4e6, 12e6]);
    expect(screen.getByText('33 % · 4 MB of 12 MB · 1,234 events')).toBeInTheDocument();
    await rerender({ progress: { phase: 'arranging', done: 30, total: 120, events: 120 } });
    expect(screen.getByRole('progressbar', { name: 'Arranging csto.json' })).toBe(bar);
    expect(screen.getByText('25 % · 120 events')).toBeInTheDocument();
    expect(screen.getByRole('main')).toHaveAttribute('aria-busy', 'true');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(oncancel).toHaveBeenCalledOnce();
  });

  test('shows how what has been read lies in time, until that is arranged', async () => {
    const props = { name: 'a.json', oncancel: vi.fn() };
    const step = (phase: Progress['phase'], events: number, growth?: Growth) => ({
      progress: { phase, done: 1, total: 9, events, ...(growth && { growth }) },
    });
    const { container, rerender } = render(Loading, { ...props, ...step('reading', 900) });
    expect(screen.queryByRole('figure')).toBeNull();
    await rerender(step('reading', 2000, { width: 5 * YEAR_MS, counts: new Map([[-2, 1500], [1, 500]]) })); // prettier-ignore
    expect(await screen.findByRole('figure')).toHaveAccessibleName('Events read so far, from 1960 to 1979');
    const heights = () =>
      container
        .querySelector('path')
        ?.getAttribute('d')
        ?.match(/(?<=M)\d+|(?<=v-)[\d.]+/gu)
        ?.map(Number);
    expect(heights()).toEqual([0, 1, 3, expect.closeTo(Math.sqrt(1 / 3), 6)]);
    await rerender(step('reading', 2001, { width: 86_400_000, counts: new Map([[10957, 2001]]) }));
    expect(screen.getByRole('figure')).toHaveAccessibleName('Events read so far, from 1 Jan 2000 to 1 Jan 2000');
    await rerender(step('arranging', 2001));
    expect(heights()).toEqual([0, 1]);
    await rerender(step('reading', 0));
    expect(screen.queryByRole('figure')).toBeNull();
  });

  test('is told to screen readers every few seconds, however often it changes', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const props = { name: 'a.json', oncancel: vi.fn() };
    const { rerender } = render(Loading, { ...props, progress: { phase: 'reading', done: 1, total: 1000, events: 0 } });
    const told = new Set<string>();
    const status = screen.getByRole('status');
    for (let tick = 1; tick <= 110; tick++) {
      vi.advanceTimersByTime(100);
      await rerender({ progress: { phase: 'reading', done: tick * 9, total: 1000, events: 0 } });
      told.add(status.textContent);
    }
    expect([...told]).toEqual([
      '',
      ...['3', '44', '89'].map((percent) => expect.stringContaining(`Reading a.json: ${percent} %`)),
    ]);
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
    expect(screen.queryByRole('button', { name: 'Open a file…' })).toBeNull();
  });

  test('or cancelled offers to load again or to open a file', async () => {
    const [retry, onfiles, onhome] = [vi.fn(), vi.fn(), vi.fn()];
    render(Failed, { title: 'Loading was cancelled', message: null, retry, onfiles, onhome });
    expect([screen.getByRole('heading').textContent, screen.queryByRole('alert')]).toEqual([
      'Loading was cancelled',
      null,
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Load it again' }));
    const files = [new File(['{}'], 'mine.json'), new File(['a,b'], 'no name at all')];
    await userEvent.upload(screen.getByLabelText('Files to open'), files);
    await userEvent.click(screen.getByRole('button', { name: 'Open the chronology of this site' }));
    expect([retry.mock.calls.length, onfiles.mock.calls, onhome.mock.calls.length]).toEqual([1, [[files]], 1]);
  });
});

/** What a browser gives of a file or a folder that is dragged. */
const dragged = (file: File) => ({
  kind: 'file',
  webkitGetAsEntry: () => ({ isDirectory: file.name.startsWith('folder') }),
});

describe('a dragged file', () => {
  const drag = (
    type: string,
    types: readonly string[],
    files: readonly File[] = [],
    relatedTarget: EventTarget | null = null,
  ) => {
    const event = Object.assign(new Event(type, { cancelable: true }), {
      dataTransfer: { types, files, items: [{ kind: 'string' }, ...files.map(dragged)] },
      relatedTarget,
    });
    window.dispatchEvent(event);
    flushSync();
    return event.defaultPrevented;
  };
  const hint = () => screen.queryByText('Drop to open');

  test('is asked for while it is over the page, and opened when dropped', () => {
    const onfiles = vi.fn();
    render(Drop, { onfiles });
    expect([hint(), drag('dragenter', ['Files']), hint() === null]).toEqual([null, true, false]);
    drag('dragleave', ['Files'], [], document.body);
    expect(hint()).not.toBeNull();
    drag('dragleave', ['Files']);
    expect(hint()).toBeNull();
    drag('dragover', ['Files']);
    const file = new File(['{}'], 'mine.json');
    expect([drag('drop', ['Files'], [file]), hint(), onfiles.mock.calls]).toEqual([true, null, [[[file], []]]]);
  });

  test('may be one of several; folders among them are told by name', () => {
    const onfiles = vi.fn();
    render(Drop, { onfiles });
    const files = ['a.csv', 'folder', 'b.csv'].map((name) => new File(['x'], name));
    drag('drop', ['Files'], files);
    expect(onfiles.mock.calls).toEqual([[[files[0], files[2]], ['folder']]]);
  });

  test('that is no file is left to the browser', () => {
    const onfiles = vi.fn();
    render(Drop, { onfiles });
    for (const type of ['dragenter', 'dragover', 'drop'])
      expect(drag(type, ['text/plain', 'text/uri-list'])).toBe(false);
    expect([hint(), onfiles.mock.calls]).toEqual([null, []]);
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
