import { expect, test } from 'vitest';
import { delimiterOf, looksTabular } from '../../../src/engine/formats/delimiter';

test.each([
  ['a,b,c\n1,2,3\n', ','],
  ['a;b;c\n1,5;2,5;3\n1,5;2,6;3\n', ';'],
  ['a\tb\n1, 2\t3\n4, 5\t6\n', '\t'],
  ['a|b|c\n1|2|3', '|'],
  ['date,title\n2020,"a;b;c"\n2021,"d;e"\n2022,"f"', ','],
  ['"date";"title, long"\n"2020";"a, b"\n"2021";"c"\n', ';'],
  ['sep=|\na,b|c\n', '|'],
  ['sep=^\r\na^b\r\n', '^'],
  ['My events\n\ndate;title\n2020;a\n2021;b', ';'],
  ['one\ntwo\nthree', null],
  ['', null],
])('%j is parted by %j', (sample, delimiter) => {
  expect(delimiterOf(sample)).toBe(delimiter);
});

test.each([
  ['date,title\n2020,a\n2021,b', true],
  ['date\ttitle', true],
  [`1\t2\t3\t4\t5\thttps://example.org/${'a'.repeat(200)}\n`, true],
  ['# Title\n\nOnce, there was a word.\nIt was long, and it was, they say, good.\nThen no more.\nEnd, all.', false],
  ['{"a": 1,\n"b": 2}', false],
  ['one\ntwo', false],
])('whether %j looks like a table', (sample, looks) => {
  expect(looksTabular(sample)).toBe(looks);
});
