import type { Connection, Session } from './connection';
import { CATEGORIES, isTold, readTrace, type Trace, type TraceEvent } from './trace';

/** What takes longer than this "does not finish". */
export const LIMIT_MS = 60_000;

const KEY_CODES: Readonly<Record<string, number>> = { Backspace: 8, Enter: 13, Escape: 27 };

/** The deadline passed: the page may still be at it, and its browser is of no more use. */
export class TooLong extends Error {
  override readonly name = 'TooLong';
  constructor(ms: number) {
    super(`did not finish in ${ms / 1000} s`);
  }
}

/** Bytes after a collection, the buffers of typed arrays included. */
export interface Heap {
  readonly page: number;
  readonly workers: number;
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly type: string };
}

/** The one tab of a browser. */
export class Page {
  readonly #connection: Connection;
  readonly #session: Session;

  private constructor(connection: Connection, session: Session) {
    this.#connection = connection;
    this.#session = session;
  }

  static async attach(connection: Connection): Promise<Page> {
    const browser = connection.session();
    const { targetInfos } = await browser.send('Target.getTargets');
    const tab = targetInfos.find(({ type }) => type === 'page');
    const targetId = tab?.targetId ?? (await browser.send('Target.createTarget', { url: 'about:blank' })).targetId;
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    return new Page(connection, connection.session(sessionId));
  }

  /** Of a size that does not hang on how a browser counts its own frame. */
  async resize(width: number, height: number): Promise<void> {
    await this.#session.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
  }

  /** Runs `source` in every document before its own scripts. */
  async prepare(source: string): Promise<void> {
    await this.#session.send('Page.enable');
    await this.#session.send('Page.addScriptToEvaluateOnNewDocument', { source });
  }

  /** Returns when the document is on its way, not when it is there. */
  async go(url: string): Promise<void> {
    const { errorText } = await this.#session.send('Page.navigate', { url });
    if (errorText) throw new Error(`${url}: ${errorText}`);
  }

  /** The value of `expression`, awaited; rejects with what it throws, or with `TooLong` after `ms`. */
  async evaluate<T>(expression: string, ms = LIMIT_MS): Promise<T> {
    const asked = this.#session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } = await before(ms, asked);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  }

  /** Waits until `expression` is true in the page, asking twenty times a second; `TooLong` after `ms`. */
  async until(expression: string, ms = LIMIT_MS): Promise<void> {
    const end = performance.now() + ms;
    while (!(await this.evaluate<boolean>(expression, Math.max(1, end - performance.now())))) {
      if (performance.now() > end) throw new TooLong(ms);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async mouse(
    type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
    x: number,
    y: number,
    down = false,
  ): Promise<void> {
    const held = down || type !== 'mouseMoved';
    const button = held ? 'left' : 'none';
    const clickCount = type === 'mouseMoved' ? 0 : 1;
    const buttons = held && type !== 'mouseReleased' ? 1 : 0;
    await this.#input('Input.dispatchMouseEvent', { type, x, y, button, buttons, clickCount });
  }

  /** A key without a letter. */
  async press(key: string): Promise<void> {
    const windowsVirtualKeyCode = KEY_CODES[key];
    for (const type of ['rawKeyDown', 'keyUp'] as const) {
      await this.#input('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode });
    }
  }

  async wheel(x: number, y: number, deltaY: number): Promise<void> {
    await this.#input('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX: 0, deltaY });
  }

  /** Puts `text` where the keys go, in one piece. */
  async type(text: string): Promise<void> {
    await this.#input('Input.insertText', { text });
  }

  /** Returns when the page has dealt with it. */
  async #input(...[method, params]: Parameters<Session['send']>): Promise<void> {
    await before(LIMIT_MS, this.#session.send(method, params));
  }

  /** What the whole browser did while `work` ran. Rejects as `work` does. */
  async trace<T>(work: () => Promise<T>): Promise<{ readonly trace: Trace; readonly value: T }> {
    const browser = this.#connection.session();
    const events: TraceEvent[] = [];
    const off = this.#connection.on('Tracing.dataCollected', ({ value }: { value: TraceEvent[] }) => {
      for (const event of value) if (isTold(event)) events.push(event);
    });
    const complete = new Promise<void>((resolve) => {
      const done = this.#connection.on('Tracing.tracingComplete', () => {
        done();
        resolve();
      });
    });
    await browser.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { recordMode: 'recordUntilFull', includedCategories: [...CATEGORIES], traceBufferSizeInKb: 400_000 },
    });
    const value = await work();
    // A task that is still open when the trace ends is not told: that of the last answer has ended once there is another.
    await this.evaluate('0');
    await browser.send('Tracing.end');
    await complete;
    off();
    return { trace: readTrace(events), value };
  }

  /** After a collection, of the page and of its workers. */
  async heap(): Promise<Heap> {
    const workers: Session[] = [];
    const off = this.#connection.on('Target.attachedToTarget', ({ sessionId, targetInfo }: Attached) => {
      if (targetInfo.type === 'worker') workers.push(this.#connection.session(sessionId));
    });
    const attach = { autoAttach: true, waitForDebuggerOnStart: false, flatten: true };
    await this.#session.send('Target.setAutoAttach', attach);
    const held = { page: await heapOf(this.#session), workers: 0 };
    for (const worker of workers) held.workers += await heapOf(worker);
    await this.#session.send('Target.setAutoAttach', { ...attach, autoAttach: false });
    off();
    return held;
  }
}

async function heapOf(session: Session): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

async function before<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooLong(ms)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
