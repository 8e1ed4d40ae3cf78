/**
 * Makes a fresh clone runnable, with nothing but Node and npm: packages when they are missing or older than the lock,
 * and with `--browser` a Chromium for the tests. Quick when there is nothing to do.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.package-lock.json';
const STAMP = 'node_modules/.dateline-lock';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const lockHash = createHash('sha256').update(readFileSync(LOCK)).digest('hex');
if (!packagesAreCurrent()) installPackages();
writeFileSync(STAMP, lockHash);

if (process.argv.includes('--browser')) {
  const { provideBrowser } = await import('./browser.mjs');
  const found = await provideBrowser();
  if (!found.ok) {
    console.error(found.message);
    process.exit(1);
  }
}

/** The lock's hash decides; without a stamp (someone ran npm by hand) its age does. */
function packagesAreCurrent() {
  if (!existsSync(INSTALLED)) return false;
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === lockHash;
  return statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs;
}

function installPackages() {
  console.log('Installing packages (npm ci), once for this lock file …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit' })
    : spawnSync('npm', args, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error('npm ci failed, see above; check the network and Node (20.19 or newer), then run the command again.');
  process.exit(1);
}
