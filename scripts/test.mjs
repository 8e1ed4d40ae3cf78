/**
 * Everything that must hold, all to the end: types, lint and build side by side, then every test. The last line is
 * `N passed, N failed`, where types, lint and build count as one each; the exit code is 0 only if nothing failed.
 */
import { spawn } from 'node:child_process';
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
      // What these leave out, src and tests, svelte-check does.
      ['typescript/bin/tsc', '-b', 'src/domain', 'src/engine', 'src/engine/tsconfig.worker.json', 'scripts'],
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

const checks = CHECKS.map(([name, commands]) => ({ name, outcome: inTurn(commands) }));
for (const { name, outcome } of checks) {
  const { ok, output, seconds } = await outcome;
  console.log(`\n── ${name}\n${output.trimEnd()}\n── ${name} ${ok ? 'passed' : 'failed'} in ${seconds} s`);
  total[ok ? 'passed' : 'failed']++;
}
console.log('\n── tests');
await runTests();

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

async function runTests() {
  mkdirSync('.cache', { recursive: true });
  rmSync(REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`];
  const ok = await run(['vitest/vitest.mjs', 'run', ...reporters], { DATELINE_BUILT: BUILT });
  if (!existsSync(REPORT)) {
    console.error('The tests ended without a report.');
    total.failed++;
    return;
  }
  const report = /** @type {Report} */ (JSON.parse(readFileSync(REPORT, 'utf8')));
  total.passed += report.numPassedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  // A file that cannot be read or set up has no tests to count, and errors outside of tests are in no number at all.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + broken;
  total.failed += failed === 0 && !ok ? 1 : failed;
}

/**
 * Runs all of `commands`, whatever fails, and keeps what they print.
 * @param {string[][]} commands
 */
async function inTurn(commands) {
  const start = performance.now();
  let output = '';
  let ok = true;
  for (const command of commands) {
    const passed = await run(command, {}, (text) => (output += text));
    ok &&= passed;
  }
  return { ok, output, seconds: ((performance.now() - start) / 1000).toFixed(0) };
}

/**
 * Whether it ended well; without `onText` it prints as it goes.
 * @param {string[]} command a script in node_modules and its arguments
 * @param {Record<string, string>} env
 * @param {(text: string) => void} [onText]
 * @returns {Promise<boolean>}
 */
function run([script, ...args], env = {}, onText) {
  const output = onText ? 'pipe' : 'inherit';
  const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
  });
  if (onText) for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', onText);
  return new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));
}
