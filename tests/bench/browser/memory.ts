import { readFileSync } from 'node:fs';

const EVERY_MS = 50;
/** Processes come and go: asked for anew so often. */
const PROCESSES_EVERY_MS = 1000;

/** Follows what the processes of a browser hold in memory. Only where the system has /proc: elsewhere nothing is told. */
export class MemoryWatch {
  readonly #processes: () => Promise<readonly number[]>;
  #timers: NodeJS.Timeout[] = [];
  #ids: readonly number[] = [];
  #peak = 0;

  constructor(processes: () => Promise<readonly number[]>) {
    this.#processes = processes;
  }

  async start(): Promise<void> {
    this.stop();
    this.#peak = 0;
    const ask = () =>
      this.#processes().then(
        (ids) => void (this.#ids = ids),
        () => undefined,
      );
    await ask();
    const look = () => void (this.#peak = Math.max(this.#peak, heldBy(this.#ids)));
    look();
    this.#timers = [setInterval(look, EVERY_MS), setInterval(() => void ask(), PROCESSES_EVERY_MS)];
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
  }

  /** The most that was held since `start`, in bytes; null where it cannot be known. */
  get peak(): number | null {
    return this.#peak > 0 ? this.#peak : null;
  }
}

/** Memory of its own that each process holds, without the program's files; what they share is counted once. */
function heldBy(ids: readonly number[]): number {
  let own = 0;
  let shared = 0;
  for (const id of ids) {
    try {
      const status = readFileSync(`/proc/${id}/status`, 'utf8');
      own += kilobytes(status, 'RssAnon');
      shared = Math.max(shared, kilobytes(status, 'RssShmem'));
    } catch {
      // It has ended, or this system tells nothing.
    }
  }
  return (own + shared) * 1024;
}

function kilobytes(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
}
