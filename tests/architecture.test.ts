import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES, violations } from './architecture/rules';

const FOLDERS = ['src', 'tests', 'scripts'];
const CODE = /\.(ts|js|mjs|svelte)$/;
/** These hold what they forbid. */
const OWN = 'tests/architecture';

function code(): Map<string, string> {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  const ours = paths.filter((path) => !path.includes('/node_modules/') && !path.startsWith(OWN));
  const kept = ours.filter((path) => CODE.test(path)).sort();
  return new Map(kept.map((path) => [path, readFileSync(path, 'utf8')]));
}

test('the house keeps its rules', () => {
  const files = code();
  expect(files.size).toBeGreaterThan(20);
  expect(violations(files).map(({ rule, file, line, what }) => `${rule}: ${file}:${line}: ${what}`)).toEqual([]);
});

const lines = (count: number) => 'export const a = 1;\n'.repeat(count);
const svelte = (script: string, rest = '') => `<script lang="ts">\n${script}\n</script>\n${rest}`;

/** Each breaks one rule and no other: rule, path, text. */
const PLANTED: readonly (readonly [string, string, string])[] = [
  ['floors', 'src/domain/a.ts', `import { b } from '../engine/b'; b();`],
  ['floors', 'src/domain/a.ts', `import type { B } from '../engine/b'; export type A = B;`],
  ['floors', 'src/domain/a.ts', `export type A = import('../engine/b').B;`],
  ['floors', 'src/engine/a.ts', `export { b } from '../state/b'; export const a = 1;`],
  ['floors', 'src/engine/a.ts', `export const a = () => import('../views/A.svelte');`],
  ['floors', 'src/engine/formats/a.ts', `import { b } from '../../render/b'; b();`],
  ['floors', 'src/engine/a.ts', `export const a = new URL('../views/a.ts', import.meta.url);`],
  ['floors', 'src/engine/a.ts', `export const a = (name: string) => import(name);`],
  ['floors', 'src/render/a.ts', `import { b } from '../state/b'; b();`],
  ['floors', 'src/state/a.ts', `import { b } from '../render/b'; b();`],
  ['floors', 'src/state/a.ts', `import '../app.css';`],
  ['floors', 'src/state/a.ts', `import { b } from '../../tests/b'; b();`],
  ['floors', 'src/state/a.ts', `import { b } from '/src/views/b'; b();`],
  ['floors', 'src/state/a.ts', `import url from '../engine/worker?worker&url'; url();`],
  ['floors', 'src/state/spawn-worker.ts', `import '../engine/worker';`],
  ['floors', 'src/engine/a.ts', `export const a = new URL('./worker.ts', import.meta.url);`],
  ['floors', 'src/views/A.svelte', svelte(`import App from '../App.svelte'; App();`)],
  ['floors', 'src/views/A.svelte', svelte('', `{#await import('../App.svelte')}{/await}`)],
  ['floors', 'src/views/A.svelte', svelte('', `{#if a}{#await import(b) then c}{c}{/await}{/if}`)],
  ['packages', 'src/views/A.svelte', svelte('', `<button onclick={() => import('fuse.js')}>a</button>`)],
  ['floors', 'src/extras/a.ts', `export const a = 1;`],
  ['packages', 'src/domain/a.ts', `import dayjs from 'dayjs'; dayjs();`],
  ['packages', 'src/domain/a.ts', `import 'dayjs/locale/ru';`],
  ['packages', 'src/engine/layout.ts', `import { bisect } from 'd3'; bisect();`],
  ['packages', 'src/views/A.svelte', svelte(`import Fuse from 'fuse.js'; new Fuse([]);`)],
  ['packages', 'src/engine/a.ts', `import { tick } from 'svelte'; tick();`],
  ['packages', 'src/render/a.ts', `import { onMount } from 'svelte'; onMount();`],
  ['packages', 'src/views/a.ts', `import { readFileSync } from 'node:fs'; readFileSync('');`],
  ['packages', 'src/views/a.ts', `import url from 'virtual:engine-url'; url();`],
  ['packages', 'src/views/a.ts', `import { html } from 'lit'; html();`],
  ['packages', 'src/engine/a.ts', `export const a = () => import('@scope/name');`],
  ['size', 'src/domain/a.ts', lines(401)],
  ['size', 'tests/domain/a.test.ts', lines(401)],
  ['barrels', 'src/domain/a.ts', `export * from './b';`],
  ['barrels', 'src/domain/a.ts', `export { b } from './b';\nexport type { C } from './c';`],
  ['barrels', 'src/domain/a.ts', `import { b } from './b';\nexport { b };`],
  ['barrels', 'src/engine/index.ts', `export const a = 1;`],
  ['effects', 'src/state/a.svelte.ts', `export function a() { $effect(() => {}); }`],
  ['effects', 'src/state/a.svelte.ts', `export const a = () => $effect.root(() => {});`],
  ['html', 'src/views/A.svelte', svelte('', `<p>{@html text}</p>`)],
  ['names', 'src/engine/utils/a.ts', `export const a = 1;`],
  ['names', 'src/views/helpers.svelte.ts', `export const a = 1;`],
  ['names', 'tests/common.ts', `export const a = 1;`],
  ['clock', 'src/engine/a.ts', `export const a = () => Date.now();`],
  ['clock', 'src/domain/a.ts', `export const a = () => new Date();`],
  ['clock', 'src/engine/a.ts', `export const a = () => Math.random();`],
  ['mutable', 'src/state/a.svelte.ts', `let a = $state(1); export const b = () => a++;`],
  ['reasons', 'src/views/a.ts', `// eslint-disable-next-line no-var\nexport const a = 1;`],
  ['reasons', 'src/views/A.svelte', svelte('', `<!-- svelte-ignore a11y_autofocus -->`)],
];

describe('a planted violation is found', () => {
  test.each(PLANTED)('%s: %s (%#)', (rule, path, text) => {
    const found = violations(new Map([[path, text]]));
    expect(found.map((each) => each.rule)).toEqual([rule]);
  });

  test('of every rule', () => {
    expect(new Set(PLANTED.map(([rule]) => rule))).toEqual(new Set(Object.keys(RULES)));
  });
});

test.each([
  ['src/engine/a.ts', `import { b } from '../domain/b'; import { c } from './c'; b(c);`],
  ['src/views/attach/a.ts', `import { zoom } from 'd3'; import { b } from '../../render/b'; zoom(b);`],
  ['src/state/spawn-worker.ts', `import url from 'virtual:engine-url'; new Worker(url);`],
  ['src/views/A.svelte', svelte('', `{#await import('./B.svelte') then b}{b}{/await}`)],
  ['src/main.ts', `import App from './App.svelte'; import './app.css'; App();`],
  ['src/domain/a.ts', `// import { b } from '../views/b'\nexport const a = "import('../views/b')";\n${lines(398)}`],
  ['src/domain/a.ts', `export { b } from './b'; export const a = new Date(0);`],
  [
    'src/views/A.svelte',
    svelte('$effect(() => {}); let a = $state(1); a++;', '<!-- svelte-ignore a11y_autofocus (asked for) -->'),
  ],
  ['src/views/a.ts', '// eslint-disable-next-line no-var -- because\nexport const a = 1;'],
])('what is allowed is not reported: %s (%#)', (path, text) => {
  expect(violations(new Map([[path, text]]))).toEqual([]);
});
