// @vitest-environment jsdom
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { isStandalonePage } from '../../src/engine/exporting/standalone-page';

const text = readFileSync(join(inject('built'), 'standalone.html'), 'utf8');
const page = new DOMParser().parseFromString(text, 'text/html');
const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')!;
const hash = (element: Element) => `'sha256-${createHash('sha256').update(element.textContent).digest('base64')}'`;

test('the app in one file has one script and one style, and its policy allows them by what they are', () => {
  expect(isStandalonePage(text)).toBe(true);
  expect(page.querySelectorAll('script').length).toBe(1);
  expect(page.querySelectorAll('style').length).toBe(1);
  expect(policy).toContain(`script-src ${hash(page.querySelector('script')!)} 'wasm-unsafe-eval';`);
  expect(policy).toContain(`style-src ${hash(page.querySelector('style')!)};`);
});

test('its policy lets nothing be fetched, and no text become code', () => {
  expect(policy).toMatch(/^default-src 'none'; /);
  expect(policy).not.toMatch(/connect-src|unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(policy).toContain("require-trusted-types-for 'script'");
});

test('it needs no other file', () => {
  for (const named of page.querySelectorAll('[src], [href]')) {
    expect(named.getAttribute('src') ?? named.getAttribute('href')).toMatch(/^data:/);
  }
  expect(page.querySelector('style')!.textContent.match(/url\((?!["']?data:)[^)]{0,40}/g) ?? []).toEqual([]);
});
