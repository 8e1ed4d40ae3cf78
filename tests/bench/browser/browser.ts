import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { foundBrowser, launchOptions } from '../../../scripts/launch.mjs';
import { Connection } from './connection';
import { MemoryWatch } from './memory';
import { Page } from './page';

/** The window, in CSS pixels. */
export const WINDOW = { width: 1440, height: 900 };

/** Of these no page has a need, and each may wake up in the middle of a measurement. */
const QUIET = ['--disable-extensions', '--disable-component-extensions-with-background-pages', '--mute-audio'];
const CLOSING_MS = 3000;

/** A Chromium of its own for one measurement: what another left behind in memory counts in none. */
export class Browser {
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #connection: Connection;
  readonly memory: MemoryWatch;
  readonly page: Page;

  private constructor(child: ChildProcess, profile: string, connection: Connection, page: Page) {
    this.#process = child;
    this.#profile = profile;
    this.#connection = connection;
    this.page = page;
    this.memory = new MemoryWatch(() => this.#processes());
  }

  static async open(): Promise<Browser> {
    const found = foundBrowser();
    if (!found) throw new Error('no browser has been found yet: run `npm run setup -- --browser` once');
    const { executablePath, args, env, chromiumSandbox } = launchOptions(found);
    const profile = mkdtempSync(join(tmpdir(), 'dateline-bench-'));
    const own = [
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      `--window-size=${WINDOW.width},${WINDOW.height}`,
      '--lang=en-GB',
      '--hide-scrollbars',
      '--no-default-browser-check',
      ...(chromiumSandbox ? [] : ['--no-sandbox']),
    ];
    const child = spawn(executablePath, [...args, ...QUIET, ...own, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      env,
      // A group of its own, so that all of it can be ended even when it hangs.
      detached: true,
    });
    const connection = new Connection(child.stdio[3] as Writable, child.stdio[4] as Readable);
    const failed = new Promise<never>((_, reject) => child.on('error', reject));
    const page = await Promise.race([Page.attach(connection), failed]);
    return new Browser(child, profile, connection, page);
  }

  /** "Chrome/153.0.1234.5". */
  async version(): Promise<string> {
    return (await this.#connection.session().send('Browser.getVersion')).product;
  }

  /** CPU seconds that all its processes have worked so far. */
  async cpuSeconds(): Promise<number> {
    const { processInfo } = await this.#connection.session().send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  }

  /** Asks it to close, ends it when it does not, and takes away its profile. */
  async close(): Promise<void> {
    this.memory.stop();
    const closed = new Promise((resolve) => this.#process.once('exit', resolve));
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#connection
        .session()
        .send('Browser.close')
        .catch(() => undefined);
      const timer = setTimeout(() => this.#kill(), CLOSING_MS);
      await closed;
      clearTimeout(timer);
    }
    this.#connection.end(new Error('the browser was closed'));
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #kill(): void {
    const { pid } = this.#process;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      this.#process.kill('SIGKILL');
    }
  }

  async #processes(): Promise<readonly number[]> {
    const { processInfo } = await this.#connection.session().send('SystemInfo.getProcessInfo');
    return processInfo.map(({ id }) => id);
  }
}
