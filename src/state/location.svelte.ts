import { browserAddress, type Address } from './address';
import { decode, encode } from './link';
import type { Step, View } from './view';

/** What a location needs of an explorer. */
export interface Located {
  restore(view: View, notes: readonly string[]): void;
  follow(listener: (view: View, step: Step) => void): void;
}

/** Safari refuses more than 100 changes in 30 s: this allows 75 replaced ones and leaves room for pushed ones. */
const REPLACE_EVERY_MS = 400;
const RETRY_AFTER_MS = 2000;
const MAX_RETRIES = 5;

interface Pending {
  readonly fragment: string;
  readonly step: Step;
}

/**
 * Binds an explorer to the address: what the address says is restored, at once and whenever it changes; what the explorer
 * does is written. Replaced fragments are written at most once in REPLACE_EVERY_MS, the last one always, at the latest
 * when the page is left. Of two on one page only the first is bound; the other stays still.
 */
export class Location {
  readonly #explorer: Located;
  readonly #address: Address;
  readonly #releases: (() => void)[] = [];
  #fragment = '';
  #pending: Pending | null = null;
  #cancel: () => void = () => undefined;
  #writtenAt = -Infinity;
  #refusals = 0;
  #restoring = false;

  constructor(explorer: Located, address: Address = browserAddress(window)) {
    this.#explorer = explorer;
    this.#address = address;
    const giveBack = address.claim();
    if (giveBack === null) return;
    this.#releases.push(
      giveBack,
      address.onArrival(() => {
        if (address.fragment !== this.#fragment) this.#restore();
      }),
      address.onLeaving(() => this.#flush()),
    );
    explorer.follow((view, step) => this.#follow(view, step));
    this.#restore();
  }

  /** Whether this one is bound to the address. */
  get bound(): boolean {
    return this.#releases.length > 0;
  }

  /** Writes what is pending and lets go of the address. */
  release(): void {
    if (!this.bound) return;
    this.#flush();
    this.#cancel();
    this.#explorer.follow(() => undefined);
    for (const release of this.#releases.splice(0)) release();
  }

  #restore(): void {
    this.#cancel();
    this.#pending = null;
    this.#fragment = this.#address.fragment;
    const { view, notes } = decode(this.#fragment);
    this.#restoring = true;
    try {
      this.#explorer.restore(view, notes);
    } finally {
      this.#restoring = false;
    }
  }

  #follow(view: View, step: Pending['step']): void {
    if (this.#restoring) return;
    const fragment = encode(view);
    if (step === 'push') this.#flush();
    const waiting = this.#pending;
    this.#pending = { fragment, step: waiting?.step === 'push' ? 'push' : step };
    const waitMs = this.#writtenAt + this.#restMs - this.#address.now();
    if (waitMs <= 0) this.#flush();
    else this.#flushAfter(waitMs);
  }

  /** How long after the last write the pending one may come. */
  get #restMs(): number {
    if (this.#refusals > 0) return RETRY_AFTER_MS;
    return this.#pending?.step === 'push' ? 0 : REPLACE_EVERY_MS;
  }

  #flushAfter(delayMs: number): void {
    this.#cancel();
    this.#cancel = this.#address.after(delayMs, () => this.#flush());
  }

  #flush(): void {
    this.#cancel();
    const pending = this.#pending;
    if (pending === null) return;
    if (pending.fragment !== this.#fragment && !this.#write(pending)) return;
    this.#pending = null;
  }

  #write({ fragment, step }: Pending): boolean {
    this.#writtenAt = this.#address.now();
    if (this.#isTaken(fragment, step)) {
      this.#fragment = fragment;
      this.#refusals = 0;
      return true;
    }
    this.#refusals += 1;
    if (this.#refusals < MAX_RETRIES) this.#flushAfter(RETRY_AFTER_MS);
    return false;
  }

  #isTaken(fragment: string, step: Pending['step']): boolean {
    try {
      if (step === 'push') this.#address.push(fragment);
      else this.#address.replace(fragment);
    } catch {
      // Too many changes (Safari, Firefox), or a page that may change nothing: the view stands, its address lags behind.
      return false;
    }
    // Chromium ignores what is too much without a word.
    return this.#address.fragment === fragment;
  }
}
