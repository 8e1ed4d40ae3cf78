import { describe, expect, test, vi } from 'vitest';
import { encode } from '../../../src/state/link';
import { Bringing } from '../../../src/views/detail/bringing.svelte';
import Detail from '../../../src/views/detail/Detail.svelte';
import { shown } from '../fixtures/shown';
import { rich } from '../fixtures/rich';
import { soon } from '../fixtures/soon';

const detail = async (link: string) => {
  const onabout = vi.fn();
  const bringing = new Bringing();
  await bringing.want();
  const page = await shown(Detail, { bringing, onabout }, { data: rich(), link });
  return { ...page, onabout, link: () => encode(page.explorer.view), text: () => page.container.textContent };
};

describe('an event', () => {
  test('is shown with everything that it says', async () => {
    const { getByRole, getAllByRole, text } = await detail('event=rich');
    expect(getByRole('heading', { level: 2 })).toHaveTextContent('Treaty of everything');
    const said = text().replaceAll(/\s+/gu, ' ');
    for (const part of [
      'Friday 1 March 2024',
      'Reported Apr 2024',
      'First paragraph.',
      'Second paragraph in two lines.',
      'Accounts differ',
      'One side says this.',
      'The other says that.',
      'Ann Ahlgren',
      'speaker',
      'Organisation of Oaks',
      'Law',
      'War',
      'Place',
      'Ash',
      'treaty',
      'disputed',
      'single source',
      'A note.',
      'In two parts.',
      'Sources · 4',
      'Gazette, after TASS, 2 Mar 2024, in Russian',
      'primary',
      'supports: the date',
      'On paper only',
      'Archive',
      'reprint',
      'Related',
      'Treaty signed',
      'named by this event',
    ]) {
      expect(said, part).toContain(part);
    }
    expect(getAllByRole('listitem').length).toBeGreaterThan(12);
  });

  test('that says nothing but its title has no empty headings, and says that no source is given', async () => {
    const { getAllByRole, getByText } = await detail('event=bare');
    expect(getAllByRole('heading').map((heading) => heading.textContent)).toEqual(['Bare', 'Sources · 0']);
    expect(getByText('No source is given.')).toBeInTheDocument();
    expect(getByText('undated', { selector: '.when' })).toBeInTheDocument();
  });

  test('has links to web addresses only, none of which knows where it was followed from', async () => {
    const { getAllByRole, getByText, found } = await detail('event=rich');
    const links = getAllByRole<HTMLAnchorElement>('link');
    expect(links.map(({ href, rel, target }) => [href, rel, target])).toEqual([
      ['https://example.org/a?b=1&c=2#d', 'noopener noreferrer external', '_blank'],
    ]);
    for (const title of ['On paper only', 'Not a link', 'Not one either']) {
      expect(getByText(title).closest('a, button')).toBeNull();
    }
    expect(found.dataset.problems.map(({ field }) => field)).toEqual([
      'sources[2].url',
      'sources[3].url',
      'sources[3].language',
    ]);
  });

  test('marks the words of the search in its texts', async () => {
    const { container, go } = await detail('event=rich&q=paragraph');
    const marked = () => [...container.querySelectorAll('mark')].map((mark) => mark.textContent);
    expect(marked()).toEqual(['paragraph', 'paragraph']);
    await go('event=rich');
    expect(marked()).toEqual([]);
  });

  test.each([
    [/^Ann Ahlgren/, 'actor=ann'],
    [/^Law$/, 'topic=law'],
    [/^Ash$/, 'place=Ash'],
    [/^treaty$/, 'type=treaty'],
    [/^disputed$/, 'status=disputed'],
    [/^single source$/, 'confidence=single+source'],
  ])('filters by %s in one click, and lets go by another', async (name, filter) => {
    const { getByRole, user, link, found } = await detail('event=rich');
    await user.click(getByRole('button', { name, pressed: false }));
    expect(link()).toBe(`${filter}&event=rich`);
    expect(found.matches.has(found.openRow)).toBe(true);
    await user.click(getByRole('button', { name, pressed: true }));
    expect(link()).toBe('event=rich');
  });

  test('filters by its date', async () => {
    const { getByRole, user, link, go } = await detail('event=rich');
    await user.click(getByRole('button', { name: 'Friday 1 March 2024' }));
    expect(link()).toBe('from=2024-03-01&to=2024-03-01&event=rich');
    await go('event=e1');
    await user.click(getByRole('button', { name: /^1994\D*known$/ }));
    expect(link()).toBe('from=1994-01-01&to=1994-12-31&event=e1');
  });

  test('leads to its neighbours in the whole chronology, whatever matches', async () => {
    const { getByRole, getAllByRole, user, link } = await detail('event=e1&actor=ann');
    expect(getByRole('heading', { name: 'Before and after, in the whole chronology' })).toBeInTheDocument();
    const here = getAllByRole('listitem').find((item) => item.getAttribute('aria-current') === 'true');
    expect(here).toHaveTextContent(/1994 *Border closed/);
    await user.click(getAllByRole('button', { name: /Border opened/ }).at(-1)!);
    expect(link()).toBe('actor=ann&event=e2');
  });
});

