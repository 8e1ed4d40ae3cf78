import { expect, test } from 'vitest';
import type { Problem } from '../../../src/domain/dataset';
import { groupsOf, sortedBy } from '../../../src/engine/checking/problem-groups';
import { problemReport } from '../../../src/engine/exporting/problem-report';

const problem = (more: Partial<Problem>): Problem => ({
  index: 0,
  eventId: null,
  field: '',
  found: '',
  reason: '',
  remedy: '',
  ...more,
});

test('problems are gathered by what is wrong, whatever the value; those that cost records come first', () => {
  const groups = groupsOf([
    problem({ field: 'sources[0].url', reason: 'is not "http"' }),
    problem({ field: 'sources[12].url', reason: 'is not "ftp"' }),
    problem({ field: 'title', reason: 'is missing: the event is left out', leftOut: true }),
    problem({ reason: 'has 5 cells, the header 4' }),
    problem({ reason: 'has 12 cells, the header 4' }),
    problem({ reason: 'has 1,200 cells, the header 4' }),
  ]);
  expect(groups.map(({ field, leftOut, problems }) => [field, leftOut, problems.length])).toEqual([
    ['title', 1, 1],
    ['', 0, 3],
    ['sources[].url', 0, 2],
  ]);
});

test('problems are sorted by any of their columns, both ways; equal ones keep their order', () => {
  const at = (file: string, line: number, column = 1): Partial<Problem> => ({ at: { file, line, column } });
  const all = [at('b', 10), at('a', 9), at('b', 9, 5), at('b', 9, 4)].map((more, index) => problem({ ...more, index }));
  const order = (key: 'line' | 'file', down: boolean): unknown => sortedBy(all, key, down).map(({ index }) => index);
  expect(order('line', false)).toEqual([1, 3, 2, 0]);
  expect(order('line', true)).toEqual([0, 2, 3, 1]);
  expect(order('file', false)).toEqual([1, 0, 2, 3]);
});

test('the report is a table that no spreadsheet runs', () => {
  const report = problemReport([
    problem({
      at: { file: 'a,b.csv', line: 3, column: 0 },
      eventId: 'e1',
      field: 'url',
      found: '"=HYPERLINK(1)"',
      reason: 'is "odd"',
      remedy: 'mend it',
      leftOut: true,
    }),
    problem({ found: '=1+1' }),
  ]);
  expect(report.split('\r\n')).toEqual([
    '\ufefffile,line,column,event,field,value,reason,remedy,left out',
    '"a,b.csv",3,,e1,url,"""=HYPERLINK(1)""","is ""odd""",mend it,yes',
    ",,,,,'=1+1,,,no",
    '',
  ]);
});
