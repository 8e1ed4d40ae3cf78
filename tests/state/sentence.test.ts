import { ENGLISH } from '../../src/domain/phrase-books';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClauseRef } from '../../src/engine/query';
import { decode } from '../../src/state/link';
import { clauseWords, sentence, type NameOf } from '../../src/state/sentence';
import { clausesOf } from '../../src/state/view-edits';
import { START } from '../../src/state/view';
import { views } from '../fixtures/views';

const SEED = 20260107;
const NAMES = new Map([
  ['tasmagambetov', 'Imangali Tasmagambetov'],
  ['zas', 'Stanislav Zas'],
  ['csto', 'CSTO'],
  ['nato', 'NATO'],
  ['exercises', 'Exercises'],
  ['summits', 'Summits'],
]);
const NAMED = new Set(['actor', 'topic']);
const nameOf: NameOf = (field, id) => (NAMED.has(field) ? (NAMES.get(id) ?? null) : id);
const told = (link: string, matches = 37, total = 318) =>
  sentence(decode(link).view, { nameOf, phrases: ENGLISH }, { matches, total });
const TALLY = ': 37 of 318';

describe('sentence', () => {
  it.each([
    [
      'actor=tasmagambetov&topic=!exercises&from=2022-01&to=2024-12',
      'Events with Imangali Tasmagambetov, not on Exercises, Jan 2022 to Dec 2024',
    ],
    ['actor=tasmagambetov&actor=zas', 'Events with Imangali Tasmagambetov or Stanislav Zas'],
    ['actor=tasmagambetov&actor=zas&all=actor', 'Events with Imangali Tasmagambetov and Stanislav Zas'],
    ['actor=csto&actor=zas&actor=nato&all=actor', 'Events with CSTO, Stanislav Zas and NATO'],
    ['actor=!zas&actor=!nato&all=actor', 'Events not with Stanislav Zas or NATO'],
    ['actor=csto&actor=!nato&topic=summits', 'Events with CSTO, on Summits, not with NATO'],
    ['actor=csto&members=csto', 'Events with CSTO or its members'],
    ['type=statement&type=!visit', 'Events of type statement, not of type visit'],
    ['status=disputed&confidence=low', 'Events with status disputed, with confidence low'],
    ['place=Dushanbe&place=!Moscow', 'Events in Dushanbe, not in Moscow'],
    ['publisher=TASS&publisher=!BELTA', 'Events with a source from TASS, without a source from BELTA'],
    ['dating=undated&dating=month', 'Events undated or dated to the month'],
    ['dating=!undated', 'Events not undated'],
    ['dating=season', 'Events dated to the season'],
    ['from=2022-01&to=2024-12', 'Events dated Jan 2022 to Dec 2024'],
    ['from=2022-01', 'Events dated from Jan 2022'],
    ['to=2024&topic=summits', 'Events on Summits, until 2024'],
    ['from=2022&to=2022&range=certainly', 'Events certainly in 2022'],
    ['to=2022&range=certainly', 'Events certainly until 2022'],
    ['q=security+council', 'Events matching “security council”'],
    ['q=+a%0Ab+&actor=zas', 'Events with Stanislav Zas, matching “a b”'],
    ['place=+', 'Events in “”'],
    ['actor=gone', 'Events with gone (not in this chronology)'],
  ])('tells %s', (link, words) => {
    expect(told(link)).toBe(words + TALLY);
  });

  it('leaves out what is switched off', () => {
    expect(told('~actor=zas&topic=summits&~from=2022&~q=zas')).toBe(`Events on Summits${TALLY}`);
    expect(told('~actor=zas&~q=zas')).toBe('All 318 events');
  });

  it('counts all events when nothing is asked', () => {
    expect([0, 1, 2, 1_000_000].map((total) => told('lanes=topic&q=+', total, total))).toEqual([
      'No events',
      '1 event',
      'All 2 events',
      'All 1,000,000 events',
    ]);
    expect(told('q=x', 1234, 1_000_000)).toBe('Events matching “x”: 1,234 of 1,000,000');
  });

  it('names six values at most, and cuts what is endless', () => {
    const places = Array.from({ length: 500 }, (_, index) => `place=p${index}`).join('&');
    expect(told(places)).toBe(`Events in p0, p1, p2, p3, p4 or 495 more${TALLY}`);
    expect(told(`actor=${'x'.repeat(500)}`)).toBe(`Events with ${'x'.repeat(119)}… (not in this chronology)${TALLY}`);
  });

  it(`is one line of text for any view (seed ${SEED})`, () => {
    fc.assert(
      fc.property(views, (view) => {
        const words = sentence(view, { nameOf, phrases: ENGLISH }, { matches: 1, total: 2 });
        expect(words).not.toMatch(/\p{Cc}|\s\s|undefined|null/u);
        for (const ref of clausesOf(view.query)) expect(clauseWords(ref, view, nameOf, ENGLISH)).not.toBe('');
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

describe('clauseWords', () => {
  const first = (link: string) => {
    const { view } = decode(link);
    return clauseWords(clausesOf(view.query)[0], view, nameOf, ENGLISH);
  };

  it.each([
    ['actor=tasmagambetov', 'Imangali Tasmagambetov'],
    ['~topic=!exercises', 'not Exercises'],
    ['actor=!csto&members=csto', 'not CSTO or its members'],
    ['confidence=high', 'confidence high'],
    ['status=!disputed', 'not status disputed'],
    ['publisher=TASS', 'source TASS'],
    ['dating=bounded', 'dated between two dates'],
    ['dating=!undated', 'not undated'],
    ['from=2022-01&to=2024-12', 'Jan 2022 to Dec 2024'],
    ['~from=2022&range=certainly', 'certainly from 2022'],
    ['q=security+council', '“security council”'],
    ['place=%3A)', ':)'],
  ])('says %s on a chip', (link, words) => {
    expect(first(link)).toBe(words);
  });

  it('is empty for a range that is not there', () => {
    const ref: ClauseRef = { kind: 'range' };
    expect(clauseWords(ref, START, nameOf, ENGLISH)).toBe('');
  });
});
