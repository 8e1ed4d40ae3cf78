import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from 'playwright-core';

/** A target of the browser: it, a page, or a worker. Typed as Playwright types the same protocol. */
export interface Session {
  readonly send: CDPSession['send'];
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  readonly fulfil: (result: never) => void;
  readonly reject: (error: Error) => void;
}

type Listener = (params: never) => void;

/**
 * The DevTools protocol over a pipe. Spoken directly, and not through a library that puts scripts of its own into the
 * page and listens to all it does: nothing runs there but the page and what is measured.
 */
export class Connection {
  readonly #out: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #lastId = 0;
  #ended: Error | null = null;

  constructor(out: Writable, input: Readable) {
    this.#out = out;
    let pieces: string[] = [];
    input.setEncoding('utf8').on('data', (text: string) => {
      const parts = text.split('\0');
      for (const part of parts.slice(0, -1)) {
        pieces.push(part);
        this.#receive(JSON.parse(pieces.join('')) as Message);
        pieces = [];
      }
      pieces.push(parts[parts.length - 1]);
    });
    input.on('close', () => this.end(new Error('the browser has ended')));
    out.on('error', () => this.end(new Error('the browser has ended')));
  }

  /** The browser's own session, or that of an attached target. */
  session(sessionId?: string): Session {
    const send = (method: string, params: object = {}): Promise<never> => {
      if (this.#ended !== null) return Promise.reject(this.#ended);
      const id = ++this.#lastId;
      return new Promise((fulfil, reject) => {
        this.#waiting.set(id, { method, fulfil, reject });
        this.#out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
      });
    };
    return { send };
  }

  /** Returns what ends the listening. */
  on(method: string, listener: (params: never) => void): () => void {
    const listeners = this.#listeners.get(method) ?? new Set();
    this.#listeners.set(method, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Whatever waits, and all that follows, rejects with `error`. */
  end(error: Error): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }

  #receive({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      for (const listener of this.#listeners.get(method) ?? []) listener(params as never);
      return;
    }
    const waiting = this.#waiting.get(id ?? -1);
    this.#waiting.delete(id ?? -1);
    if (error) waiting?.reject(new Error(`${waiting.method}: ${error.message}`));
    else waiting?.fulfil(result as never);
  }
}
