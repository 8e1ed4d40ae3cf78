import { describe, expect, it } from 'vitest';
import { Scanner } from '../../../src/engine/search/text/scanner';
import { foldText, tokensOf, wordsOf } from '../../../src/engine/search/text/tokens';

/** Each word with what it was read from. */
function read(text: string): string[] {
  return tokensOf(text).map((token) => `${token.text}${token.whole ? '*' : ''}=${text.slice(token.from, token.to)}`);
}

describe('folding', () => {
  it('drops case and accents, composed or not, and keeps a trailing accent inside the word', () => {
    expect(read('Été e\u0301te\u0301.')).toEqual(['ete=Été', 'ete=e\u0301te\u0301']);
  });

  it('writes ß as ss, and both Turkish letters as i', () => {
    expect(read('Straße STRASSE İstanbul Ilgın')).toEqual([
      'strasse=Straße',
      'strasse=STRASSE',
      'istanbul=İstanbul',
      'ilgin=Ilgın',
    ]);
  });

  it('writes Russian, Ukrainian, Belarusian, Kazakh and Kyrgyz in Latin letters', () => {
    expect(foldText('Щукин Київ Зеленський Лукашэнка Станіслаў Қасым-Жомарт Тоқаев Жээнбеков Өзбекстан')).toBe(
      'shchukin kiiv zelenskii lukashenka stanislau kasym zhomart tokaev zheenbekov ozbekstan',
    );
  });

  it('reads й written as one letter or as two alike', () => {
    expect(foldText('Сергей')).toBe(foldText('Серге\u0438\u0306'));
  });

  it('opens compatibility forms: full width, ligatures, Roman numerals', () => {
    expect(foldText('ＵＮ ﬁnal Ⅳ ２０２２')).toBe('un final iv 2022');
  });

  it('keeps the vowel signs of scripts that have them as letters', () => {
    expect(new Set(wordsOf('कल काल कुल')).size).toBe(3);
  });

  it('passes over emoji, alone or joined, without losing its place', () => {
    expect(read('👩‍🚀 Minsk 🇰🇿Astana')).toEqual(['minsk=Minsk', 'astana=Astana']);
  });

  it('is the same for a text folded twice', () => {
    const once = foldText('Тасмағамбетов meets O’Brien in Nur-Sultan, 7,000 of U.S.');
    expect(foldText(once)).toBe(once);
  });
});

describe('words', () => {
  it('leaves off a possessive and joins other apostrophes', () => {
    expect(read("Armenia's O'Brien O‘zbekiston D'yachenko states'")).toEqual([
      'armenia=Armenia',
      "obrien=O'Brien",
      'ozbekiston=O‘zbekiston',
      "dyachenko=D'yachenko",
      'states=states',
    ]);
  });

  it('parts an elided article from its noun', () => {
    expect(wordsOf("l'Arménie d'Ivoire qu'il")).toEqual(['l', 'armenie', 'd', 'ivoire', 'qu', 'il']);
  });

  it('gives a hyphenated word as its parts and once more whole', () => {
    expect(read('anti-drug, Rubezh-2021')).toEqual([
      'anti=anti',
      'drug=drug',
      'antidrug*=anti-drug',
      'rubezh=Rubezh',
      '2021=2021',
      'rubezh2021*=Rubezh-2021',
    ]);
  });

  it('gives no whole for figures alone or for a long chain', () => {
    expect(read('2006-2010 a-b-c-d-e').some((word) => word.includes('*'))).toBe(false);
  });

  it('joins thousands and initials', () => {
    expect(wordsOf('7,000 troops; 1,50; the U.S. and the U.N.')).toEqual([
      '7000',
      'troops',
      '1',
      '50',
      'the',
      'us',
      'and',
      'the',
      'un',
    ]);
  });

  it('takes each character of a script without spaces as a word', () => {
    expect(read('安全が か\u3099')).toEqual(['安=安', '全=全', 'か=\u304c', 'か=か\u3099']);
  });

  it('knows an endless word by its beginning but spans all of it', () => {
    const [token] = tokensOf('x'.repeat(5000));
    expect(token.text.length).toBe(48);
    expect(token.to).toBe(5000);
  });

  it('finds no word in nothing, in marks and in lone halves of characters', () => {
    for (const text of ['', ' - ’ — ', '\u0301\u0301', '\ud83d', '\udc00 \ud800']) expect(tokensOf(text)).toEqual([]);
  });
});

describe('Scanner', () => {
  it('gives for each folded letter where in the text it ends', () => {
    const scanner = new Scanner();
    scanner.scan('Щe\u0301');
    expect(scanner.word(0)).toBe('shche');
    expect([...scanner.unitEnds.subarray(0, 5)]).toEqual([1, 1, 1, 1, 3]);
  });

  it('has room for texts of any length', () => {
    const scanner = new Scanner();
    expect(scanner.scan('word '.repeat(50_000))).toBe(50_000);
    expect(scanner.word(49_999)).toBe('word');
  });
});
