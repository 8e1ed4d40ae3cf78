import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { standalone } from './scripts/standalone.mjs';

/**
 * What the built page may do. 'wasm-unsafe-eval' lets WebAssembly be compiled (engine/rows/simd-module.ts), no text be run.
 * `dateline` is the policy that names the engine's worker, the other one is Svelte's own.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html dateline',
].join('; ');

/** Only at build: the development server injects inline styles and scripts for hot replacement. */
const contentSecurityPolicy: Plugin = {
  name: 'content-security-policy',
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
      injectTo: 'head-prepend',
    },
  ],
};

const ENGINE = 'virtual:engine-url';

/**
 * The address of the engine's worker. The worker is built as one more entry of the page, so that what both use is loaded
 * once; `?worker` would bundle it all a second time.
 */
const engineUrl: Plugin = {
  name: 'engine-url',
  resolveId: (id) => (id === ENGINE ? `\0${ENGINE}` : null),
  load(id) {
    if (id !== `\0${ENGINE}`) return null;
    if (this.environment.mode === 'dev') return `export { default } from '/src/engine/worker.ts?worker&url';`;
    const file = this.emitFile({ type: 'chunk', id: 'src/engine/worker.ts', name: 'engine' });
    return `export default import.meta.ROLLUP_FILE_URL_${file};`;
  },
};

/**
 * d3-interpolate comes as one file that makes its interpolators by calls when loaded, and through them keeps all of
 * d3-color (4 kB gzipped) in the page; svelte/reactivity/window makes all it can tell of a window. The calls have no effects: said
 * so, what nobody uses goes.
 */
const pureCalls: Plugin = {
  name: 'pure-calls',
  apply: 'build',
  transform: {
    filter: { id: /d3-interpolate\.mjs$|svelte\/src\/reactivity\/window\/index\.js$/ },
    handler: (code) => ({
      code: code.replace(/^((?:var|export const) \w+ = )(?=\(function|(?:new )?\w+\()/gm, '$1/* @__PURE__ */ '),
      map: null,
    }),
  },
};

/** dayjs in the form of modules, which it has beside the one that is no module: no more of it comes than is used. */
const modularDayjs: Plugin = {
  name: 'modular-dayjs',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^dayjs(?:\/.*)?$/ },
    async handler(id, importer) {
      const file = id
        .replace(/^dayjs$/, 'dayjs/index')
        .replace(/(?<=plugin\/\w+)\.js$/, '/index')
        .replace(/\.js$/, '');
      return id.startsWith('dayjs/esm/') ? null : this.resolve(file.replace('dayjs/', 'dayjs/esm/') + '.js', importer);
    },
  },
};

/**
 * What the page and the engine both have from the beginning, and all that it stands on, comes as one file, not as one for each set
 * of parts that use it: what is alike is told once.
 */
const SHARED =
  /\/src\/(?:domain\/(?:date|message-of)|engine\/(?:dataset|records|ids|messages|columns|formats\/(?:file-kind|choices)))\.ts$/;

const PURE = ['domain', 'data', 'fuzz', 'engine', 'render', 'oracle', 'relevance', 'scenes', 'architecture', 'bench'];

export default defineConfig({
  base: './',
  // Not the pages of the benchmark, whose packages are not installed here.
  optimizeDeps: { entries: ['index.html'] },
  plugins: [
    svelte({
      configFile: false,
      // It stands at most elements: short.
      compilerOptions: { cssHash: ({ hash, filename }) => `s${hash(filename).slice(0, 4)}` },
    }),
    contentSecurityPolicy,
    engineUrl,
    pureCalls,
    modularDayjs,
    standalone([pureCalls, modularDayjs]),
  ],
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } } },
    modulePreload: {
      polyfill: false,
      // What a script brings later is announced by no links: the engine's worker has no document to put them into.
      resolveDependencies: (_, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
  },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    // No test is about time; a busy machine fails none.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          env: { TZ: 'America/New_York' },
          include: [...PURE.map((folder) => `tests/${folder}/**/*.test.ts`), 'tests/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'zone',
          environment: 'node',
          env: { TZ: 'Pacific/Auckland' },
          include: ['tests/domain/date*.test.ts', 'tests/domain/calendar*.test.ts', 'tests/engine/ticks*.test.ts'],
        },
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: {
          name: 'dom',
          environment: 'jsdom',
          env: { TZ: 'America/New_York' },
          setupFiles: ['tests/setup/dom.ts'],
          include: ['tests/state/**/*.test.ts', 'tests/views/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'build',
          environment: 'node',
          globalSetup: ['tests/setup/built.ts'],
          include: ['tests/build/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          globalSetup: ['tests/setup/built.ts', 'tests/setup/site.ts'],
          include: ['tests/e2e/**/*.test.ts'],
        },
      },
    ],
  },
});
