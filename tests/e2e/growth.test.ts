import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { generateChronology } from '../fixtures/generate';
import { openApp } from './app';
import { csto } from './csto';
import { ready, shown, soon } from './page';

const MB = 1_000_000;

interface Usage {
  /** Bytes in use after collection: of the page's heap, of its buffers, of the worker's heap, of its buffers. */
  readonly bytes: readonly number[];
  readonly nodes: number;
  readonly listeners: number;
}

/** Asks the browser what page and worker hold after everything that nobody needs is gone. */
async function meter(page: Page): Promise<() => Promise<Usage>> {
  const devtools = await page.context().newCDPSession(page);
  const waiting = new Map<number, (result: HeapUsage) => void>();
  let worker = '';
  let last = 0;
  devtools.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') worker = sessionId;
  });
  devtools.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id: number; result: HeapUsage };
    waiting.get(id)?.(result);
  });
  await devtools.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ofWorker = (method: string) =>
    new Promise<HeapUsage>((resolve) => {
      waiting.set(++last, resolve);
      void devtools.send('Target.sendMessageToTarget', {
        sessionId: worker,
        message: JSON.stringify({ id: last, method }),
      });
    });
  return async () => {
    // What searches is made some time after the events are shown, and belongs to them.
    await page.waitForTimeout(3000);
    // What one collection lets go of, the next one finds.
    for (let times = 0; times < 4; times++) {
      await devtools.send('HeapProfiler.collectGarbage');
      await ofWorker('HeapProfiler.collectGarbage');
    }
    const own = (await devtools.send('Runtime.getHeapUsage')) as HeapUsage;
    const other = await ofWorker('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
    return {
      bytes: [own, other].flatMap(({ usedSize, backingStorageSize }) => [usedSize, backingStorageSize ?? 0]),
      nodes,
      listeners: jsEventListeners,
    };
  };
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Does it some times first, for what is made once, and then `often`: nothing may have grown. */
async function growsNot(page: Page, often: number, times: (count: number) => Promise<unknown>): Promise<void> {
  const use = await meter(page);
  await times(Math.ceil(often / 5));
  const before = await use();
  await times(often);
  const after = await use();
  for (const [index, bytes] of after.bytes.entries()) expect.soft(bytes - before.bytes[index]).toBeLessThan(MB);
  // A list that stands elsewhere has some rows more.
  expect.soft(after.nodes - before.nodes).toBeLessThan(200);
  expect.soft(after.listeners - before.listeners).toBeLessThan(20);
}

/** Clicks the elements of these selectors one after the other, `count` times, each once it is there. */
const clickThrough = (page: Page, selectors: readonly string[]) => (count: number) =>
  page.evaluate(
    async ([selectors, count]) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      for (let time = 0; time < count; time++)
        for (const selector of selectors) {
          let found = document.querySelectorAll<HTMLElement>(selector);
          for (; found.length === 0; found = document.querySelectorAll(selector)) await frame();
          found[time % Math.min(4, found.length)].click();
          await frame();
        }
    },
    [selectors, count] as const,
  );

test('opening and closing events a hundred times leaves nothing behind', async () => {
  const page = await ready(await openApp());
  await growsNot(page, 100, clickThrough(page, ['#list li a', '[aria-label="Close the event"]']));
});

test('filtering a hundred times leaves nothing behind', async () => {
  const page = await ready(await openApp());
  await growsNot(page, 100, clickThrough(page, ['nav button[aria-pressed][aria-label*=" event"]', '.chips .quiet']));
});

test('opening a file and going back leaves nothing behind', async () => {
  const page = await ready(await openApp());
  const { chronology, events } = generateChronology(1500, 8);
  const file = JSON.stringify({ format: 'dateline/1', ...chronology, events }, (_, part: unknown) => part ?? undefined);
  const buffer = Buffer.from(file);
  await growsNot(page, 5, async (count) => {
    for (let time = 0; time < count; time++) {
      await page.getByLabel('Files to open').setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer });
      await soon(() => shown(page)).toBe(1500);
      await page.getByRole('button', { name: /^Back to/ }).click();
      await soon(() => shown(page)).toBe(csto.events.length);
    }
  });
});
