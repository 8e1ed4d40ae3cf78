import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium } from 'playwright-core';
import { fromNpm } from './browser-npm.mjs';
import { FOUND, foundBrowser, launchOptions } from './launch.mjs';

/** @typedef {import('./launch.mjs').FoundBrowser} FoundBrowser */

const MINUTE_MS = 60_000;

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * In the order they are tried. Each gives candidates, which may not exist or not run.
 * @type {Record<string, undefined | (() => FoundBrowser[])>}
 */
const SOURCES = {
  playwright: () => [plain(chromium.executablePath(), "Playwright's own")],
  system: () => SYSTEM.map((path) => plain(path, 'this system')),
  'playwright-install': () => {
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], 5 * MINUTE_MS);
    return [plain(chromium.executablePath(), 'Playwright, installed now')];
  },
  npm: () => {
    const found = fromNpm();
    return found ? [found] : [];
  },
  apt: () => {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return [];
    run('apt-get', ['update'], 5 * MINUTE_MS);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'], 15 * MINUTE_MS);
    return [plain('/usr/bin/chromium', 'apt-get, installed now')];
  },
};

/**
 * Finds or installs a Chromium that starts, and writes it down for `foundBrowser`. `BROWSER_PATH` names one and nothing
 * else is tried; `BROWSER_SOURCES` (comma-separated, of playwright, system, playwright-install, npm, apt) narrows the
 * search and forgets what an earlier run found.
 * @returns {Promise<{ ok: true } | { ok: false; message: string }>}
 */
export async function provideBrowser() {
  const { BROWSER_PATH: given, BROWSER_SOURCES: only } = process.env;
  if (given) {
    const tried = await started(plain(given, 'BROWSER_PATH'));
    if (tried.ok) return keep(tried.browser);
    return { ok: false, message: `BROWSER_PATH "${given}": ${tried.fault}; name a Chromium that starts` };
  }
  const known = foundBrowser();
  if (known && !only) return { ok: true };

  for (const name of only?.split(',') ?? Object.keys(SOURCES)) {
    const source = SOURCES[name];
    if (!source) return { ok: false, message: `BROWSER_SOURCES "${name}": use ${Object.keys(SOURCES).join(', ')}` };
    for (const candidate of source()) {
      if (!existsSync(candidate.executablePath)) continue;
      const tried = await started(candidate);
      if (tried.ok) return keep(tried.browser);
      console.warn(`Chromium from ${candidate.source} (${candidate.executablePath}): ${tried.fault}; looking further.`);
    }
  }
  return {
    ok: false,
    message:
      'No Chromium for the tests, and none could be installed. Install Chrome or Chromium, ' +
      'or set BROWSER_PATH to the executable of one, then run the command again.',
  };
}

/**
 * @param {string} executablePath
 * @param {string} source
 * @returns {FoundBrowser}
 */
function plain(executablePath, source) {
  return { executablePath, env: {}, sandbox: true, source };
}

/**
 * The candidate as it starts and runs a script in a page, or why it does not, in a line.
 * @param {FoundBrowser} candidate
 * @returns {Promise<{ ok: true; browser: FoundBrowser } | { ok: false; fault: string }>}
 */
async function started(candidate) {
  if (!existsSync(candidate.executablePath)) return { ok: false, fault: 'no such file' };
  // Root has no sandbox in Chromium; others may lack one too, and the tests open no page but the app's own.
  const ways = process.getuid?.() === 0 ? [false] : [true, false];
  let fault = '';
  for (const sandbox of ways) {
    const browser = { ...candidate, sandbox };
    fault = await faultOf(browser);
    if (fault === '') return { ok: true, browser };
    if (!/sandbox/i.test(fault)) break;
  }
  return { ok: false, fault };
}

/**
 * Empty when there is none.
 * @param {FoundBrowser} candidate
 */
async function faultOf(candidate) {
  try {
    const browser = await chromium.launch(launchOptions(candidate));
    try {
      const page = await browser.newPage();
      return (await page.evaluate('1 + 1')) === 2 ? '' : 'runs no script';
    } finally {
      await browser.close();
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const lines = text.split('\n').filter((line) => !line.includes('<launching>'));
    const reason = lines.find((line) => /sandbox|error while loading|not found|cannot/i.test(line)) ?? lines[0];
    return `does not start (${reason.trim().slice(0, 200)})`;
  }
}

/**
 * @param {FoundBrowser} browser
 * @returns {{ ok: true }}
 */
function keep(browser) {
  console.log(`Tests will use Chromium from ${browser.source}: ${browser.executablePath}`);
  mkdirSync(dirname(FOUND), { recursive: true });
  writeFileSync(FOUND, JSON.stringify(browser, null, 2));
  return { ok: true };
}

/**
 * Whether it worked shows in what is there afterwards.
 * @param {string} command
 * @param {string[]} args
 * @param {number} timeout milliseconds
 */
function run(command, args, timeout) {
  console.log(`${command} ${args.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: ['ignore', 'ignore', 'ignore'], timeout, env });
}
