/** What a word of a date is; numbers and marks aside. */
export type WordKind =
  | 'month'
  | 'weekday'
  | 'season'
  | 'quarter'
  | 'half'
  | 'third'
  | 'century'
  | 'millennium'
  | 'decade'
  /** Beginning, middle or end of what follows: 0, 1 or 2. */
  | 'part'
  | 'circa'
  | 'uncertain'
  | 'before'
  | 'after'
  /** Also the first word of a span: "from". */
  | 'since'
  | 'by'
  /** Also between the dates of a span. */
  | 'until'
  | 'between'
  | 'and'
  /** It goes on: "present". */
  | 'open'
  | 'bc'
  | 'ad'
  | 'ordinal'
  /** Says nothing. */
  | 'noise';

export interface Word {
  readonly kind: WordKind;
  /** Of a month 1-12, a season 21-24, a part 0-2, an ordinal as it is; 0 for others. */
  readonly value: number;
}

/** The words of one language: for months, seasons and so on the forms of each in their order, parted by `|`. */
export type WordList = Readonly<Partial<Record<WordKind, string>>>;

const FIRST: Readonly<Partial<Record<WordKind, number>>> = { month: 1, season: 21, part: 0, ordinal: 1 };

/** The words of all lists by their text; of a word in two lists the first one counts. Marks on letters may be left away. */
export function lexiconOf(lists: readonly WordList[]): ReadonlyMap<string, Word> {
  const lexicon = new Map<string, Word>();
  for (const list of lists) {
    for (const kind of KINDS) {
      for (const [index, forms] of (list[kind] ?? '').split('|').entries()) {
        const first = FIRST[kind];
        const word: Word = { kind, value: first === undefined ? 0 : first + index };
        for (const form of forms.trim().split(/\s+/)) for (const text of spellings(form)) enter(lexicon, text, word);
      }
    }
  }
  return lexicon;
}

const KINDS: readonly WordKind[] = [
  'month',
  'weekday',
  'season',
  'quarter',
  'half',
  'third',
  'century',
  'millennium',
  'decade',
  'part',
  'circa',
  'uncertain',
  'before',
  'after',
  'since',
  'by',
  'until',
  'between',
  'and',
  'open',
  'bc',
  'ad',
  'ordinal',
  'noise',
];

function enter(lexicon: Map<string, Word>, text: string, word: Word): void {
  if (text !== '' && !lexicon.has(text)) lexicon.set(text, word);
}

function spellings(form: string): readonly string[] {
  const bare = form
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC');
  const yo = form.replaceAll('ё', 'е');
  return [form, bare, yo, form.replace(/ä/g, 'ae').replace(/ö/g, 'oe').replace(/ü/g, 'ue')];
}
