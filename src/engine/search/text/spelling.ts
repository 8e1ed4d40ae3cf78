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
  [/c(?=[aoulrt]|$)/g, 'k'],
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

/** Words that hold a sentence together: they narrow a search only when nothing else is in it. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the of in on at to for by and or with from into is was were are be been has had have as that this these those
  it its did does do when what who whom which where why how about between during any all there
  i v na po s k ot do iz`.split(/\s+/),
);

export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word);
}
