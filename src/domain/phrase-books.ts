import type { Phrases } from './wording/phrases';
import { ENGLISH } from './wording/phrases-en';

export { ENGLISH, type Phrases };

/**
 * Phrases for a BCP 47 language tag; those of all languages but English are brought together when first asked for. English
 * for a language that is not known here, and where the phrases of another do not come. Never rejects.
 */
export async function phrasesOf(language: string): Promise<Phrases> {
  const [primary] = language.toLowerCase().split(/[-_]/, 1);
  if (primary === ENGLISH.locale) return ENGLISH;
  try {
    const { PHRASES } = await import('./wording/further-phrases');
    return PHRASES.find(({ locale }) => locale === primary) ?? ENGLISH;
  } catch {
    // Without the network dates in English are better than none.
    return ENGLISH;
  }
}
