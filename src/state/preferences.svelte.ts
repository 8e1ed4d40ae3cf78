import { createSubscriber } from 'svelte/reactivity';
import type { Mapping } from '../engine/mapping/mapping';
import { readMappings, withMapping, writeMappings, type Mappings } from './mappings';

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
const MAPPINGS = 'dateline:mappings';
const MINUTE_MS = 60_000;

/** How one user wants the page to look and to move. Nothing here touches the page. */
export class Preferences {
  readonly #surroundings: Surroundings;
  #theme = $state.raw<Theme>('system');
  /** Those of this visit: storage may refuse them. */
  #mappings: Mappings = new Map();
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

  /** How tables were read, by the key of their header; another page may have added some. */
  get mappings(): Mappings {
    try {
      const kept = readMappings(this.#surroundings.storage().getItem(MAPPINGS));
      return new Map([...kept, ...this.#mappings]);
    } catch {
      return this.#mappings;
    }
  }
  /** Keeps how tables of that header are read: the newest few, as long as the browser allows it. */
  rememberMapping(key: string, mapping: Mapping): void {
    const all = withMapping(this.mappings, key, mapping);
    this.#mappings = withMapping(this.#mappings, key, mapping);
    try {
      this.#surroundings.storage().setItem(MAPPINGS, writeMappings(all));
    } catch {
      // Storage is refused or full: it is asked for again at the next visit.
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
