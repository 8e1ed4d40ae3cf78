import type { Phrases } from './wording/phrases';
import { ENGLISH } from './wording/phrases-en';

export { ENGLISH, type Phrases };

/** The languages whose phrases are brought when asked for. */
export const BROUGHT = ['de', 'es', 'fr', 'ru'] as const;

/**
 * Phrases for a BCP 47 language tag, brought when first asked for. English, which is always at hand, for a language that is
 * not known here, and where the phrases of another do not come. Never rejects.
 */
export async function phrasesOf(language: string): Promise<Phrases> {
  try {
    switch (language.split(/[-_]/, 1)[0].toLowerCase()) {
      case 'de':
        return (await import('./wording/phrases-de')).GERMAN;
      case 'es':
        return (await import('./wording/phrases-es')).SPANISH;
      case 'fr':
        return (await import('./wording/phrases-fr')).FRENCH;
      case 'ru':
        return (await import('./wording/phrases-ru')).RUSSIAN;
    }
  } catch {
    // Without the network dates in English are better than none.
  }
  return ENGLISH;
}
