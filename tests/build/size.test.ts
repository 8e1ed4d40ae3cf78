import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const LIMIT_KB = 120;
const folder = join(inject('built'), 'assets');
const files = readdirSync(folder);
const text = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The files of `entries` and all that they import without being asked, which is what a first visit loads. */
function loaded(entries: readonly string[]): readonly string[] {
  const found = new Set(entries);
  for (const file of found) {
    if (!file.endsWith('.js')) continue;
    for (const [, name] of text(file).matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g)) found.add(name);
  }
  return [...found];
}

test(`a first visit loads at most ${LIMIT_KB} kB of gzipped script and style, the engine's too`, () => {
  const page = readFileSync(join(inject('built'), 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  const engine = files.filter((file) => /^engine-.*\.js$/.test(file));
  expect(engine.length).toBe(1);
  expect(named.some((file) => file.endsWith('.css'))).toBe(true);

  const sizes = loaded([...named, ...engine]).map((file) => ({ file, kB: gzipSync(text(file)).length / 1000 }));
  const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
  const told = sizes.map(({ file, kB }) => `${file} ${kB.toFixed(1)} kB`).join(', ');
  expect(total, told).toBeLessThanOrEqual(LIMIT_KB);
});
