import { existsSync, readFileSync } from 'node:fs';

/** Where setup leaves what it found. */
export const FOUND = '.cache/browser.json';

/**
 * @typedef {object} FoundBrowser
 * @property {string} executablePath absolute
 * @property {Record<string, string>} env added to the process's own
 * @property {boolean} sandbox false where Chromium cannot have one: as root, and in many containers
 * @property {string} source for people: where it came from
 */

/** The browser that setup found, or null when it has not run or the file it found is gone. */
export function foundBrowser() {
  if (!existsSync(FOUND)) return null;
  const found = /** @type {FoundBrowser} */ (JSON.parse(readFileSync(FOUND, 'utf8')));
  return existsSync(found.executablePath) ? found : null;
}

/**
 * Options for playwright's `chromium.launch` and `launchServer`.
 * @param {FoundBrowser} browser
 */
export function launchOptions({ executablePath, env, sandbox }) {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const own = /** @type {Record<string, string>} */ (process.env);
  return { executablePath, args, env: { ...own, ...env }, headless: true, chromiumSandbox: sandbox, timeout: 60_000 };
}
