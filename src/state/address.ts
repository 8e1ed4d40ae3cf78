import { withFragment } from './link-text';

/** The address bar and its history, and the clock: all that a location needs of a browser. */
export interface Address {
  /** What stands behind `#` now, as the browser writes it. */
  readonly fragment: string;
  /** Each may throw: browsers limit how often, sandboxed pages allow none. */
  push(fragment: string): void;
  replace(fragment: string): void;
  /** Hears of every fragment that comes by Back, Forward, a click or a hand; returns how to stop. */
  onArrival(hear: () => void): () => void;
  /** Hears that the page is being left; returns how to stop. */
  onLeaving(hear: () => void): () => void;
  /** Takes the address for one owner and returns how to give it back; null when it is taken. */
  claim(): (() => void) | null;
  /** ms, ever growing. */
  now(): number;
  /** Runs once, later; returns how not to. */
  after(delayMs: number, run: () => void): () => void;
}

const CLAIM = 'dateline:address';

/** The address of a browser window. A claim holds for all code on the page: whoever holds it answers to an event. */
export function browserAddress(window: Window): Address {
  const { history, location } = window;
  const urlOf = (fragment: string): string => withFragment(location.href, fragment);
  const on = (names: readonly string[], hear: (event: Event) => void): (() => void) => {
    for (const name of names) window.addEventListener(name, hear);
    return () => {
      for (const name of names) window.removeEventListener(name, hear);
    };
  };
  return {
    get fragment() {
      return location.hash.slice(1);
    },
    push: (fragment) => history.pushState(null, '', urlOf(fragment)),
    replace: (fragment) => history.replaceState(history.state, '', urlOf(fragment)),
    onArrival: (hear) => on(['popstate', 'hashchange'], hear),
    onLeaving: (hear) => on(['pagehide'], hear),
    claim: () => {
      const isFree = window.dispatchEvent(new CustomEvent(CLAIM, { cancelable: true }));
      return isFree ? on([CLAIM], (event) => event.preventDefault()) : null;
    },
    now: () => performance.now(),
    after: (delayMs, run) => {
      const timer = window.setTimeout(run, delayMs);
      return () => window.clearTimeout(timer);
    },
  };
}