describe('previous and next', () => {
  const steps = ({ getByRole }: Awaited<ReturnType<typeof detail>>) => ({
    before: getByRole<HTMLButtonElement>('button', { name: /^‹? ?Previous:/ }),
    after: getByRole<HTMLButtonElement>('button', { name: /^Next:/ }),
    where: getByRole('navigation', { name: 'Matches' }).querySelector('.where')?.textContent,
  });

  test('walk through the matches and stop at the ends', async () => {
    const page = await detail('event=e1&actor=bob');
    expect([steps(page).where, steps(page).before.disabled]).toEqual(['1 of 3', true]);
    await page.user.click(steps(page).after);
    await page.user.click(steps(page).after);
    expect([page.explorer.view.event, steps(page).where, steps(page).after.disabled]).toEqual(['e3', '3 of 3', true]);
    await page.user.click(steps(page).before);
    expect(page.explorer.view.event).toBe('e2');
  });

  test('say that the opened event is no match, and lead back to the matches', async () => {
    const page = await detail('event=e0&actor=bob');
    expect([steps(page).where, steps(page).before.disabled]).toEqual(['not a match', true]);
    await page.user.click(steps(page).after);
    expect(page.explorer.view.event).toBe('e1');
  });

  test('are those of the event shown, wherever the keys have gone', async () => {
    const page = await detail('event=e2&actor=bob');
    page.explorer.moveTo(page.row('e1'));
    await soon(() => page.explorer.cursor).toBe(1);
    expect(steps(page).after).toHaveTextContent(/Next: *1–5 Jul 2002/);
    expect(steps(page).before).toHaveTextContent(/Previous: *1994/);
    await page.user.click(steps(page).after);
    expect(page.explorer.view.event).toBe('e3');
  });

  test('of an event that the chronology lacks are the last match and the first', async () => {
    const page = await detail('event=nobody&actor=bob');
    await page.user.click(page.getByRole('button', { name: /first match/ }));
    expect(page.explorer.view.event).toBe('e1');
    await page.go('event=nobody&actor=bob');
    await page.user.click(page.getByRole('button', { name: /last match/ }));
    expect(page.explorer.view.event).toBe('e3');
  });

  test('close gives the pane back to the chronology', async () => {
    const page = await detail('event=e1');
    await page.user.click(page.getByRole('button', { name: 'Close the event' }));
    expect([page.link(), page.told.map(({ step }) => step)]).toEqual(['', ['push']]);
    expect(page.getByRole('heading', { level: 2 })).toHaveTextContent('Sketch');
  });
});

describe('without an event', () => {
  test('the chronology itself is told, and About is one click away', async () => {
    const { getByRole, user, onabout, text } = await detail('');
    expect(text()).toContain('3 problems in the file');
    expect(text().replaceAll(/\s+/gu, ' ')).toContain('sources[2].url: "javascript:alert(1)" is not a web address');
    expect(text()).toContain('1992–2024');
    await user.click(getByRole('button', { name: 'About this chronology' }));
    expect(onabout).toHaveBeenCalledOnce();
  });

  test('an event that the chronology lacks is named as text', async () => {
    const { getByRole, text, container, user, link } = await detail('event=%3Cimg+src%3Dx%3E');
    expect(getByRole('heading', { level: 2 })).toHaveTextContent('Not in this chronology');
    expect(text()).toContain('<img src=x>');
    expect(container.querySelector('img')).toBeNull();
    await user.click(getByRole('button', { name: 'Close the event' }));
    expect(link()).toBe('');
  });
});

describe('copying', () => {
  test('gives the link of this view, and citations whose link is that of the event alone', async () => {
    const page = await detail('actor=ann&event=rich');
    await page.user.click(page.getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toBe(`${location.href}#actor=ann&event=rich`);
    const details = page.container.querySelector('details')!;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    const names = ['Plain text', 'Markdown', 'BibTeX', 'CSL-JSON'];
    for (const name of names) {
      await page.user.click(await page.findByRole('button', { name }));
      const citation = await navigator.clipboard.readText();
      expect(citation).toContain('Treaty of everything');
      expect(citation).toContain('#event=rich');
      expect(citation).not.toContain('actor=ann');
    }
  });
});
