import type { createNames, Names } from '../engine/names';
import type { Lifted } from '../engine/search/language/lift';

/** Brings what finds names (and its library) when it is first wanted: the first load does without. */
export class Naming {
  #create = $state.raw<typeof createNames | null>(null);
  #coming: Promise<void> | null = null;

  /** Null until it has come. */
  get create(): typeof createNames | null {
    return this.#create;
  }

  /** Resolves when names can be found; a failed load is tried again the next time. */
  want(): Promise<void> {
    this.#coming ??= import('../engine/names').then(
      ({ createNames }) => {
        this.#create = createNames;
      },
      () => {
        this.#coming = null;
      },
    );
    return this.#coming;
  }

  /** The terms of a text that name facet values; null without `names`. */
  async lift(text: string, names: Names | null): Promise<Lifted | null> {
    if (names === null || !text.includes(':')) return null;
    const { liftFacets } = await import('../engine/search/language/lift');
    return liftFacets(text, names.table);
  }
}
