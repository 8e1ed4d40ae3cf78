// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { htmlMemo } from '../../../src/engine/exporting/html-memo';
import { markdownMemo } from '../../../src/engine/exporting/markdown-memo';
import { chronologyOf } from '../../fixtures/events';
import { fileOf, selectionFrom } from '../../fixtures/selection';

const { chronology } = chronologyOf([], {
  actors: [{ id: 'ann', name: 'Ann <A>' }],
  topics: [{ id: 'war', name: 'War' }],
});
const PRESS = { title: 'A report', url: 'https://example.org/1', publisher: 'Gazette', date: '2022-01-07' };
const EVENTS = [
  {
    id: 'a',
    title: '<script>alert(1)</script> & *stars*',
    date: '2022-01-06',
    summary: 'First.\n\n1. Second\n- third',
    actors: [{ id: 'ann', role: 'host' }],
    topics: ['war'],
    place: 'Ash',
    sources: [PRESS, { title: 'On paper' }],
    disagreements: ['Others say "no".'],
  },
  { id: 'b', title: 'B', date: '2022', sources: [PRESS] },
  { id: 'c', title: 'C', date: '2023-03', note: 'A note.' },
  { id: 'd', title: 'D' },
];
const selection = selectionFrom({ ...chronology, title: 'Title # 1', license: 'CC BY 4.0' }, EVENTS, {
  sentence: 'Events with Ann: 4 of 9',
});

const MARKDOWN = String.raw`# Title \# 1

Events with Ann: 4 of 9.

[This view in Dateline](<https://example.org/dateline/#q=a&b>)

Licence: CC BY 4.0

## 2022

1. **Thursday 6 January 2022. \<script\>alert(1)\</script\> \& \*stars\***[^1][^2]

   Ash

   Actors: Ann \<A\> (host)

   Topics: War

   First.

   1\. Second - third

   *Accounts differ:* Others say "no".

2. **2022, month not known. B**[^1]

## 2023

3. **March 2023, day not known. C**

   *Note:* A note.

## Undated

4. **Undated. D**

[^1]: [A report](<https://example.org/1>). Gazette, 7 Jan 2022.
[^2]: “On paper”.
`;

test('a memo in Markdown has the question on top, events numbered under their years, and each source in one footnote', async () => {
  const { text, done } = await fileOf(markdownMemo(selection));
  expect(text).toBe(MARKDOWN);
  expect(done).toEqual([0, 1, 2, 3, 4, 4, 4, 4]);
});

describe('a memo as a page', () => {
  const page = async () => {
    const { text } = await fileOf(htmlMemo(selection));
    return { text, document: new DOMParser().parseFromString(text, 'text/html') };
  };
  const wordsIn = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

  test('says the same as the one in Markdown', async () => {
    const { document } = await page();
    expect(wordsIn(document.querySelector('h1'))).toBe('Title # 1');
    expect(document.title).toBe('Title # 1');
    expect([...document.querySelectorAll('body > p')].map(wordsIn)).toEqual([
      'Events with Ann: 4 of 9.',
      'This view in Dateline',
      'Licence: CC BY 4.0',
    ]);
    expect([...document.querySelectorAll('h2')].map(wordsIn)).toEqual(['2022', '2023', 'Undated', 'Sources']);
    expect([...document.querySelectorAll('ol')].map((list) => [list.start, list.children.length])).toEqual([
      [1, 2],
      [3, 1],
      [4, 1],
      [1, 2],
    ]);
    expect(wordsIn(document.querySelector('#event-1 strong'))).toBe(
      'Thursday 6 January 2022. <script>alert(1)</script> & *stars*',
    );
    expect(wordsIn(document.querySelector('#source-1'))).toBe('A report. Gazette, 7 Jan 2022. https://example.org/1');
  });

  test('has every mark of a source lead to it', async () => {
    const { document } = await page();
    const marks = [...document.querySelectorAll('sup a')].map((mark) => mark.getAttribute('href'));
    expect(marks).toEqual(['#source-1', '#source-2', '#source-1']);
    for (const mark of marks) expect(document.querySelector(mark ?? 'none')).not.toBeNull();
  });

  test('loads nothing and runs nothing, whatever its texts hold', async () => {
    const { text, document } = await page();
    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(document.querySelectorAll('script, img, link, iframe, object, [src], [onclick]')).toHaveLength(0);
    expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.indexOf('Title # 1'));
    for (const link of document.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(?:https:|#)/);
  });

  test('of nothing but undated events without sources is whole too', async () => {
    const { text } = await fileOf(htmlMemo(selectionFrom(chronology, [{ id: 'd', title: 'D' }])));
    const document = new DOMParser().parseFromString(text, 'text/html');
    expect([...document.querySelectorAll('h2')].map(wordsIn)).toEqual(['Undated']);
    expect(text.endsWith('</ol>\n</body>\n</html>\n')).toBe(true);
  });
});
