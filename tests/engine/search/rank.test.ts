import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/domain/dataset';
import type { ChronologyEvent } from '../../../src/domain/event';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import { search } from '../../../src/engine/search/search';
import { inputOf } from '../../fixtures/search-input';

const BARE: ChronologyEvent = {
  id: '',
  title: '',
  date: '2001',
  reported: null,
  summary: null,
  note: null,
  actors: [],
  topics: [],
  type: null,
  place: null,
  status: null,
  confidence: null,
  sources: [],
  disagreements: [],
  related: [],
};

function actorOf(id: string, name: string): Actor {
  return { id, name, kind: 'body', short: null, aliases: [], memberOf: [], roles: [], url: null, note: null };
}

/** Ids of what `text` finds among `told`, best first. */
function ranked(
  told: Readonly<Record<string, Partial<ChronologyEvent>>>,
  text: string,
  actors: readonly Actor[] = [],
): string[] {
  const { input, events } = inputOf(
    { actors, topics: [] },
    Object.entries(told).map(([id, event]) => ({ ...BARE, title: id, ...event, id })),
  );
  return [...search(buildSearchIndex(input), text).ranked].map((row) => events[row].id);
}

describe('among events that have the words, first come those that have them', () => {
  it('in the title, then in an actor, a place, the summary, a note, a source', () => {
    const source = {
      title: 'minsk',
      url: null,
      publisher: null,
      date: null,
      tier: null,
      supports: null,
      language: null,
      origin: null,
    };
    const told = {
      source: { sources: [source] },
      note: { note: 'minsk' },
      summary: { summary: 'minsk' },
      place: { place: 'Minsk' },
      title: { title: 'minsk' },
    };
    expect(ranked(told, 'minsk ')).toEqual(['title', 'place', 'summary', 'note', 'source']);
  });

  it('close together in the title', () => {
    const told = {
      far: { title: 'mission of peace and other things to kazakhstan here' },
      near: { title: 'peace and other things of mission kazakhstan here to' },
      turned: { title: 'peace and other kazakhstan mission things of here to' },
    };
    expect(ranked(told, 'mission kazakhstan ')).toEqual(['near', 'turned', 'far']);
  });

  it('as more of the title', () => {
    const told = {
      long: { title: 'session of the council in minsk', date: '2020' },
      short: { title: 'minsk session' },
    };
    expect(ranked(told, 'session ')).toEqual(['short', 'long']);
  });

  it('as written rather than in another form, and that rather than misspelt', () => {
    const told = { begun: { title: 'exercisebook x' }, form: { title: 'exercises x' }, exact: { title: 'exercise x' } };
    expect(ranked(told, 'exercise')).toEqual(['exact', 'form', 'begun']);
  });

  it('of which the rarer is the better placed', () => {
    const common = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`c${i}`, { title: 'session' }]));
    const told = {
      ...common,
      rare: { title: 'zebra', summary: 'session' },
      ordinary: { title: 'session', summary: 'zebra' },
    };
    expect(ranked(told, 'session zebra ')).toEqual(['rare', 'ordinary']);
  });

  it('as all that something they have is called', () => {
    const told = {
      called: { title: 'one', actors: [{ id: 'a', role: null }], date: '2001' },
      part: { title: 'two', actors: [{ id: 'b', role: null }], date: '2002' },
    };
    const actors = [actorOf('a', 'Joint Staff'), actorOf('b', 'Joint Staff Academy')];
    expect(ranked(told, 'joint staff ', actors)).toEqual(['called', 'part']);
    expect(ranked(told, 'staff joint ', actors)).toEqual(['part', 'called']);
  });

  it('within a date rather than only across it', () => {
    const told = { across: { date: '2002-11/2003-02' }, within: { date: '2002-05' }, outside: { date: '2004' } };
    expect(ranked(told, '2002 ')).toEqual(['within', 'across']);
  });
});

it('takes a phrase for whole words in a row only', () => {
  const told = {
    longer: { title: 'joint staffs and staff, joint' },
    inside: { title: 'disjoint staff joint' },
    across: { title: 'joint', summary: 'staff' },
    whole: { title: 'The Joint-Staff' },
  };
  expect(ranked(told, '"joint staff" ')).toEqual(['whole']);
  expect(ranked(told, '"joint staff')).toEqual(expect.arrayContaining(['whole', 'longer']));
});

it('calls a word misspelt when only that brings together what is asked', () => {
  const told = Object.fromEntries(
    Array.from({ length: 9 }, (_, i) => [`e${i}`, { title: i === 0 ? 'trety' : `treaty ${i === 1 ? 'zebra' : ''}` }]),
  );
  const { input } = inputOf(
    { actors: [], topics: [] },
    Object.entries(told).map(([id, event]) => ({ ...BARE, ...event, id })),
  );
  const answer = search(buildSearchIndex(input), 'trety zebra ');
  expect(answer.soft).toBe(false);
  expect(answer.understood[0]).toMatchObject({ reading: 'typing error', as: ['treaty'] });
});
