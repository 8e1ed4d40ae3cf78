import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../src/domain/calendar';
import { MAX_TEXT } from '../../../src/engine/query';
import { MAX_TERMS, parseSearch } from '../../../src/engine/search/language/parse-search';
import type { Asked, Term } from '../../../src/engine/search/language/terms';

/** `asked` as a formula. */
function shown(asked: Asked): string {
  switch (asked.kind) {
    case 'term':
      return shownTerm(asked.term);
    case 'not':
      return `-${shown(asked.of)}`;
    case 'and':
    case 'or':
      return `(${asked.of.map(shown).join(asked.kind === 'and' ? ' & ' : ' | ')})`;
  }
}

function shownTerm(term: Term): string {
  switch (term.kind) {
    case 'word':
      return `${term.parts === 1 ? 'title:' : ''}${term.word}${term.begun ? '*' : ''}`;
    case 'phrase':
      return `"${term.words.join(' ')}${term.begun ? '*' : ''}"`;
    case 'value':
      return `${term.name}=${term.values.map((value) => value.text).join('/')}`;
    case 'time':
      return `${term.test}${term.spans.length}`;
    case 'date':
      return `@${term.date}`;
    case 'skipped':
      return `~${term.text}`;
  }
}

const read = (text: string): string => shown(parseSearch(text).asked);

describe('parseSearch', () => {
  it.each([
    ['', '()'],
    ['   -  ', '()'],
    ['armenia', '(armenia*)'],
    ['armenia ', '(armenia)'],
    ['Армения CSTO ', '(armeniya & csto)'],
    ['a b -c d', '(~a & b & -c & d*)'],
    ['"joint staff" x', '("joint staff" & x*)'],
    ['“joint staff” ', '("joint staff")'],
    ['"joint sta', '("joint sta*")'],
    ['"joint ', '("joint")'],
    ['armenia OR georgia treaty ', '((armenia | georgia) & treaty)'],
    ['armenia | georgia | serbia ', '((armenia | georgia | serbia))'],
    ['(armenia georgia) OR serbia ', '(((armenia & georgia) | serbia))'],
    ['-(armenia OR georgia) x ', '(-((armenia | georgia)) & x)'],
    ['NOT armenia AND georgia ', '(-armenia & georgia)'],
    ['OR armenia OR', '(armenia)'],
    ['((( armenia', '((((armenia*))))'],
    ['armenia) georgia ', '(armenia & georgia)'],
    ['() armenia ', '(armenia)'],
    ['anti-drug ', '((anti & drug))'],
    ['--armenia ', '(--armenia)'],
    ['armenia - georgia ', '(armenia & georgia)'],
  ])('reads %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['actor:zas', '(actor=zas)'],
    ['Actor: zas x ', '(actor=zas & x)'],
    ['actor:putin,"Stanislav Zas" x ', '(actor=putin/Stanislav Zas & x)'],
    ['place:Minsk, Belarus ', '(place=Minsk & belarus)'],
    ['-topic:exercises', '(-topic=exercises)'],
    ['title:withdrawal', '(title:withdrawal*)'],
    ['title:withdrawal,mission ', '(((title:withdrawal) | (title:mission)))'],
    ['before:2022 after:2020-05', '(before1 & after1)'],
    ['date:2021,2022-01..2022-03', '(on2)'],
    ['title:-,mission ', '(title:mission)'],
    ['title:- ', '()'],
    ['actor:', '()'],
    ['sidorov: csto ', '(sidorov & csto)'],
    ['https://odkb-csto.org/x ', '((https & odkb & csto & org & x))'],
  ])('reads the field in %j as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['kazakhstan january 2022', '(kazakhstan & @2022-01)'],
    ['6 January 2022, kazakhstan ', '(@2022-01-06 & kazakhstan)'],
    ['Jan 6, 2022 ', '(@2022-01-06)'],
    ['6 января 2022', '(@2022-01-06)'],
    ['январь 2022', '(@2022-01)'],
    ['märz 2020', '(@2020-03)'],
    ['2022-01-06', '(@2022-01-06)'],
    ['2021..2022-03 x ', '(@2021..2022-03 & x)'],
    ['rubezh 2021', '(rubezh & @2021)'],
    ['1990s ', '(@199X)'],
    ['january ', '(january)'],
    ['31 february 2022 ', '(31 & @2022-02)'],
    ['2022-13 ', '((2022 & 13))'],
    ['12000 troops ', '(12000 & troops)'],
    ['"january 2022" ', '("january 2022")'],
  ])('finds the date in %j: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('gives dates as instants, half-open', () => {
    const { asked } = parseSearch('date:2022-01..2022-02');
    expect(asked).toMatchObject({
      of: [{ term: { spans: [{ from: instantOf(2022, 1, 1), to: instantOf(2022, 3, 1) }] } }],
    });
  });

  it('lets function words go only where something else is asked for', () => {
    expect(read('the mission in kazakhstan ')).toBe('(~the & mission & ~in & kazakhstan)');
    expect(read('to be ')).toBe('(to & be)');
    expect(read('the -mission ')).toBe('(the & -mission)');
    expect(read('title:the mission ')).toBe('(title:the & mission)');
  });

  it('keeps the place of each word in the text', () => {
    const text = '  Kyrgyz-Tajik  "border clashes" -actor:zas';
    const places: string[] = [];
    const visit = (asked: Asked): void => {
      if (asked.kind === 'term') places.push(text.slice(asked.term.from, asked.term.to));
      else if (asked.kind === 'not') visit(asked.of);
      else asked.of.forEach(visit);
    };
    visit(parseSearch(text).asked);
    expect(places).toEqual(['Kyrgyz', 'Tajik', '"border clashes"', 'actor:zas']);
  });

  it('knows which words their neighbours could make one with', () => {
    const { asked } = parseSearch('peace keeping');
    expect(asked).toMatchObject({
      of: [
        { term: { joins: [{ word: 'peacekeeping', begun: true }] } },
        { term: { joins: [{ word: 'peacekeeping' }] } },
      ],
    });
  });
});

describe('hints', () => {
  const hints = (text: string): string[] =>
    parseSearch(text).hints.map(({ message, from, to }) => `${text.slice(from, to)} > ${message}`);

  it('say which field is none, and which there are', () => {
    expect(hints('foo:bar')).toEqual([
      expect.stringMatching(/^foo: > “foo:” is not a field.*actor, person.*date, on$/),
    ]);
    expect(hints('Sidorov: seeks 10:30 https://x.org')).toEqual([]);
  });

  it('say what a date looks like', () => {
    expect(hints('before:yesterday')).toEqual([
      expect.stringMatching(/^yesterday > “yesterday” is not a date.*2022-01-06/),
    ]);
    expect(read('before:yesterday ')).toBe('(yesterday)');
    expect(hints('date:2024-02-30')).toHaveLength(1);
  });

  it('say that a field is empty', () => {
    expect(hints('actor:')).toEqual(['actor: > “actor:” wants something after it']);
  });

  it('say that the text or the words are too many', () => {
    expect(hints('x'.repeat(MAX_TEXT + 7))).toEqual([expect.stringMatching(/^x{7} > Only the first 500 characters/)]);
    expect(hints('word '.repeat(30))).toEqual([expect.stringMatching(/Only the first 24 words/)]);
    expect(MAX_TERMS).toBe(24);
  });
});
