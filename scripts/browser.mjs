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
    const fault = await faultOf(plain(given, 'BROWSER_PATH'));
    if (fault !== null) return { ok: false, message: `BROWSER_PATH "${given}": ${fault}; name a Chromium that starts` };
    return keep(plain(given, 'BROWSER_PATH'));
  }
  const known = foundBrowser();
  if (known && !only) return { ok: true };

  for (const name of only?.split(',') ?? Object.keys(SOURCES)) {
    const source = SOURCES[name];
    if (!source) return { ok: false, message: `BROWSER_SOURCES "${name}": use ${Object.keys(SOURCES).join(', ')}` };
    for (const candidate of source()) {
      if (!existsSync(candidate.executablePath)) continue;
      const fault = await faultOf(candidate);
      if (fault === null) return keep(candidate);
      console.warn(`Chromium from ${candidate.source} (${candidate.executablePath}): ${fault}; looking further.`);
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
  return { executablePath, env: {}, source };
}

/**
 * Null when it starts and runs a script in a page, or else why not, in a line.
 * @param {FoundBrowser} candidate
 */
async function faultOf(candidate) {
  if (!existsSync(candidate.executablePath)) return 'no such file';
  try {
    const browser = await chromium.launch(launchOptions(candidate));
    try {
      const page = await browser.newPage();
      return (await page.evaluate('1 + 1')) === 2 ? null : 'runs no script';
    } finally {
      await browser.close();
    }
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const reason = text.split('\n').find((line) => /error while loading|not found|cannot|failed/i.test(line));
    return `does not start (${(reason ?? text).trim().slice(0, 200)})`;
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
