import { flushSync } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Preferences, type Surroundings } from '../../src/state/preferences.svelte';

/** A browser that keeps one map and answers media queries as told. */
function surroundings(kept = new Map<string, string>()) {
  const queries = new Map<string, EventTarget & { matches: boolean }>();
  const queryOf = (query: string) => {
    const found = queries.get(query) ?? Object.assign(new EventTarget(), { matches: false });
    queries.set(query, found);
    return found;
  };
  const around: Surroundings = {
    storage: () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }),
    matchMedia: queryOf,
    now: () => Date.now(),
  };
  const answer = (query: string, matches: boolean) => {
    queryOf(query).matches = matches;
    queryOf(query).dispatchEvent(new Event('change'));
    flushSync();
  };
  return { around, answer };
}

/** What `read` gave each time it ran, while an effect watched it. */
function watch<T>(read: () => T) {
  const seen: T[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(read());
    });
  });
  flushSync();
  return { seen, stop };
}

const refuse = (): never => {
  throw new Error('SecurityError');
};

describe('mappings', () => {
  const mapping = { roles: ['title'], separators: [''], joiner: ' ', dayOrder: null } as const;

  it('are kept for the next visit, and seen by another page', () => {
    const kept = new Map<string, string>();
    const [one, other] = [new Preferences(surroundings(kept).around), new Preferences(surroundings(kept).around)];
    one.rememberMapping('a', mapping);
    other.rememberMapping('b', { ...mapping, joiner: ', ' });
    expect(Object.fromEntries(one.mappings)).toEqual({ a: mapping, b: { ...mapping, joiner: ', ' } });
    expect([...new Preferences(surroundings(kept).around).mappings.keys()]).toEqual(['a', 'b']);
  });

  it('are kept for this visit where storage refuses', () => {
    const { around } = surroundings();
    const preferences = new Preferences({ ...around, storage: refuse });
    preferences.rememberMapping('a', mapping);
    expect([...preferences.mappings.keys()]).toEqual(['a']);
  });

  it('are none where what is stored is broken', () => {
    const kept = new Map([['dateline:mappings', '{"a":']]);
    expect(new Preferences(surroundings(kept).around).mappings.size).toBe(0);
  });
});

afterEach(() => vi.useRealTimers());

describe('Preferences', () => {
  it('keep the theme for the next visit', () => {
    const kept = new Map<string, string>();
    const first = new Preferences(surroundings(kept).around);
    expect(first.theme).toBe('system');
    first.theme = 'dark';
    expect(new Preferences(surroundings(kept).around).theme).toBe('dark');
  });

  it('take no word for a theme that is none', () => {
    const kept = new Map([['dateline:theme', 'mauve']]);
    expect(new Preferences(surroundings(kept).around).theme).toBe('system');
  });

  it('live where the browser refuses storage, wholly or only writing', () => {
    const { around } = surroundings();
    for (const storage of [refuse, () => ({ getItem: () => 'light', setItem: refuse })]) {
      const preferences = new Preferences({ ...around, storage });
      preferences.theme = 'dark';
      expect(preferences.theme).toBe('dark');
    }
  });

  it('tell the scheme anew when the theme or the system changes', () => {
    const { around, answer } = surroundings();
    const preferences = new Preferences(around);
    const { seen, stop } = watch(() => preferences.scheme);
    answer('(prefers-color-scheme: dark)', true);
    answer('(prefers-contrast: more)', true);
    preferences.theme = 'light';
    flushSync();
    answer('(forced-colors: active)', true);
    stop();
    answer('(forced-colors: active)', false);
    expect(seen).toEqual(['light', 'dark', 'dark more contrast', 'light more contrast', 'light more contrast forced']);
  });

  it('tell when motion is unwanted', () => {
    const { around, answer } = surroundings();
    const preferences = new Preferences(around);
    const { seen, stop } = watch(() => preferences.calm);
    answer('(prefers-reduced-motion: reduce)', true);
    stop();
    expect(seen).toEqual([false, true]);
  });

  it('let now grow once a minute while it is watched', async () => {
    vi.useFakeTimers({ now: 1000 });
    const preferences = new Preferences(surroundings().around);
    const { seen, stop } = watch(() => preferences.now);
    vi.advanceTimersByTime(60_000);
    flushSync();
    stop();
    await Promise.resolve();
    expect(vi.getTimerCount()).toBe(0);
    expect(seen).toEqual([1000, 61_000]);
  });

  it('read what the browser of the page says', () => {
    const preferences = new Preferences();
    expect([preferences.theme, preferences.scheme, preferences.calm]).toEqual(['system', 'light', false]);
  });
});
