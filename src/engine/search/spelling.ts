const DIGIT = /\d/;
const LATIN = /^[a-z]+$/;

/** In the order in which they apply; each maps the ways in which one sound of a name is written to one of them. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch/g, 'sh'],
  [/tch/g, 'ch'],
  [/dzh|dj|zh/g, 'j'],
  [/ph/g, 'f'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ts|tz/g, 'c'],
  [/x/g, 'ks'],
  [/q|ck/g, 'k'],
  [/c(?=[aoulr]|$)/g, 'k'],
  [/w/g, 'v'],
  [/(?:off|of)$/, 'ov'],
  [/(?:eff|ef)$/, 'ev'],
  [/[yj](?=[aeiou])/g, 'i'],
  [/y/g, 'i'],
  [/i+/g, 'i'],
  [/i(?=[aeou])/g, ''],
  [/enko$/, 'enka'],
  [/au$/, 'av'],
  [/(.)\1+/g, '$1'],
];

/**
 * What is left of a folded word when the choices of transliteration are taken out of it: equal for Lukashenko and
 * Lukashenka, Tokayev and Toqaev, Rahmon and Rakhmon. Words with digits or other letters than a to z give themselves.
 */
export function skeletonOf(word: string): string {
  if (!LATIN.test(word)) return word;
  return SOUNDS.reduce((rest, [sound, written]) => rest.replace(sound, written), word);
}

/** Whether two words that share a skeleton may be taken for one another: below that, too many would. */
export function bearsSkeleton(word: string): boolean {
  return word.length >= 3 && LATIN.test(word);
}

/** British and American: one ending and the other, tried both ways. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['isation', 'ization'],
  ['isations', 'izations'],
  ['ise', 'ize'],
  ['ised', 'ized'],
  ['ising', 'izing'],
  ['ence', 'ense'],
  ['ences', 'enses'],
  ['tre', 'ter'],
  ['tres', 'ters'],
  ['our', 'or'],
  ['ours', 'ors'],
  ['amme', 'am'],
  ['ammes', 'ams'],
];

/**
 * Other forms of a folded word that mean the same: its singular or plural, its British or American spelling. Never the
 * word itself; none for words below four letters or with digits. They need not exist.
 */
export function formsOf(word: string): string[] {
  if (word.length < 4 || DIGIT.test(word) || !LATIN.test(word)) return [];
  const forms = new Set<string>();
  for (const base of [word, ...spellingsOf(word)]) {
    forms.add(base);
    for (const form of numbersOf(base)) forms.add(form);
  }
  forms.delete(word);
  return [...forms];
}

function spellingsOf(word: string): string[] {
  return ENDINGS.flatMap(([one, other]) => [
    ...(word.length > one.length + 1 && word.endsWith(one) ? [word.slice(0, -one.length) + other] : []),
    ...(word.length > other.length + 1 && word.endsWith(other) ? [word.slice(0, -other.length) + one] : []),
  ]);
}

function numbersOf(word: string): string[] {
  const forms: string[] = [];
  if (/[^aeiou]y$/.test(word)) forms.push(`${word.slice(0, -1)}ies`);
  else if (/(?:[sxz]|ch|sh)$/.test(word)) forms.push(`${word}es`);
  else forms.push(`${word}s`);
  if (word.length < 5) return forms;
  if (/ies$/.test(word)) forms.push(`${word.slice(0, -3)}y`);
  else if (/(?:[sxz]|ch|sh)es$/.test(word)) forms.push(word.slice(0, -2), word.slice(0, -1));
  else if (/[^suia]s$/.test(word)) forms.push(word.slice(0, -1));
  return forms;
}

/** Words that hold a sentence together: they narrow a search only when nothing else is in it. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at to for by and or with from into is was were are be been has had have as that this these those
  it its did does do when what who whom which where why how about between during any all there
  i v na po s k ot do iz`.split(/\s+/),
);

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
