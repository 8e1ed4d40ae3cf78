import { expect, test } from 'vitest';
import { looksTabular } from '../../../src/engine/formats/delimiter';
import { oldDate } from '../../../src/engine/formats/timelinejs-date';
import { wordsForNone } from '../../../src/engine/formats/unknown';
import { wikidataRoles } from '../../../src/engine/formats/wikidata-roles';

test('what is no chronology is told what it is', () => {
  expect(wordsForNone('%PDF-1.4\n1 0 obj')).toMatch(/^The file is a PDF/);
  expect(wordsForNone('title\nA\nB\n')).toContain('it has a single column, and a chronology needs dates and titles');
  expect(wordsForNone('A letter, with commas.\n\nIt goes on.\n')).not.toContain('single column');
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
