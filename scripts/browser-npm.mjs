import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A headless Chromium for Linux x64 that comes as an npm package: the way out where only the registry is reached. */
const PACKAGE = '@sparticuz/chromium@153.0.0';
const INTEGRITY = 'sha512-jiGWqSvPMdu4+P9TilYqAR7yEGPEHINx+lCvE/NqNO/EHYzF/x1hUiI5T6ioVIt7dEy7n88byyT0vk+dnsgQwA==';

/** Ours first, then the system's: a bare machine has no fonts at all, and pages without text measure nothing. */
const fontsConf = (/** @type {string} */ folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/**
 * The package's browser, unpacked in `.cache/` and not a line of its code run; null where it cannot be had.
 * @returns {import('./launch.mjs').FoundBrowser | null}
 */
export function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = resolve('.cache/chromium-153');
  if (!existsSync(`${folder}/chromium`) && !unpack(folder)) return null;
  return {
    executablePath: `${folder}/chromium`,
    env: { LD_LIBRARY_PATH: `${folder}/lib`, FONTCONFIG_FILE: `${folder}/fonts.conf` },
    sandbox: true,
    source: PACKAGE,
  };
}

/** @param {string} folder */
function unpack(folder) {
  const partial = `${folder}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  console.log(`Fetching ${PACKAGE} (67 MB) into .cache/ …`);
  const packed = spawnSync('npm', ['pack', PACKAGE, '--pack-destination', partial], { stdio: 'ignore' });
  const archive = `${partial}/sparticuz-chromium-153.0.0.tgz`;
  if (packed.status !== 0 || !existsSync(archive)) return false;
  const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (`sha512-${hash}` !== INTEGRITY) {
    console.warn(`${PACKAGE}: integrity sha512-${hash} is not the expected one; not used.`);
    return false;
  }
  if (spawnSync('tar', ['-xzf', archive, '-C', partial]).status !== 0) return false;
  for (const name of ['al2023', 'swiftshader', 'fonts']) {
    const input = inflated(`${partial}/package/bin/${name}.tar.br`);
    if (spawnSync('tar', ['-xf', '-', '-C', partial], { input }).status !== 0) return false;
  }
  writeFileSync(`${partial}/chromium`, inflated(`${partial}/package/bin/chromium.br`));
  chmodSync(`${partial}/chromium`, 0o755);
  writeFileSync(`${partial}/fonts.conf`, fontsConf(folder));
  rmSync(archive);
  rmSync(`${partial}/package`, { recursive: true });
  renameSync(partial, folder);
  return true;
}

/** @param {string} path */
function inflated(path) {
  return brotliDecompressSync(readFileSync(path));
}
