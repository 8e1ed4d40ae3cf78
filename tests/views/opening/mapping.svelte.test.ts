import { render, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { File } from 'node:buffer';
import { onTestFinished, expect, test } from 'vitest';
import { Preferences } from '../../../src/state/preferences.svelte';
import { emptyExplorer } from '../fixtures/explorers';
import { soon } from '../fixtures/soon';
import StepHost from './StepHost.svelte';

/** The mapping step of a table on an empty page. */
async function stepOf(text: string) {
  const { explorer } = emptyExplorer();
  await explorer.openFiles([new File([text], 'table.csv') as unknown as globalThis.File]);
  expect(explorer.opening.trouble).toBeNull();
  const { container, unmount } = render(StepHost, { explorer, preferences: new Preferences() });
  onTestFinished(unmount);
  await soon(() => container.querySelector('dialog')).not.toBeNull();
  const page = within(container);
  const user = userEvent.setup({ delay: null });
  return {
    ...page,
    explorer,
    user,
    choose: (column: string, role: string) => user.selectOptions(page.getByLabelText(`Read as ${column}`), role),
    status: () => page.getByRole('status').textContent.replace(/\s+/g, ' ').trim(),
    events: () => page.getAllByRole('listitem').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()),
    open: () => page.getByRole<HTMLButtonElement>('button', { name: /^Open \d/ }),
  };
}

test('shows every column with what it holds and a guess, and the events that come of it', async () => {
  const step = await stepOf('Date;What;Who;Notes\n2024-01-02;Talks;Ann, Bob;\n2024-03;More talks;Ann;x\n');
  expect(step.getByText('"table.csv": 2 rows, 4 columns.')).toBeInTheDocument();
  expect(step.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'Date',
    'What',
    'Who',
    'Notes',
  ]);
  expect([step.getByText('in 1 of 2 rows'), step.getAllByText('in every row').length]).toEqual([expect.anything(), 3]);
  expect(step.status()).toBe('2 rows dated.');
  expect(step.events().map((event) => event.slice(0, 18))).toEqual(['2 Jan 2024 Talks A', 'Mar 2024 More talk']);
  expect(step.queryByRole('group')).toBeNull();
  await step.user.click(step.open());
  await soon(() => step.explorer.found?.total).toBe(2);
});

test('parts values by another sign, joins the texts of several columns, and tells at once what comes of it', async () => {
  const step = await stepOf('Date;What;Who;Notes\n2024-01-02;Talks;Ann, Bob;in Wien\n');
  expect(step.events()[0]).toContain('Ann · Bob');
  await step.user.selectOptions(step.getByLabelText('parted by Who'), 'nothing');
  expect(step.events()[0]).toContain('Ann, Bob');
  expect(step.queryByText(/joined by/)).toBeNull();
  await step.choose('Notes', 'Title');
  await step.user.selectOptions(step.getByLabelText(/joined by/), 'dash –');
  expect(step.events()[0]).toContain('Talks – in Wien');
});

test('without a title nothing can be opened; without a date all is undated: both are said', async () => {
  const step = await stepOf('Date;What\n2024-01-02;Talks\n');
  await step.choose('What', 'Place');
  expect(step.getByRole('alert')).toHaveTextContent('No column is the title, so nothing can be opened');
  expect(step.open().disabled).toBe(true);
  await step.choose('What', 'Title');
  await step.choose('Date', 'Keep as it is');
  expect(step.getByText(/No column is read as the date/)).toBeInTheDocument();
  expect(step.status()).toBe('0 rows dated, 1 undated.');
  expect([step.queryByRole('alert'), step.open().disabled]).toEqual([null, false]);
});

test('asks for the order of day and month only where no date tells, with one that it changes', async () => {
  const told = await stepOf('Date;What\n13/04/2024;A\n03/04/2024;B\n');
  expect(told.queryByRole('group')).toBeNull();
  const open = await stepOf('Date;What\n04/04/2024;A\n03/04/2024;B\n');
  expect(open.getByRole('group')).toHaveTextContent('Is 03/04/2024 3 Apr 2024 or 4 Mar 2024?');
  expect(open.open().disabled).toBe(true);
  await open.choose('Date', 'Keep as it is');
  expect([open.queryByRole('group'), open.open().disabled]).toEqual([null, false]);
  await open.choose('Date', 'Date');
  await open.user.click(open.getByRole('radio', { name: /day first/ }));
  expect([open.status(), open.open().disabled]).toEqual(['2 rows dated.', false]);
});

test('tells what cannot be read, with its line', async () => {
  const step = await stepOf('Date;What\n2024-01-02;Talks\nsome day;More talks\n2024-01-04;\n');
  expect(step.status()).toBe('1 row dated, 1 undated, 1 left out, 2 problems.');
  expect(step.events().slice(2)).toEqual([
    expect.stringMatching(/^Line 3, Date: some day .+; .+/),
    expect.stringMatching(/^Line 4.*; .+/),
  ]);
});

test('left by Cancel leaves the load', async () => {
  const step = await stepOf('Date;What\n2024-01-02;Talks\n');
  await step.user.click(step.getByRole('button', { name: 'Cancel' }));
  expect([step.explorer.opening.asked, step.explorer.opening.phase.kind]).toEqual([null, 'cancelled']);
});
