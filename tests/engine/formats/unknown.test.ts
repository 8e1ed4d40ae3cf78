import { expect, test } from 'vitest';
import { kindOf } from '../../../src/engine/formats/binary-kind';
import { looksTabular } from '../../../src/engine/formats/delimiter';
import { oldDate } from '../../../src/engine/formats/timelinejs-date';
import { wordsForNone } from '../../../src/engine/formats/unknown';
import { wikidataRoles } from '../../../src/engine/formats/wikidata-roles';

test('what is no chronology is told what it is', () => {
  expect(wordsForNone('%PDF-1.4\n1 0 obj')).toMatch(/^The file is a PDF/);
  expect(wordsForNone('title\nA\nB\n')).toContain('it has a single column, and a chronology needs dates and titles');
  expect(wordsForNone('A letter, with commas.\n\nIt goes on.\n')).not.toContain('single column');
});

test.each([
  ['%PDF-1.7\n%\xe2', /a PDF document/],
  ['\x89PNG\r\n\x1a\n', /a picture \(PNG\)/],
  ['BM\x36\0\0', /a picture \(BMP\)/],
  ['II*\0\b', /a picture \(TIFF\)/],
  ['\0\0\0\x18ftypheic', /a film or a picture \(MP4, HEIC/],
  ['ID3\x03\0', /a sound \(MP3\)/],
  ['{\\rtf1\\ansi Text}', /a text document \(RTF\)/],
  [`a.csv${'\0'.repeat(252)}ustar\0`, /an archive \(tar\)/],
  ['MZ\x90\0', /a program/],
  ['\0asm\x01', /a program/],
  ['BMW, MZ and ID3 are names\n', null],
  ['{"rtf": 1}', null],
])('%j is known by its first bytes, or is text', (text, words) => {
  const kind = kindOf(Uint8Array.from(text, (sign) => sign.charCodeAt(0)));
  if (words === null) expect(kind).toBeNull();
  else expect(kind).toMatch(words);
});

test('a header of known names makes a table, however ragged its rows', () => {
  expect(looksTabular('date,title,place\n2024-01-01,A\n2024-01-02,B,X,more,still\n2024-01-03\n')).toBe(true);
  expect(looksTabular('A place, a date.\nIt was a letter, with commas, and words.\nIt had no table.\n')).toBe(false);
});

test('the dates of old sheets of TimelineJS may have times', () => {
  expect(oldDate('2/11/2012 18:40:00')).toEqual({ date: '2012-02-11T18:40:00' });
  expect(oldDate('2/11/2012 6:40 PM')).toEqual({ date: '2012-02-11T18:40' });
  expect(oldDate('2/11/2012 12:05 am')).toEqual({ date: '2012-02-11T00:05' });
});

test('the precision of a query of Wikidata has short names too', () => {
  const rows = [['http://www.wikidata.org/entity/Q1', '1914-07-28T00:00:00Z', '9']];
  for (const name of ['prec', 'precision', 'timePrecision', 'datePrec']) {
    expect(wikidataRoles(['item', 'date', name], rows)?.point).toEqual({ value: 1, precision: 2 });
  }
});
