import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { foundBrowser, launchOptions } from '../../scripts/launch.mjs';
import { serveFolder } from './static-server';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built app is served, from a sub-path; ends with a slash. */
    site: string;
    /** Endpoint of the one Chromium that all test files share. */
    browser: string;
  }
}

/** Serves the built app and starts one Chromium for the whole run. */
export default async function setup(project: TestProject) {
  const found = foundBrowser();
  if (!found) throw new Error('no browser has been found yet: run `npm run setup -- --browser` once');
  const site = await serveFolder(project.getProvidedContext().built, '/some/where/');
  const browser = await chromium.launchServer(launchOptions(found));
  project.provide('site', site.url);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await site.close();
  };
}
