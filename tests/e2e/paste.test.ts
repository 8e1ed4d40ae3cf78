import { expect, test } from 'vitest';
import { openApp } from './app';
import { list, ready, shown, soon } from './page';

const ROWS = [
  ['Wann', 'Überschrift', 'Wer', 'Belegt von', 'Quelle'],
  ['12.01.2024', 'Talks begin', 'Ann Ahl; Bob', 'The "Daily"', 'https://example.org/1'],
  ['13.02.2024', 'Talks pause,\nfor a week', 'Ann Ahl', '', 'https://example.org/2'],
  ['1990', 'An earlier attempt', 'Bob', 'Archive', ''],
];

/** A cell as spreadsheets copy it: in quotes where a line breaks in it. */
const cell = (text: string) => (/[\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const PLAIN = ROWS.map((cells) => `${cells.map(cell).join('\t')}\r\n`).join('');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>');
const HTML = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:General;}</style></head><body>
<!--StartFragment--><table border=0><col width=64 span=5>${ROWS.map(
  (cells) => `<tr height=20>${cells.map((text) => `<td class=xl65>${escaped(text)}</td>`).join('')}</tr>`,
).join('\n')}</table><!--EndFragment--></body></html>`;

test('cells copied from a spreadsheet, as page, text and picture at once, are a table with its columns', async () => {
  const page = await ready(await openApp());
  const taken = await page.evaluate(
    ([html, plain]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      clipboardData.setData('text/plain', plain);
      clipboardData.items.add(new File([new Uint8Array(8)], 'image.png', { type: 'image/png' }));
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    },
    [HTML, PLAIN] as const,
  );
  expect(taken).toBe(true);

  const step = page.getByRole('dialog', { name: 'How is this table to be read?' });
  await step.getByText(/: 3 rows, 5 columns\./).waitFor();
  const readAs = (name: string) => step.getByRole('combobox', { name: `Read as ${name}`, exact: true }).inputValue();
  expect(await Promise.all(ROWS[0].map(readAs))).toEqual(['date', 'title', 'actors', 'keep', 'source url']);
  expect(await step.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/^12 Jan 2024\s+Talks begin\s+Ann Ahl · Bob$/),
    expect.stringMatching(/^13 Feb 2024\s+Talks pause,\s+Talks pause, for a week\s+Ann Ahl$/),
    expect.stringMatching(/^1990\s+An earlier attempt\s+Bob$/),
  ]);
  await step.getByRole('button', { name: /^Open 3/ }).click();
  await soon(() => shown(page)).toBe(3);
  await list(page).getByText('An earlier attempt').waitFor();
});
