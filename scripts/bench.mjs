/**
 * Measures the built app and its peers side by side in one Chromium: `npm run bench -- --sizes 1000,10000 --only load,frame
 * --quick`. What the peers are made of is installed in tests/bench, apart from the app's own packages.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const FOLDER = 'tests/bench';
const STAMP = `${FOLDER}/node_modules/.dateline-lock`;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const lockHash = createHash('sha256')
  .update(readFileSync(`${FOLDER}/package-lock.json`))
  .digest('hex');
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== lockHash) installPeers();

// Vite would take the import below for development, and then build the app and its peers for that too.
process.env.NODE_ENV = 'production';

/** @type {{ module: { run(args: string[]): Promise<boolean> } }} */
const { module } = await runnerImport(`/${FOLDER}/run.ts`, { configFile: false, logLevel: 'error' });
process.exitCode = (await module.run(process.argv.slice(2))) ? 0 : 1;

function installPeers() {
  console.log('Installing what is measured against (npm ci in tests/bench), once for this lock file …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit', cwd: FOLDER })
    : spawnSync('npm', args, { stdio: 'inherit', cwd: FOLDER, shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('npm ci failed, see above; check the network, then run the command again.');
    process.exit(1);
  }
  writeFileSync(STAMP, lockHash);
}
