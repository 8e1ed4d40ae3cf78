import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Needles } from '../../../src/engine/search/answer';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { highlight } from '../../../src/engine/search/highlight';
import { search } from '../../../src/engine/search/search';
import { csto } from '../../fixtures/search-input';

function needles(
  words: readonly string[],
  prefixes: readonly string[] = [],
  phrases: Needles['phrases'] = [],
): Needles {
  return { words: words.toSorted(), prefixes, phrases };
}

const marked = (text: string, sought: Needles): string[] =>
  highlight(text, sought).map(({ from, to }) => text.slice(from, to));

describe('highlight', () => {
  it('marks whole words as they are written, whatever their case, accents and script', () => {
    expect(marked('ZAS met Zás, Зась and zas-', needles(['zas']))).toEqual(['ZAS', 'Zás', 'Зась', 'zas']);
    expect(marked('Straße, STRASSE', needles(['strasse']))).toEqual(['Straße', 'STRASSE']);
    expect(marked('İstanbul', needles(['istanbul']))).toEqual(['İstanbul']);
  });

  it('keeps accents that follow a letter inside the mark', () => {
    expect(marked('re\u0301sume\u0301s and Андрей', needles(['resumes', 'andrei']))).toEqual([
      're\u0301sume\u0301s',
      'Андрей',
    ]);
    expect(marked('cafe\u0301 x', needles([], ['caf', 'cafe']))).toEqual(['cafe\u0301']);
  });

  it('marks a beginning as far as it was typed', () => {
    expect(marked('Tasmagambetov met Tas', needles([], ['tas']))).toEqual(['Tas', 'Tas']);
    expect(marked('Тасмагамбетов', needles([], ['tasma']))).toEqual(['Тасма']);
  });

  it('marks a letter whole when it folds to several and only the first was typed', () => {
    expect(marked('Щукин, Straße', needles([], ['s', 'stras']))).toEqual(['Щ', 'Straß']);
    expect(marked('Жапаров', needles([], ['z']))).toEqual(['Ж']);
  });

  it('prefers the whole word to its beginning', () => {
    expect(marked('zasya zas', needles(['zasya'], ['zas']))).toEqual(['zasya', 'zas']);
  });

  it('marks a phrase from end to end, and its words nowhere else', () => {
    const sought = needles([], [], [{ words: ['joint', 'staff'], begun: false }]);
    expect(marked('The Joint-Staff and staff of the joint staff, joint staffs', sought)).toEqual([
      'Joint-Staff',
      'joint staff',
    ]);
    const begun = needles([], [], [{ words: ['joint', 'sta'], begun: true }]);
    expect(marked('joint statement', begun)).toEqual(['joint statement']);
  });

  it('marks a hyphenated word when its whole is sought', () => {
    expect(marked('an anti-drug plan', needles(['antidrug']))).toEqual(['anti-drug']);
  });

  it('counts offsets past emoji and never cuts a grapheme', () => {
    expect(marked('👩‍🚀 Minsk 🇰🇿 minsk', needles(['minsk']))).toEqual(['Minsk', 'minsk']);
    expect(marked('कि', needles([], ['क']))).toEqual(['कि']);
  });

  it('marks nothing without needles', () => {
    expect(highlight('anything', needles([]))).toEqual([]);
    expect(highlight('', needles(['x'], ['y']))).toEqual([]);
  });

  it('gives sorted, disjoint marks at the edges of graphemes, for 500 texts of seed 8', () => {
    const piece = fc.constantFrom(
      'a',
      'á',
      'a\u0301',
      'ß',
      'щ',
      'İ',
      '👩‍🚀',
      '🇰🇿',
      '-',
      ' ',
      "'",
      'か\u3099',
      '\u0301',
      '\ud83d',
      '7',
      ',',
    );
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }),
        fc.array(piece, { minLength: 1, maxLength: 4 }),
        (pieces, typed) => {
          const text = pieces.join('');
          const edges = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
          const { words, prefixes } = { words: ['a', 'aa', 'ss', 'shch'], prefixes: [typed.join(''), 'sh', 's'] };
          let last = -1;
          for (const { from, to } of highlight(text, needles(words, prefixes))) {
            expect(from).toBeGreaterThan(last);
            expect(to).toBeGreaterThan(from);
            expect([edges.has(from), edges.has(to)]).toEqual([true, true]);
            last = to;
          }
        },
      ),
      { numRuns: 500, seed: 8 },
    );
  });
});

