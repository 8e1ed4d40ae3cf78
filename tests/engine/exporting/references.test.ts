import { describe, expect, test } from 'vitest';
import { bibtexReferences, cslReferences, risReferences } from '../../../src/engine/exporting/references';
import { chronologyOf } from '../../fixtures/events';
import { fileOf, selectionFrom } from '../../fixtures/selection';

const { chronology } = chronologyOf([]);
const source = (title: string, more: object = {}): object => ({ title, url: `https://example.org/${title}`, ...more });
const EVENTS = [
  { id: 'a b', title: 'A', sources: [source('x', { supports: 'the date' }), source('y')] },
  { id: 'a-b', title: 'B', sources: [source('z'), source('x', { supports: 'the place' })] },
  { id: 'A-B', title: 'C', sources: [source('w', { url: null }), source('w', { url: null, publisher: 'P' })] },
  { id: 'd', title: 'D' },
  { id: 'e', title: 'E', sources: [source('w', { url: null })] },
];
const selection = selectionFrom(chronology, EVENTS);
const NOTES = ['1 event has no source.'];

describe('the sources of events, each once', () => {
  test('in BibTeX, with keys of which none is another in capitals', async () => {
    const { text, notes } = await fileOf(bibtexReferences(selection));
    const keys = [...text.matchAll(/^@misc\{(.*),$/gm)].map(([, key]) => key);
    expect(keys).toEqual(['a-b-1', 'a-b-2', 'a-b-1.2', 'A-B-1.3', 'A-B-2.2']);
    expect(text.match(/title = \{\{(.)\}\}/g)).toHaveLength(5);
    expect(text).not.toContain('the date');
    expect(notes).toEqual(NOTES);
  });

  test('in CSL-JSON', async () => {
    const { text, notes } = await fileOf(cslReferences(selection));
    const items = JSON.parse(text) as readonly { id: string; title: string }[];
    expect(items.map(({ title }) => title)).toEqual(['x', 'y', 'z', 'w', 'w']);
    expect(new Set(items.map(({ id }) => id)).size).toBe(5);
    expect(notes).toEqual(NOTES);
  });

  test('in RIS, each from TY to ER', async () => {
    const { text, notes } = await fileOf(risReferences(selection));
    const references = text.split('\r\n\r\n').filter((each) => each !== '');
    expect(references).toHaveLength(5);
    for (const each of references) {
      expect(each).toMatch(/^TY {2}- (?:ELEC|GEN)\r\n/);
      expect(each).toMatch(/\r\nER {2}- $/);
      for (const line of each.split('\r\n')) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    }
    expect(notes).toEqual(NOTES);
  });

  test('are none where no event has any', async () => {
    const none = selectionFrom(chronology, [{ id: 'd', title: 'D' }]);
    expect((await fileOf(bibtexReferences(none))).text).toBe('');
    expect(JSON.parse((await fileOf(cslReferences(none))).text)).toEqual([]);
  });
});

test.each([
  ['2024-03-02', '2024', '2024/03/02/'],
  ['2024-03', '2024', '2024/03//'],
  ['2024', '2024', '2024///'],
  ['2024~', '2024', '2024///c. 2024'],
  ['2024-21', '2024', '2024///spring 2024'],
  ['0987-02', '0987', '0987/02//'],
  ['199X', null, null],
  ['-0100', null, null],
  ['/2024', null, null],
])('RIS has the date %s as the year %s and the date %s', async (date, year, day) => {
  const { text } = await fileOf(
    risReferences(selectionFrom(chronology, [{ id: 'a', title: 'A', sources: [source('x', { date })] }])),
  );
  const field = (tag: string): string | null => new RegExp(`^${tag} {2}- (.*)\r$`, 'm').exec(text)?.[1] ?? null;
  expect([field('PY'), field('DA')]).toEqual([year, day]);
});
