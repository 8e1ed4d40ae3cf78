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
 * What a browser need not have. Each window of a recent one opens a page of its own below the address bar, which costs as much as
 * the app does, and keeps a process more for the page that may come next. Chromium heeds only the last such list, so Playwright's
 * own (1.64) stands here again.
 */
const WITHOUT = [
  'PreloadTopChromeWebUI',
  'SpareRendererForSitePerProcess',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
  'AimEnabled',
  'AutoDeElevate',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'BlockOriginHeaderModificationOnRedirect',
  'DestroyProfileOnBrowserClose',
  'DialMediaRouteProvider',
  'GlobalMediaControls',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'Translate',
];

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
    `--disable-features=${WITHOUT.join()}`,
  ];
  const own = /** @type {Record<string, string>} */ (process.env);
  return { executablePath, args, env: { ...own, ...env }, headless: true, chromiumSandbox: sandbox, timeout: 60_000 };
}
