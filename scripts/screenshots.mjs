/** Makes the picture in README from the built app, served as any static host would. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { foundBrowser, launchOptions } from './launch.mjs';
import { palettePng } from './palette-png.mjs';

const VIEW = 'actor=tasmagambetov&topic=!exercises&from=2022-01&to=2024-12&event=tasmagambetov-presented';
const PICTURE = '.github/dateline.png';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

const found = foundBrowser();
if (found === null) throw new Error('no browser has been found yet: run `npm run setup -- --browser` once');
await build({ logLevel: 'warn' });
const server = await preview({ preview: { port: 0, strictPort: false }, logLevel: 'warn' });
const browser = await chromium.launch(launchOptions(found));
try {
  const [address] = server.resolvedUrls?.local ?? [];
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  await page.goto(`${address}#${VIEW}`);
  await page.getByRole('complementary', { name: 'Event' }).getByRole('heading', { level: 2 }).waitFor();
  await page.getByRole('heading', { name: 'Related' }).waitFor();
  const picture = palettePng(await page.screenshot());
  mkdirSync(dirname(PICTURE), { recursive: true });
  writeFileSync(PICTURE, picture);
  console.log(`${PICTURE}: ${Math.round(picture.length / 1000)} kB`);
} finally {
  await browser.close();
  await server.close();
}
