import { SEARCH_FIELDS } from '../../engine/search/search-fields';

interface Example {
  readonly write: string;
  readonly means: string;
}

const MEANINGS = {
  value: 'by a value, by any of its names; a comma means or',
  words: 'words in one place',
  time: 'by time',
} as const;

/** What search understands, as Help shows it. */
export const SYNTAX: readonly Example[] = [
  { write: 'peacekeping kazakstan', means: 'both words, typing errors forgiven' },
  { write: '"security council"', means: 'the exact phrase' },
  { write: '-exercise', means: 'events without the word' },
  { write: '(tajikistan OR kyrgyzstan) border', means: 'either; brackets group' },
  ...Object.values(SEARCH_FIELDS).map(({ kind, example }) => ({ write: example, means: MEANINGS[kind] })),
];
