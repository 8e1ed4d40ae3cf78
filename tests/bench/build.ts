import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';
import type { Listed } from './peers/roster';

const PAGES = 'tests/bench/pages';
const BUILT = '.cache/bench/pages';
const COUNTED = /\.(?:js|css|wasm)$/;

/** A page that runs `peer`; where it stands, and how much code that is. */
export interface BuiltPage {
  readonly folder: string;
  /** Script, style and WebAssembly, gzipped one by one, without the benchmark's own page; in bytes. */
  readonly bytes: number;
}

/** Builds the page of one peer, apart from all others so that its size is its own. */
export async function buildPage(peer: Listed): Promise<BuiltPage> {
  const folder = join(BUILT, peer.kind, peer.file);
  const thePeer: Plugin = {
    name: 'the-peer',
    resolveId: (id) =>
      id === `virtual:${peer.kind}` ? resolve('tests/bench/peers', peer.kind, `${peer.file}.ts`) : null,
  };
  await build({
    configFile: false,
    root: PAGES,
    base: './',
    logLevel: 'error',
    plugins: [thePeer],
    build: {
      outDir: resolve(folder),
      emptyOutDir: true,
      target: 'baseline-widely-available',
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: { input: resolve(PAGES, `${peer.kind}.html`) },
    },
  });
  const own = new RegExp(`^${peer.kind}-`);
  return { folder, bytes: gzipped(join(folder, 'assets'), (file) => !own.test(file)) };
}

/** Builds the product as it is delivered. */
export async function buildProduct(): Promise<void> {
  await build({ logLevel: 'error' });
}

/** What a first visit to the built product loads, and what it may load later on, gzipped; in bytes. */
export function productBytes(): { readonly first: number; readonly all: number } {
  const folder = 'dist/assets';
  const page = readFileSync('dist/index.html', 'utf8');
  const engine = readdirSync(folder).filter((file) => /^engine-.*\.js$/.test(file));
  const first = new Set([...[...page.matchAll(/assets\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file), ...engine]);
  for (const file of first) {
    if (!file.endsWith('.js')) continue;
    const imports = readFileSync(join(folder, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g);
    for (const [, name] of imports) first.add(name);
  }
  return { first: gzipped(folder, (file) => first.has(file)), all: gzipped(folder, () => true) };
}

function gzipped(folder: string, isCounted: (file: string) => boolean): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder)
    .filter((file) => COUNTED.test(file) && isCounted(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}
