import type { Phrases } from './phrases';
import { GERMAN } from './phrases-de';
import { SPANISH } from './phrases-es';
import { FRENCH } from './phrases-fr';
import { RUSSIAN } from './phrases-ru';

/** Of the languages that the first load does without. */
export const PHRASES: readonly Phrases[] = [GERMAN, SPANISH, FRENCH, RUSSIAN];
