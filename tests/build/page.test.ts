// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';

const folder = inject('built');
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const page = new DOMParser().parseFromString(text('index.html'), 'text/html');

test('the policy stands before everything it must hold for, and allows nothing but itself', () => {
  const first = page.head.firstElementChild!;
  expect(first.getAttribute('http-equiv')).toBe('Content-Security-Policy');
  const policy = new Map(
    first
      .getAttribute('content')!
      .split('; ')
      .map((part) => [part.split(' ')[0], part]),
  );
  expect(policy.get('default-src')).toBe("default-src 'none'");
  expect(policy.get('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'");
  expect(policy.get('style-src')).toBe("style-src 'self'");
  expect(policy.get('connect-src')).toBe("connect-src 'self'");
  expect(policy.get('worker-src')).toBe("worker-src 'self'");
  expect(policy.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
  expect(policy.get('trusted-types')).toBe('trusted-types svelte-trusted-html dateline');
  expect([...policy.values()].join().replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|\*|https?:/);
});

test('the page has no script, style or handler of its own', () => {
  for (const script of page.querySelectorAll('script')) {
    expect(script.getAttribute('src')).toBeTruthy();
    expect(script.textContent).toBe('');
  }
  expect(page.querySelectorAll('style, [style], base, iframe, object').length).toBe(0);
  const handlers = [...page.querySelectorAll('*')]
    .flatMap((each) => each.getAttributeNames())
    .filter((name) => name.startsWith('on'));
  expect(handlers).toEqual([]);
});

test('all that the page names lies in the folder and is named relative to it, but for the icon, which it holds itself', () => {
  const named = [...page.querySelectorAll('[src], [href]:not([rel=icon])')].map(
    (each) => each.getAttribute('src') ?? each.getAttribute('href')!,
  );
  expect(named.length).toBeGreaterThanOrEqual(3);
  expect(page.querySelector('[rel=icon]')?.getAttribute('href')).toMatch(/^data:image\/png;base64,/);
  for (const path of named) {
    expect(path).toMatch(/^[.]\//);
    expect(paths).toContain(path.slice(2));
  }
});

test('a reader without JavaScript is told so, and the page says its language', () => {
  expect(page.querySelector('noscript')!.textContent).toContain('JavaScript');
  expect(page.documentElement.lang).toBe('en');
  expect(page.title).toBe('Dateline');
});

test('no code loads anything from another host', () => {
  for (const path of paths.filter((each) => /\.(js|css)$/.test(each))) {
    expect.soft(text(path), path).not.toMatch(/(fetch|import|importScripts|url)\(\s*["'`]?(https?:)?\/\//);
    expect.soft(text(path), path).not.toMatch(/@import|sourceMappingURL/);
  }
});

test('no code makes code from text', () => {
  for (const path of paths.filter((each) => each.endsWith('.js'))) {
    expect.soft(text(path), path).not.toMatch(/\bnew Function\b|\beval\(/);
  }
});
