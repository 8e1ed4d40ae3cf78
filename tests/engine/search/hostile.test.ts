import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../../src/engine/query';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { MAX_TERMS, parseSearch } from '../../../src/engine/search/language/parse-search';
import type { SearchIndex } from '../../../src/engine/search/indexing/search-index';
import { search, searching } from '../../../src/engine/search/search';
import type { Asked } from '../../../src/engine/search/language/terms';
import { random } from '../../fixtures/random';
import { generateChronology } from '../../fixtures/generate';
import { csto, inputOf } from '../../fixtures/search-input';

const { input } = csto();
const index = buildSearchIndex(input);

const ROWS = 20_000;
const generated = generateChronology(ROWS, 61);
const large = buildSearchIndex(inputOf(generated.chronology, generated.events).input);
const COMMON = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((i) => large.vocabulary.word(commonest(large)[i]));

/** Slices that an answer takes. */
function slicesOf(text: string): number {
  const steps = searching(large, text);
  let slices = 1;
  while (steps.next().done !== true) slices++;
  return slices;
}

function commonest({ written }: SearchIndex): number[] {
  return Array.from(written.counts, (_, word) => word).sort((a, b) => written.counts[b] - written.counts[a]);
}

/** Slices are of a million steps: so few rows decoded, words compared and bytes read for 20,000 events. */
const MOST_SLICES = 6;

const HOSTILE: Readonly<Record<string, string>> = {
  'one word of a megabyte': 'a'.repeat(1_000_000),
  'a hundred thousand words': 'word '.repeat(100_000),
  'a hundred thousand brackets': '('.repeat(100_000),
  'brackets, closed again': `${'('.repeat(200)}x${')'.repeat(200)}`,
  'nothing but quotes': '"'.repeat(501),
  'nothing but minus': '-'.repeat(501),
  'denials of denials': '- -'.repeat(160),
  'nothing but alternatives': 'OR '.repeat(170),
  'alternatives of letters': 'a OR '.repeat(100),
  'a field with a hundred values': `actor:${'a,'.repeat(240)}`,
  'fields of fields': 'actor:title:'.repeat(40),
  'strange fields': 'a:'.repeat(250),
  'every letter begun': 'e',
  'a phrase of common letters': '"a b c d e f g h i j k l m n o p"',
  'phrases of the commonest words': '"the csto" '.repeat(40),
  'dates upon dates': '2022-01-01..2022 '.repeat(29),
  'a date of five hundred figures': `date:${'9'.repeat(490)}`,
  'names of what every object has': '__proto__ constructor:x toString hasOwnProperty:1 __proto__:x',
  'a hyphen chain': 'a-'.repeat(250),
  'lone halves of characters': '\ud83d\udc00'.repeat(100) + '\udc00\ud83d'.repeat(100),
  'marks upon marks': `e${'\u0301'.repeat(499)}`,
  'a regular expression': '(a+)+$ .* [^] \\d{1,99} (?:x|y)*',
  'sixty-four words': Array.from({ length: 64 }, (_, i) => COMMON[i % COMMON.length]).join(' '),
  'five hundred one-letter words': 'a b c d e f g h i j k l m n o p q r s t u v w x y z '.repeat(20),
  'two thousand wildcards': '*?%'.repeat(700),
  'alternatives of the commonest words': COMMON.join(' OR '),
  'a phrase of the commonest words': `"${COMMON.join(' ')}"`,
  'phrases of the commonest words, two by two': COMMON.map((word, i) => `"${word} ${COMMON[(i + 1) % 12]}"`).join(' '),
  'the commonest words, misspelt': COMMON.map((word) => `${word}zqx`).join(' '),
  'one letter, begun': 's',
};

function leaves(asked: Asked): number {
  if (asked.kind === 'term' && asked.term.kind === 'phrase') return asked.term.words.length > 1 ? 4 : 1;
  if (asked.kind === 'term') return asked.term.kind === 'value' ? asked.term.values.length : 1;
  return asked.kind === 'not' ? leaves(asked.of) : asked.of.reduce((sum, each) => sum + leaves(each), 0);
}

function depth(asked: Asked): number {
  if (asked.kind === 'term') return 0;
  return 1 + (asked.kind === 'not' ? depth(asked.of) : Math.max(0, ...asked.of.map(depth)));
}

describe('hostile queries', () => {
  it.each(Object.entries(HOSTILE))('%s: is answered with bounded work', (_, text) => {
    const { asked } = parseSearch(text);
    expect(leaves(asked)).toBeLessThanOrEqual(MAX_TERMS);
    expect(depth(asked)).toBeLessThanOrEqual(text.startsWith('(') ? 20 : MAX_TEXT);
    const answer = search(index, text);
    expect(slicesOf(text)).toBeLessThanOrEqual(MOST_SLICES);
    expect(answer.understood.length).toBeLessThanOrEqual(MAX_TERMS);
    expect(answer.needles.words.length + answer.needles.prefixes.length).toBeLessThanOrEqual(400 + MAX_TERMS * 400);
    expect(answer.hints.length).toBeLessThanOrEqual(MAX_TEXT);
    expect(answer.hits.length).toBe(Math.ceil(input.count / 32));
  });

  it('tells that words were left out, and that there is no word at all', () => {
    const told = (text: string): string[] => search(index, text).hints.map(({ message }) => message);
    expect(told(HOSTILE['five hundred one-letter words'])).toContainEqual(
      expect.stringMatching(/^Only the first 24 words/),
    );
    expect(told(HOSTILE['two thousand wildcards']).join()).toMatch(/characters/);
    for (const text of ['-', 'OR', '()', '""', '- OR ()', '*', '🚀']) {
      expect(told(text)).toEqual([expect.stringMatching(/^There is no word in “/)]);
    }
    expect(told('  ')).toEqual([]);
  });

  it('never throws, for 600 texts of seed 9 made of the signs of the language', () => {
    const source = random(9);
    const pieces = [
      '"',
      '(',
      ')',
      '-',
      'OR',
      'AND',
      'NOT',
      '|',
      ':',
      ',',
      ' ',
      ' ',
      'actor:',
      'date:',
      'title:',
      '2022',
      '..',
      '/',
      'zas',
      'csto',
      'é',
      '👩‍🚀',
      '\ud83d',
      '“',
      '»',
      '\u0301',
      'ß',
      "'",
    ];
    for (let i = 0; i < 600; i++) {
      const text = Array.from({ length: source.below(14) }, () => source.pick(pieces)).join('');
      const answer = search(index, text);
      expect(answer.count).toBeLessThanOrEqual(input.count);
      for (const { from, to } of [...answer.understood, ...answer.hints]) {
        expect(from >= 0 && from <= to && to <= text.length).toBe(true);
      }
    }
  });
});
