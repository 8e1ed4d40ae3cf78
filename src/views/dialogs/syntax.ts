import { SEARCH_FIELDS, type SearchField } from '../../engine/search/language/search-fields';

interface Syntax {
  readonly examples: readonly string[];
  readonly means: string;
}

/** What search understands, as Help shows it. */
export const SYNTAX: readonly Syntax[] = [
  { examples: ['peacekeping kazakstan'], means: 'both words, typing errors forgiven' },
  { examples: ['"security council"'], means: 'the exact phrase' },
  { examples: ['-exercise'], means: 'events without the word' },
  { examples: ['(tajikistan OR kyrgyzstan) border'], means: 'either; brackets group' },
  { examples: examplesOf('value'), means: 'one value, by any of its names; a comma means or' },
  { examples: examplesOf('words'), means: 'words in the title, or in the sources' },
  { examples: examplesOf('time'), means: 'time, with a year, a month or a day' },
];

function examplesOf(kind: SearchField['kind']): readonly string[] {
  return Object.values(SEARCH_FIELDS)
    .filter((field) => field.kind === kind)
    .map(({ example }) => example);
}
