import type EventDetail from './EventDetail.svelte';

/** Brings the part of the page that shows an opened event when it is first wanted: the first load does without. */
export class Bringing {
  #part = $state.raw<typeof EventDetail | null>(null);
  #failed = $state.raw(false);
  #coming: Promise<void> | null = null;

  /** Null until it has come. */
  get part(): typeof EventDetail | null {
    return this.#part;
  }
  /** Whether it did not come the last time. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Resolves when it has come, or has failed to; the next time it is tried again. */
  want(): Promise<void> {
    this.#coming ??= import('./EventDetail.svelte').then(
      ({ default: part }) => {
        this.#part = part;
        this.#failed = false;
      },
      () => {
        this.#coming = null;
        this.#failed = true;
      },
    );
    return this.#coming;
  }
}
