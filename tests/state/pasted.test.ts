import { expect, test } from 'vitest';
import { looksLikeData } from '../../src/state/pasted';

test.each([
  ['cells of a spreadsheet', 'Date\tTitle\r\n2024-01-02\tTalks\r\n'],
  ['cells with quotes and new lines', 'Date\tTitle\tNote\n2024\tTalks\t"one\ntwo"\n2025\tMore\tx\n'],
  ['CSV', 'date,title\n2024,"Talks, begun"\n'],
  ['semicolons', 'Datum;Titel\n2.1.2024;Gespräche\n3.1.2024;Ende, vorläufig\n'],
  ['a list in JSON', '  [\n {"title": "x"}]'],
  ['an object in JSON', '{"events":[]}'],
  ['NDJSON', '{"a":1}\n{"a":2}'],
  ['a calendar', 'BEGIN:VCALENDAR\nVERSION:2.0'],
  ['XML', '<?xml version="1.0"?><data></data>'],
  ['SIMILE XML', '<data>\n<event start="2024"/></data>'],
  ['text with a byte order mark', '\ufeffdate,title\n2024,x'],
])('%s looks like something to open', (_, text) => {
  expect(looksLikeData(text)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a word', 'council'],
  ['an address', 'https://example.org/a,b;c'],
  ['a sentence', 'We met in Vienna, Geneva, and Bern; nobody came.'],
  ['prose', 'We met in Vienna, as planned.\nNobody came, not even Bob, who had promised.\nSo we left, late.\n'],
  ['a letter', 'Dear Ann,\n\nthank you for the list, it is long.\n\nYours,\nBob'],
  ['one row', 'a\tb\tc'],
  ['lines of words', 'one\ntwo\nthree'],
  ['a note in brackets', '[sic] he said'],
  ['a path', '/home/ann/notes.csv\n/home/ann/more.csv'],
  ['braces', '{#if x}'],
])('%s does not', (_, text) => {
  expect(looksLikeData(text)).toBe(false);
});

test('a long text takes no longer than its beginning', () => {
  expect(looksLikeData('a,b\n'.repeat(2_000_000))).toBe(true);
  expect(looksLikeData('"'.repeat(5_000_000))).toBe(false);
});
