import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../../src/engine/query';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { liftFacets } from '../../../src/engine/search/language/lift';
import { search } from '../../../src/engine/search/search';
import { csto } from '../../fixtures/search-input';

const { input } = csto();
const index = buildSearchIndex(input);
const lift = (text: string): string => {
  const { rest, picks } = liftFacets(text, index.names);
  return [...picks.map(({ field, id, sign }) => `${sign === 'exclude' ? '-' : ''}${field}=${id}`), `"${rest}"`].join(
    ' ',
  );
};

describe('liftFacets', () => {
  it.each([
    ['actor:zas', 'actor=zas ""'],
    ['mission actor:Зась  kazakhstan', 'actor=zas "mission kazakhstan"'],
    ['-topic:exercises x', '-topic=exercises "x"'],
    ['topic:"un cooperation" ', 'topic=un-cooperation ""'],
    ['actor:putin,"Alexander Lukashenko"', 'actor=putin actor=lukashenko ""'],
    ['person:zas type:visit status:disputed', 'actor=zas type=visit status=disputed ""'],
    ['place:yekaterinburg', 'place=Yekaterinburg, Russia ""'],
    ['-actor:zas -actor:putin actor:csto', '-actor=zas -actor=putin actor=csto ""'],
  ])('takes %j as %s', (text, expected) => {
    expect(lift(text)).toBe(expected);
  });

  it.each([
    ['two meanings', 'place:minsk'],
    ['a beginning only', 'actor:tasmag'],
    ['a typing error', 'actor:tasmagmbetov'],
    ['nobody', 'actor:zebrafish'],
    ['one of several that is nobody', 'actor:zas,zebrafish'],
    ['brackets', '(actor:zas mission)'],
    ['alternatives', 'actor:zas OR mission'],
    ['alternatives on the other side', 'mission OR actor:zas'],
    ['two that must both hold', 'actor:zas actor:putin'],
    ['a denial denied', '--actor:zas'],
    ['no value', 'actor:'],
    ['fields that are no facets', 'title:zas source:tass before:2022'],
    ['a text that is too long', `actor:zas ${'x'.repeat(MAX_TEXT)}`],
  ])('leaves %s in the text: %j', (_, text) => {
    expect(liftFacets(text, index.names)).toEqual({ rest: text, picks: [] });
  });

  it('takes only what finds the same events as the text did', () => {
    const { picks } = liftFacets('actor:zas', index.names);
    const named = Array.from({ length: input.count }, (_, row) => input.event(row)).filter((event) =>
      event.actors.some(({ id }) => id === picks[0].id),
    );
    expect(search(index, 'actor:zas').count).toBe(named.length);
  });
});
