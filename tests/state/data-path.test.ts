import { expect, test } from 'vitest';
import { pathAddress, pathFault } from '../../src/state/data-path';

const FOLDER = 'https://example.org/some/where/';

test.each([
  'name.json',
  'data/csto.json',
  'a b/Ж &?#%.csv.gz',
  '..name',
  '...',
  '%2e%2e/x',
  '%2F%2Fhost/x',
  'x@y',
  '~',
])('%s names a file in the folder of the app', (path) => {
  expect(pathFault(path)).toBeNull();
  const { href } = new URL(pathAddress(path), FOLDER);
  expect(href.startsWith(FOLDER)).toBe(true);
  expect(decodeURIComponent(href.slice(FOLDER.length))).toBe(path);
});

test.each([
  '',
  '/name.json',
  '//host/name.json',
  '../name.json',
  'data/../../name.json',
  'data/..',
  './name.json',
  'data//name.json',
  'data/',
  '\\\\host\\name.json',
  '..\\name.json',
  'https://host/name.json',
  'data:text/plain,x',
  'blob:x',
  'c:name.json',
  'a\nb',
  '\u0000',
  'x'.repeat(501),
])('%j does not', (path) => {
  expect(pathFault(path)).not.toBeNull();
});
