import { buffer } from 'node:stream/consumers';
import type { Page } from 'playwright-core';

/** The file that the page saves when `act` is done: its name, and its bytes. */
export async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: file.suggestedFilename(), bytes: await buffer(await file.createReadStream()) };
}
