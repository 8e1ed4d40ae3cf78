import { existsSync, readFileSync } from 'node:fs';

/** Where setup leaves what it found. */
export const FOUND = '.cache/browser.json';

/**
 * @typedef {object} FoundBrowser
 * @property {string} executablePath absolute
 * @property {Record<string, string>} env added to the process's own
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
export function launchOptions({ executablePath, env }) {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  // Chromium refuses to sandbox as root.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  const own = /** @type {Record<string, string>} */ (process.env);
  return { executablePath, args, env: { ...own, ...env }, headless: true, timeout: 60_000 };
}
