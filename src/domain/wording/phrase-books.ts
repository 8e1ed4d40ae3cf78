import type { Phrases } from './phrases';
import { GERMAN } from './phrases-de';
import { ENGLISH } from './phrases-en';
import { SPANISH } from './phrases-es';
import { FRENCH } from './phrases-fr';
import { RUSSIAN } from './phrases-ru';

/** Phrases for a BCP 47 language tag; English for a language that is not known here. Never throws. */
export function phrasesOf(language: string): Phrases {
  switch (language.split(/[-_]/, 1)[0].toLowerCase()) {
    case 'de':
      return GERMAN;
    case 'es':
      return SPANISH;
    case 'fr':
      return FRENCH;
    case 'ru':
      return RUSSIAN;
    default:
      return ENGLISH;
  }
}
