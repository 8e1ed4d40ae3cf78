import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';

const LIMIT_KB = 120;
/** With what the engine brings as soon as the chronology is shown, and all that comes with the first event. */
const SEARCHING_KB = 155;
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

const page = readFileSync(join(inject('built'), 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file);
const built = (name: RegExp) => files.filter((file) => name.test(file));
const engine = built(/^engine-.*\.js$/);

function weigh(entries: readonly string[]) {
  const sizes = loaded(entries).map((file) => ({ file, kB: gzipSync(text(file)).length / 1000 }));
  const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
  return { total, told: sizes.map(({ file, kB }) => `${file} ${kB.toFixed(1)} kB`).join(', ') };
}

test(`until the chronology is shown a first visit loads at most ${LIMIT_KB} kB of gzipped script and style, the engine's too`, () => {
  expect(engine.length).toBe(1);
  expect(named.some((file) => file.endsWith('.css'))).toBe(true);
  const { total, told } = weigh([...named, ...engine]);
  expect(total, told).toBeLessThanOrEqual(LIMIT_KB);
});

test(`and ${SEARCHING_KB} kB until events can be searched and read`, () => {
  const after = [/^searchable-.*\.js$/, /^highlight-.*\.js$/, /^EventDetail-.*\.(js|css)$/].flatMap(built);
  expect(after.length).toBe(4);
  const { total, told } = weigh([...named, ...engine, ...after]);
  expect(total, told).toBeLessThanOrEqual(SEARCHING_KB);
});