describe('marks cover each word as it is written, and nothing else', () => {
  const WRITTEN: Readonly<Record<string, readonly string[]>> = {
    strasse: ['Straße', 'STRASSE', 'straſse', 'STRAẞE'],
    istanbul: ['İstanbul', 'I\u0307stanbul', 'ISTANBUL', 'ıstanbul', 'ｉstanbul'],
    zas: ['Зась', 'ЗАСЬ', 'Zas', 'Zás', "Zas'"],
    andrei: ['Андрей', 'АНДРЕЙ', 'Andréi', 'Анд\u00adрей'],
    resume: ['résumé', 'RÉSUMÉ', 'resume', 'ré\u200dsumé'],
    effi: ['eﬃ', 'EFFI', 'eﬀi'],
    dzhokhar: ['Джохар', 'Dzhokhar'],
  };
  const BETWEEN = [' ', ' 👩‍🚀 ', ' 🇰🇿🇷🇺 ', '👍🏽', ' — ', ', ', '\u00a0', '🇰🇿', ' ❤️‍🔥', '👩🏽‍🤝‍👨🏿 ', '. ', '\n'];
  const folded = Object.keys(WRITTEN);
  const pieces = fc.array(fc.tuple(fc.nat(6), fc.nat(9), fc.constantFrom(...BETWEEN)), { maxLength: 8 });

  /** The text, and where each of its words stands. */
  function put(together: readonly (readonly [number, number, string])[], form: string) {
    let text = '';
    const places = together.map(([word, spelling, between]) => {
      const written = WRITTEN[folded[word]];
      const from = text.length;
      text += written[spelling % written.length].normalize(form).replace(/'$/, '');
      const to = text.length;
      text += between;
      return { word: folded[word], from, to };
    });
    return { text, places };
  }

  it.each(['NFC', 'NFD'])('for 400 texts of seed 71, in %s', (form) => {
    fc.assert(
      fc.property(pieces, fc.nat(6), (together, chosen) => {
        const { text, places } = put(together, form);
        const sought = folded[chosen];
        const expected = places.filter(({ word }) => word === sought).map(({ from, to }) => ({ from, to }));
        expect(highlight(text, needles([sought]))).toEqual(expected);
      }),
      { numRuns: 400, seed: 71 },
    );
  });

  it.each(['NFC', 'NFD'])('and their beginnings up to whole letters, for 400 texts of seed 72, in %s', (form) => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(pieces, fc.nat(6), fc.integer({ min: 1, max: 5 }), (together, chosen, length) => {
        const { text, places } = put(together, form);
        const prefix = folded[chosen].slice(0, length);
        const edges = new Set([...segmenter.segment(text)].map(({ index }) => index)).add(text.length);
        const marks = highlight(text, needles([], [prefix]));
        const begun = places.filter(({ word }) => word.startsWith(prefix));
        expect(marks.map(({ from }) => from)).toEqual(begun.map(({ from }) => from));
        marks.forEach(({ from, to }, i) => {
          expect(edges.has(from) && edges.has(to)).toBe(true);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(begun[i].to);
        });
      }),
      { numRuns: 400, seed: 72 },
    );
  });
});

describe('needles of an answer', () => {
  const { input, events } = csto();
  const index = buildSearchIndex(input);
  const inTitle = (text: string, id: string): string[] => {
    return marked(events.find((event) => event.id === id)!.title, search(index, text).needles);
  };

  it('mark what was found, by whatever reading', () => {
    expect(inTitle('tasmagmbetov lukashenka ', 'tasmagambetov-minsk-2023')).toEqual(['Tasmagambetov', 'Lukashenko']);
    expect(inTitle('ОДКБ ', 'charter-in-force-2003')).toEqual(['CSTO']);
    expect(inTitle('cancelled kyrgyz', 'ub-2022-cancelled')).toEqual(['Kyrgyz', 'cancels']);
    expect(inTitle('"point of no', 'pashinyan-no-return-2024')).toEqual(['point of no']);
  });

  it('leave out what is excluded and what narrows nothing', () => {
    expect(search(index, 'the mission -zas in kazakhstan ').needles.words).not.toEqual(expect.arrayContaining(['the']));
    expect(search(index, 'mission -zas ').needles.words).not.toContain('zas');
    expect(search(index, 'mission -zas ').needles.words).toContain('mission');
  });
});
