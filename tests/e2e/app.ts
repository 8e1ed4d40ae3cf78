import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

export interface OpenOptions {
  readonly context?: BrowserContextOptions;
  /** Runs before the page is loaded: routes, init scripts. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** Faults that this test provokes on purpose. */
  readonly expected?: RegExp;
}

let browser: Browser;
const contexts: BrowserContext[] = [];
const faults: string[] = [];

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

/** Every page of every test is held to it: no error, no warning, no broken policy, no other host. */
afterEach(async () => {
  await Promise.all(contexts.splice(0).map((context) => context.close()));
  expect(faults.splice(0)).toEqual([]);
});

/** Address of the served app with `fragment` (without `#`). */
export function address(fragment = ''): string {
  return inject('site') + (fragment && `#${fragment}`);
}

/** A fresh profile at 1440 x 900 in UTC and English, closed after the test. */
export async function openContext({ context = {}, expected }: OpenOptions = {}): Promise<BrowserContext> {
  const opened = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    ...context,
  });
  opened.setDefaultTimeout(15_000);
  contexts.push(opened);
  opened.on('page', (page) => watch(page, expected));
  return opened;
}

/** The app in a fresh profile, loaded with `fragment`. What the app shows by then is for the test to await. */
export async function openApp(fragment = '', options: OpenOptions = {}): Promise<Page> {
  const context = await openContext(options);
  const page = await context.newPage();
  await options.prepare?.(page);
  await page.goto(address(fragment));
  return page;
}

function watch(page: Page, expected?: RegExp) {
  const fault = (text: string) => {
    if (!expected?.test(text)) faults.push(text);
  };
  page.on('pageerror', (error) => fault(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') fault(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === new URL(address()).origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!own) fault(`other host: ${request.url()}`);
  });
}
