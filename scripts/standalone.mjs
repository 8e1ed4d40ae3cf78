import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'vite';

const FILE = 'standalone.html';
const ENTRY = 'virtual:standalone';
const ENGINE = 'virtual:engine-url';

/** In a page the program is the app, in a worker made of the same text its engine: nothing is in the file twice. */
const ENTRY_CODE = `
if (typeof document === 'undefined') void import('/src/engine/worker.ts');
else void import('/src/standalone.ts');`;

const ENGINE_CODE = `
const program = document.getElementById('program').textContent;
export default URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));`;

/** @type {import('vite').Plugin} */
const program = {
  name: 'standalone-program',
  resolveId: (id) => (id === ENTRY || id === ENGINE ? `\0${id}` : null),
  load: (id) => (id === `\0${ENTRY}` ? ENTRY_CODE : id === `\0${ENGINE}` ? ENGINE_CODE : null),
};

/**
 * Beside the app a page that holds all of it in one file, `standalone.html`, fetched when somebody asks for a copy to send: the
 * app puts a chronology in. It is built by its own build, for the app's is in many files.
 * @param {import('vite').Plugin[]} plugins what the app's own build needs too
 * @returns {import('vite').Plugin}
 */
export function standalone(plugins) {
  return {
    name: 'standalone',
    async generateBundle() {
      if (this.environment.name !== 'client') return;
      this.emitFile({ type: 'asset', fileName: FILE, source: await page(plugins) });
    },
    configureServer(server) {
      server.middlewares.use(`/${FILE}`, (_, response, next) => {
        page(plugins).then((text) => response.setHeader('Content-Type', 'text/html; charset=utf-8').end(text), next);
      });
    },
  };
}

/** @param {import('vite').Plugin[]} plugins */
async function page(plugins) {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    base: './',
    plugins: [svelte({ configFile: false }), program, ...plugins],
    build: {
      write: false,
      copyPublicDir: false,
      target: 'baseline-widely-available',
      assetsInlineLimit: Infinity,
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: ENTRY,
        // No module: from a page on disk browsers start no worker that is one.
        output: { format: 'iife', codeSplitting: false },
        // What brings chunks asks for it, and there are none.
        checks: { emptyImportMeta: false },
      },
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = outputs.flatMap((one) => (one.type === 'chunk' ? [one.code] : []));
  const styles = outputs.flatMap((one) => (one.type === 'asset' && one.fileName.endsWith('.css') ? [one.source] : []));
  if (code.length !== 1 || styles.length !== 1 || outputs.length !== 2) {
    throw new Error(`${FILE}: made of ${outputs.map(({ fileName }) => fileName).join(', ')}; one script, one style`);
  }
  return written(inScript(code[0]), String(styles[0]).replace(/<\/style/gi, '<\\/style'));
}

/**
 * The text of a script as it can stand in a page, which then holds the same text.
 * @param {string} code
 */
function inScript(code) {
  if (/[\0\r]/.test(code)) throw new Error(`${FILE}: its script has characters that a page changes`);
  return code.replace(/<\/(?=script)/gi, '<\\/').replace(/<!--/g, '<\\!--');
}

/**
 * @param {string} script
 * @param {string} style
 */
function written(script, style) {
  const [icon] = /<link rel="icon"[^>]*>/.exec(readFileSync('index.html', 'utf8')) ?? [''];
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script)}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style)}'`,
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types svelte-trusted-html dateline',
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title><!--title--></title>
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
${icon}
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript><div class="noscript"><h1>Dateline</h1><p>This file draws its timeline in your browser and needs JavaScript, which is switched off here.</p></div></noscript>
<!--chronology-->
<script id="program">${script}</script>
</body>
</html>
`;
}

/** @param {string} text */
function hash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
