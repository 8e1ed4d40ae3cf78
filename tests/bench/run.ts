import { cpus, loadavg, release, totalmem, type as systemType, arch } from 'node:os';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Browser } from './browser/browser';
import { buildPage, buildProduct, productBytes } from './build';
import { SEED } from './data/chronology';
import { dataFile } from './data/files';
import { measureSizes } from './measure/sizes';
import { type Options, PARTS, readOptions, SIZES } from './options';
import { type Listed, PEERS } from './peers/roster';
import { markdown } from './report/markdown';
import { shortTable, withShortTable } from './report/readme';
import { type Bundle, type Machine, PRODUCT, type Results } from './report/results';
import { serve } from './server';

const RESULTS = 'tests/bench/results';
const README = 'README.md';

/** Measures what `args` ask for, prints and writes it down; false when it could not. */
export async function run(args: readonly string[]): Promise<boolean> {
  const options = optionsOf(args);
  if (options === null) return false;
  const started = performance.now();
  const before = loadavg();
  const peers = PEERS.filter((peer) => isAsked(peer, options));

  console.log('Building the app and the pages of its peers …');
  await buildProduct();
  const roots = new Map<string, string>();
  const { first, all } = productBytes();
  const bundles: Bundle[] = [
    { name: `${PRODUCT}, first visit`, bytes: first },
    { name: `${PRODUCT}, with all that comes later`, bytes: all },
  ];
  for (const peer of peers) {
    const { folder, bytes } = await buildPage(peer);
    roots.set(`/${peer.kind}/${peer.file}/`, folder);
    bundles.push({ name: peer.name, bytes });
  }
  const files: { size: number; bytes: number }[] = [];
  for (const size of options.sizes) {
    const path = await dataFile(size);
    roots.set(`/data/${size}.json`, path);
    roots.set(`/app/${size}/`, 'dist');
    roots.set(`/app/${size}/data/csto.json`, path);
    files.push({ size, bytes: statSync(path).size });
  }
  const server = await serve(roots);
  try {
    const measured = await measureSizes(server.url, options, peers);
    const results: Results = {
      date: new Date().toISOString(),
      command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
      machine: await machine(),
      loadAverage: { before, after: loadavg() },
      seed: SEED,
      versions: versions(peers),
      sizes: options.sizes,
      files,
      bundles: options.parts.has('size') ? bundles : [],
      ...measured,
    };
    write(results, isWhole(options));
  } finally {
    await server.close();
  }
  console.log(`Done in ${((performance.now() - started) / 60_000).toFixed(1)} minutes.`);
  return true;
}

function optionsOf(args: readonly string[]): Options | null {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

function isAsked({ kind, file, name }: Listed, { parts, peers }: Options): boolean {
  if (peers !== null && !peers.includes(file) && !peers.includes(name)) return false;
  if (parts.has('size')) return true;
  if (kind === 'drawing') return parts.has('load') || parts.has('frame');
  return kind === 'filtering' ? parts.has('filter') : parts.has('search');
}

function isWhole({ sizes, parts, peers, quick }: Options): boolean {
  return !quick && peers === null && parts.size === PARTS.length && sizes.join() === SIZES.join();
}

/** A run of everything is kept, and README shows it; a part of one is a draft that the repository does not keep. */
function write(results: Results, isWholeRun: boolean): void {
  const folder = isWholeRun ? RESULTS : `${RESULTS}/partial`;
  mkdirSync(folder, { recursive: true });
  const path = `${folder}/${results.date.slice(0, 10)}`;
  const text = markdown(results);
  writeFileSync(`${path}.json`, `${JSON.stringify(results, null, 1)}\n`);
  writeFileSync(`${path}.md`, text);
  if (isWholeRun) writeFileSync(README, withShortTable(readFileSync(README, 'utf8'), shortTable(results)));
  console.log(`\n${text}\nWritten to ${path}.md and ${path}.json.`);
}

async function machine(): Promise<Machine> {
  const browser = await Browser.open();
  const version = await browser.version();
  await browser.close();
  const [major, minor] = release().split('.');
  return {
    cpu: cpus()[0].model.trim(),
    cores: cpus().length,
    memoryBytes: totalmem(),
    system: `${systemType()} ${major}.${minor} ${arch()}`,
    browser: version,
    node: process.version,
  };
}

function versions(peers: readonly Listed[]): Record<string, string> {
  const names = new Set(peers.flatMap(({ package: name }) => name ?? []));
  const found: Record<string, string> = { [PRODUCT]: versionIn('package.json') };
  for (const name of names) found[name] = versionIn(`tests/bench/node_modules/${name}/package.json`);
  return found;
}

function versionIn(path: string): string {
  return String((JSON.parse(readFileSync(path, 'utf8')) as { version: unknown }).version);
}
