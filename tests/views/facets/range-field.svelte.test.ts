import { describe, expect, test } from 'vitest';
import { encode } from '../../../src/state/link';
import RangeField from '../../../src/views/facets/RangeField.svelte';
import { chronologyOf } from '../../fixtures/events';
import { shown } from '../fixtures/shown';

async function field(link = '') {
  const page = await shown(RangeField, {}, { link });
  const from = page.getByLabelText<HTMLInputElement>('From');
  const to = page.getByLabelText<HTMLInputElement>('to');
  const enter = async (input: HTMLInputElement, text: string) => {
    await page.user.clear(input);
    if (text !== '') await page.user.type(input, text);
    await page.user.tab();
  };
  return {
    ...page,
    from,
    to,
    enter,
    link: () => encode(page.explorer.view),
    hint: () => page.getByRole('status').textContent,
  };
}

describe('the range', () => {
  test('is asked for by partial dates, one end at a time, each a step', async () => {
    const { from, to, enter, link, told, found } = await field();
    await enter(from, '1994-06');
    expect(link()).toBe('from=1994-06');
    await enter(to, '2002');
    expect([link(), found.matches.count]).toEqual(['from=1994-06&to=2002', 3]);
    await enter(from, '');
    expect(link()).toBe('to=2002');
    await enter(to, '  ');
    expect([link(), told.map(({ step }) => step)]).toEqual(['', ['push', 'push', 'push', 'push']]);
  });

  test.each([
    ['2024-13', 'month 13'],
    ['2024-02-30', '30'],
    ['last year', 'last year'],
    ['<img src=x>', '<img src=x>'],
  ])('"%s" changes nothing and is told with what would do', async (text, words) => {
    const { from, enter, link, hint, told, container } = await field('to=2002&window=2000-01-01..2000-12-31');
    await enter(from, text);
    expect([link(), told]).toEqual(['to=2002&window=2000-01-01..2000-12-31', []]);
    expect(hint()).toContain(words);
    expect(hint()).toMatch(/use|such as|write|YYYY/iu);
    expect(container.querySelector('img')).toBeNull();
    await enter(from, '2001');
    expect([link(), hint()]).toEqual(['from=2001&to=2002', 'A year, month or day, such as 2022-01']);
  });

  test('in the wrong order is put right, and the fields show it', async () => {
    const { from, to, enter, link } = await field('from=2010');
    await enter(to, '1999-03');
    expect([link(), from.value, to.value]).toEqual(['from=1999-03&to=2010', '1999-03', '2010']);
  });

  test('shows what others asked for', async () => {
    const { from, to, go } = await field('from=1999');
    expect([from.value, to.value]).toEqual(['1999', '']);
    await go('to=-0043-03');
    expect([from.value, to.value]).toEqual(['', '-0043-03']);
  });

  test('is possibly or certainly, once there is one', async () => {
    const { queryByRole, getByRole, user, link, found, go } = await field();
    expect(queryByRole('radio')).toBeNull();
    await go('from=1994-02&to=1999-03-15');
    expect([getByRole<HTMLInputElement>('radio', { name: /possibly/ }).checked, found.matches.count]).toEqual([
      true,
      2,
    ]);
    await user.click(getByRole('radio', { name: 'certainly' }));
    expect([link(), found.matches.count]).toEqual(['from=1994-02&to=1999-03-15&range=certainly', 0]);
    await user.click(getByRole('radio', { name: /possibly/ }));
    expect(link()).toBe('from=1994-02&to=1999-03-15');
  });

  test('keeps to certainly when an end is moved, and is on again', async () => {
    const { to, enter, link } = await field('~from=1994&range=certainly');
    await enter(to, '2000');
    expect(link()).toBe('from=1994&to=2000&range=certainly');
  });

  test('names the first and the last year of the chronology, whatever they are', async () => {
    const data = chronologyOf([{ date: '-0752' }, { date: '-0043-03-15' }]);
    const page = await shown(RangeField, {}, { data });
    const [from, to] = page.getAllByRole<HTMLInputElement>('textbox').map(({ placeholder }) => placeholder);
    expect(from).toMatch(/^-\d{4}$/u);
    expect(to).toMatch(/^-\d{4}$/u);
  });
});
