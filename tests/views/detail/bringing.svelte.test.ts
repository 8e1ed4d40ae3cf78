import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import { Bringing } from '../../../src/views/detail/bringing.svelte';
import Detail from '../../../src/views/detail/Detail.svelte';
import { shown } from '../fixtures/shown';
import { soon } from '../fixtures/soon';

const PART = '../../../src/views/detail/EventDetail.svelte';
afterEach(() => vi.doUnmock(PART));

test('what shows an event is brought with the first event, and what stands around it does without', async () => {
  const bringing = new Bringing();
  const { explorer, getByRole, findByRole } = await shown(Detail, { bringing, onabout: () => undefined });
  expect(bringing.part).toBeNull();
  explorer.open('e3');
  flushSync();
  expect(getByRole('navigation', { name: 'Matches' })).toBeInTheDocument();
  expect(await findByRole('heading', { name: 'Summit held' })).toBeInTheDocument();
});

test('where it does not come that is said, and it is asked for again with the next event', async () => {
  vi.doMock(PART, () => {
    throw new Error('offline');
  });
  const bringing = new Bringing();
  const { explorer, findByRole, queryByRole } = await shown(
    Detail,
    { bringing, onabout: () => undefined },
    { link: 'event=e3' },
  );
  expect(await findByRole('alert')).toHaveTextContent(/did not come; see that the site can be reached/);
  vi.doUnmock(PART);
  explorer.open('e6');
  flushSync();
  await soon(() => queryByRole('heading', { name: 'Treaty amended' })).not.toBeNull();
  expect(queryByRole('alert')).toBeNull();
});
