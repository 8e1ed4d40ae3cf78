/** Letters that decomposition leaves as they are, in the Latin spelling that English texts most often give them. */
const SPELLINGS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ə: 'a',
  ħ: 'h',
  ŋ: 'n',
  ς: 'σ',
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
  і: 'i',
  є: 'ye',
  ґ: 'g',
  ә: 'a',
  ғ: 'g',
  қ: 'k',
  ң: 'n',
  ө: 'o',
  ұ: 'u',
  ү: 'u',
  һ: 'h',
  ҳ: 'kh',
  ҷ: 'j',
  ӣ: 'i',
  ӯ: 'u',
  ј: 'j',
  љ: 'lj',
  њ: 'nj',
  ћ: 'c',
  ђ: 'dj',
  џ: 'dzh',
  ѓ: 'g',
  ќ: 'k',
  ѕ: 'dz',
};

const APOSTROPHES = "'’‘ʼʻʹʾʿ`´′＇";
const HYPHENS = '-‐‑';
const WORD = /[\p{L}\p{N}\p{M}]/u;
/**
 * Accents and vowel points, which people leave out; and joiners, which nobody sees. The vowel signs of Indic and other
 * scripts are letters in all but name and stay.
 */
const MARK =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u2060\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\ufeff]/u;
/** Scripts written without spaces: each character is a word of its own. */
const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** What a character is to a text: part of a word with its folded letters (none for a mark), or one of the joints. */
export type Letter =
  | { readonly kind: 'letter'; readonly text: string }
  | { readonly kind: 'alone'; readonly text: string }
  | { readonly kind: 'mark' | 'apostrophe' | 'hyphen' | 'gap' };

/** Folds one code point: compatibility forms, accents and case are dropped, Cyrillic is written in Latin letters. */
export function letterOf(codePoint: number): Letter {
  const character = String.fromCodePoint(codePoint);
  if (MARK.test(character)) return { kind: 'mark' };
  if (APOSTROPHES.includes(character)) return { kind: 'apostrophe' };
  if (HYPHENS.includes(character)) return { kind: 'hyphen' };
  let text = '';
  let letters = false;
  for (const part of character.normalize('NFKD')) {
    if (MARK.test(part) || !WORD.test(part)) continue;
    letters = true;
    for (const lower of part.toLowerCase()) {
      if (!MARK.test(lower)) text += Object.hasOwn(SPELLINGS, lower) ? SPELLINGS[lower] : lower;
    }
  }
  if (!letters) return { kind: 'gap' };
  if (text === '') return { kind: 'mark' };
  return { kind: ALONE.test(character) ? 'alone' : 'letter', text };
}
