/**
 * Everything that must hold, one after the other and all to the end: types, lint, build, then every test. The last line
 * is `N passed, N failed`, where types, lint and build count as one each; the exit code is 0 only if nothing failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const REPORT = '.cache/tests.json';
const BUILT = 'dist';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const total = { passed: 0, failed: 0, skipped: 0 };

/** @type {[string, string[][]][]} */
const CHECKS = [
  [
    'types',
    [
      ['typescript/bin/tsc', '-b'],
      ['svelte-check/bin/svelte-check', '--tsconfig', 'src/tsconfig.json', '--fail-on-warnings'],
      ['svelte-check/bin/svelte-check', '--tsconfig', 'tests/tsconfig.json', '--fail-on-warnings'],
    ],
  ],
  [
    'lint',
    [
      ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
      ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '**/*.{ts,js,mjs,svelte,css,html}'],
    ],
  ],
  ['build', [['vite/bin/vite.js', 'build', '--outDir', BUILT, '--emptyOutDir']]],
];

for (const [name, commands] of CHECKS) {
  const failures = timed(name, () => commands.filter((command) => !runs(command)));
  count(failures.length === 0 ? 'passed' : 'failed', 1);
}
timed('tests', runTests);

console.log(`${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/**
 * @typedef {object} Report the part of Vitest's report that is read here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 */

function runTests() {
  mkdirSync('.cache', { recursive: true });
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const ok = runs(['vitest/vitest.mjs', 'run', ...reporters], { DATELINE_BUILT: BUILT });
  if (!existsSync(REPORT)) {
    console.error('The tests ended without a report.');
    count('failed', 1);
    return;
  }
  const report = /** @type {Report} */ (JSON.parse(readFileSync(REPORT, 'utf8')));
  count('passed', report.numPassedTests);
  count('skipped', report.numPendingTests + report.numTodoTests);
  // A file that cannot be read or set up has no tests to count, and errors outside of tests are in no number at all.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  count('failed', failed === 0 && !ok ? 1 : failed);
}

/**
 * @param {string[]} command a script in node_modules and its arguments
 * @param {Record<string, string>} env
 */
function runs([script, ...args], env = {}) {
  const { status } = spawnSync(process.execPath, [`node_modules/${script}`, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/**
 * @template T
 * @param {string} name
 * @param {() => T} work
 */
function timed(name, work) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const result = work();
  console.log(`── ${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * @param {keyof typeof total} what
 * @param {number} number
 */
function count(what, number) {
  total[what] += number;
}
