import { createSubscriber } from 'svelte/reactivity';

const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What preferences need of a browser. */
export interface Surroundings {
  /** Throws where a browser refuses storage. */
  storage(): Pick<Storage, 'getItem' | 'setItem'>;
  matchMedia(query: string): Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>;
  /** ms since 1970. */
  now(): number;
}

const KEY = 'dateline:theme';
const MINUTE_MS = 60_000;

/** How one user wants the page to look and to move. Nothing here touches the page. */
export class Preferences {
  readonly #surroundings: Surroundings;
  #theme = $state.raw<Theme>('system');
  readonly #dark: () => boolean;
  readonly #contrast: () => boolean;
  readonly #forced: () => boolean;
  readonly #calm: () => boolean;
  readonly #tick: () => void;

  constructor(surroundings: Surroundings = browserSurroundings(window)) {
    this.#surroundings = surroundings;
    this.#theme = remembered(surroundings);
    const media = (query: string): (() => boolean) => watched(surroundings.matchMedia(query));
    this.#dark = media('(prefers-color-scheme: dark)');
    this.#contrast = media('(prefers-contrast: more)');
    this.#forced = media('(forced-colors: active)');
    this.#calm = media('(prefers-reduced-motion: reduce)');
    this.#tick = createSubscriber((update) => {
      const timer = setInterval(update, MINUTE_MS);
      return () => clearInterval(timer);
    });
  }

  get theme(): Theme {
    return this.#theme;
  }
  /** Kept for the next visit where the browser allows it, else for this one. */
  set theme(theme: Theme) {
    this.#theme = theme;
    try {
      this.#surroundings.storage().setItem(KEY, theme);
    } catch {
      // Storage is refused or full: the choice holds until the page is closed.
    }
  }

  /** All that colours depend on, as a word that changes when they do: `dark`, `light more contrast`. */
  get scheme(): string {
    const dark = this.#theme === 'system' ? this.#dark() : this.#theme === 'dark';
    return `${dark ? 'dark' : 'light'}${this.#contrast() ? ' more contrast' : ''}${this.#forced() ? ' forced' : ''}`;
  }

  /** Whether things should not move by themselves. */
  get calm(): boolean {
    return this.#calm();
  }

  /** Now, an instant; grows once a minute while an effect reads it. */
  get now(): number {
    this.#tick();
    return this.#surroundings.now();
  }
}

function remembered(surroundings: Surroundings): Theme {
  try {
    const kept = surroundings.storage().getItem(KEY);
    return THEMES.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

function watched(query: ReturnType<Surroundings['matchMedia']>): () => boolean {
  const subscribe = createSubscriber((update) => {
    query.addEventListener('change', update);
    return () => query.removeEventListener('change', update);
  });
  return () => {
    subscribe();
    return query.matches;
  };
}

function browserSurroundings(window: Window): Surroundings {
  return {
    storage: () => window.localStorage,
    matchMedia: (query) => window.matchMedia(query),
    now: () => Date.now(),
  };
}
