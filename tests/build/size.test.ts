import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const LIMIT_KB = 120;

test(`all script and style of the built app, its worker too, is at most ${LIMIT_KB} kB gzipped`, () => {
  const folder = inject('built');
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|css)$/.test(path))
    .map((path) => ({ path, kB: gzipSync(readFileSync(join(folder, path)), { level: 9 }).length / 1000 }));
  const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
  expect(sizes.some(({ path }) => path.includes('worker'))).toBe(true);
  expect(total, sizes.map(({ path, kB }) => `${path}: ${kB.toFixed(1)} kB`).join('\n')).toBeLessThanOrEqual(LIMIT_KB);
});
