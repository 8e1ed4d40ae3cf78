import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Header from '../../../src/views/Header.svelte';
import { KEYS } from '../../../src/views/keys';
import { shown } from '../fixtures/shown';
import { soon } from '../fixtures/soon';

/** As browsers do: a dialog takes the focus, and gives it back when it is closed while it stands in the page. */
beforeEach(() => {
  const before = new WeakMap<HTMLDialogElement, Element | null>();
  vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(function (this: HTMLDialogElement) {
    before.set(this, document.activeElement);
    this.open = true;
    this.querySelector<HTMLElement>('button, input, a')?.focus();
  });
  vi.spyOn(HTMLDialogElement.prototype, 'close').mockImplementation(function (this: HTMLDialogElement) {
    if (!this.open) return;
    this.open = false;
    if (this.isConnected) (before.get(this) as HTMLElement | null)?.focus();
    this.dispatchEvent(new Event('close'));
  });
});
afterEach(() => vi.restoreAllMocks());

const OPENERS = [
  ['Share view', 'Share this view'],
  ['About this chronology', 'About'],
  ['Help: keys and search', 'Keys and search'],
] as const;

async function opened(button: string, link = '') {
  const page = await shown(Header, { dialog: null }, { link });
  const opener = page.getByRole('button', { name: new RegExp(`^${button}`) });
  await page.user.click(opener);
  return { ...page, opener, dialog: await page.findByRole<HTMLDialogElement>('dialog') };
}

describe.each(OPENERS)('the dialog of "%s"', (button, title) => {
  test('is named, modal, and has the focus', async () => {
    const { dialog } = await opened(button);
    expect(dialog).toHaveAccessibleName(title);
    expect(dialog).toHaveAttribute('open');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
  });

  test.each(['its button', 'Escape', 'a click outside'])('is closed by %s, and the focus goes back', async (way) => {
    const { dialog, opener, user, getByRole, queryByRole } = await opened(button);
    if (way === 'its button') await user.click(getByRole('button', { name: 'Close' }));
    else if (way === 'Escape') dialog.close();
    else await user.click(dialog);
    await soon(() => queryByRole('dialog')).toBeNull();
    expect(opener).toHaveFocus();
  });

  test('is not closed by a click on what it says', async () => {
    const { dialog, user, getByRole } = await opened(button);
    await user.click(getByRole('heading', { name: title }));
    expect(dialog).toHaveAttribute('open');
  });
});

describe('share', () => {
  test('gives the sentence and the link of the view, as text and to copy', async () => {
    const { getByLabelText, getByText, getByRole, user, found } = await opened('Share view', 'actor=bob&topic=!war');
    const link = `${location.href}#actor=bob&topic=!war`;
    expect(getByLabelText('Link')).toHaveValue(link);
    expect(getByText(found.sentence)).toBeInTheDocument();
    expect(found.sentence).toBe('Events with Bob Baker, not on War: 1 of 10');
    await user.click(getByRole('button', { name: 'Copy link' }));
    expect(await navigator.clipboard.readText()).toBe(link);
    await user.click(getByRole('button', { name: 'Copy sentence and link' }));
    expect(await navigator.clipboard.readText()).toBe(`${found.sentence}\n${link}`);
  });

  test('says so where the browser refuses to copy', async () => {
    const { getByRole, user, findByText } = await opened('Share view');
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
    await user.click(getByRole('button', { name: 'Copy link' }));
    expect(await findByText(/^The browser refused/)).toBeInTheDocument();
  });
});

test('help tells every key', async () => {
  const { dialog } = await opened('Help: keys and search');
  const said = [...dialog.querySelectorAll('dd')].map((line) => line.textContent);
  for (const { does } of KEYS) expect(said).toContain(does);
});

test('the theme goes round, and its button says what it is and what comes', async () => {
  const { getByRole, user } = await shown(Header, { dialog: null });
  const names: (string | null)[] = [];
  for (let click = 0; click < 4; click++) {
    const button = getByRole('button', { name: /^Theme/ });
    names.push(button.getAttribute('aria-label'));
    await user.click(button);
  }
  expect(names).toEqual([
    'Theme: as the system. Change to light',
    'Theme: light. Change to dark',
    'Theme: dark. Change to as the system',
    'Theme: as the system. Change to light',
  ]);
});
