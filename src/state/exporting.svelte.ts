import { messageOf } from '../domain/message-of';
import type { Writing } from '../engine/exporting/selection';

/** How an export stands. */
export type ExportPhase =
  | { readonly kind: 'idle' | 'cancelled' }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly file: Blob; readonly total: number; readonly notes: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string };

/** The file to be written. */
export interface Order {
  /** Begins it. What it is given returns a promise to wait for when the page should have its turn, else null. */
  readonly write: (rest: () => Promise<void> | null) => Writing;
  readonly type: string;
  /** How many events it will have. */
  readonly total: number;
}

/** The little of the platform that decides when to pause. */
export interface Pace {
  now(): number;
  /** Resolves in the page's next turn. */
  turn(): Promise<void>;
}

/** A stretch of work that nobody feels. */
const SLICE_MS = 8;

/** One export at a time, in slices between which the page has its turns; a newer one ends the one under way. */
export class Exporting {
  #phase = $state.raw<ExportPhase>({ kind: 'idle' });
  #under: AbortController | null = null;
  readonly #pace: Pace;

  constructor(pace: Pace = PACE) {
    this.#pace = pace;
  }

  get phase(): ExportPhase {
    return this.#phase;
  }

  /** Writes a file; resolves with it, or null when it failed or was cancelled. Never rejects. */
  async begin({ write, type, total }: Order): Promise<Blob | null> {
    this.#under?.abort();
    const mine = new AbortController();
    this.#under = mine;
    this.#phase = { kind: 'writing', done: 0, total };
    let phase: ExportPhase;
    try {
      phase = await this.#write(write, type, total, mine.signal);
    } catch (fault) {
      phase = { kind: 'failed', message: messageOf(fault) };
    }
    if (this.#under !== mine) return null;
    this.#under = null;
    this.#phase = phase;
    return phase.kind === 'done' ? phase.file : null;
  }

  /** Ends the export under way at once. */
  cancel(): void {
    if (this.#under === null) return;
    this.#under.abort();
    this.#under = null;
    this.#phase = { kind: 'cancelled' };
  }

  async #write(write: Order['write'], type: string, total: number, signal: AbortSignal): Promise<ExportPhase> {
    const file = new Parts();
    let until = this.#pace.now() + SLICE_MS;
    let done = 0;
    const pause = async (): Promise<void> => {
      if (!signal.aborted) this.#phase = { kind: 'writing', done: Math.floor(done), total };
      await this.#pace.turn();
      until = this.#pace.now() + SLICE_MS;
    };
    const isOver = (): boolean => this.#pace.now() >= until;
    const writing = write(() => (isOver() ? pause() : null));
    for (;;) {
      const next = writing.next();
      const step = next instanceof Promise ? await next : next;
      if (step.done === true) return { kind: 'done', file: file.whole(type), total, notes: step.value };
      file.add(step.value.data);
      done = step.value.done;
      if (isOver()) await pause();
      if (signal.aborted) {
        await writing.return([]);
        return { kind: 'cancelled' };
      }
    }
  }
}

/** Characters, or bytes, that wait to become part of the file. */
const BATCH = 1_000_000;

/** A file in parts: what is written is with the browser, which may keep it on disk. */
class Parts {
  readonly #parts: Blob[] = [];
  #waiting: (string | Uint8Array<ArrayBuffer>)[] = [];
  #size = 0;

  add(data: string | Uint8Array<ArrayBuffer>): void {
    if (data.length === 0) return;
    this.#waiting.push(data);
    this.#size += data.length;
    if (this.#size < BATCH) return;
    this.#parts.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#size = 0;
  }

  whole(type: string): Blob {
    return new Blob([...this.#parts, ...this.#waiting], { type });
  }
}

const PACE: Pace = {
  now: () => performance.now(),
  // Unlike those of a timer, the turns of a channel come as fast in a page that nobody looks at.
  turn: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
};
