import { describe, expect, it } from 'vitest';
import { Bitmap } from '../../../src/engine/bitmap';
import type { SearchAnswer } from '../../../src/engine/search/answer';
import { buildSearchIndex, indexing } from '../../../src/engine/search/indexing/build';
import { search } from '../../../src/engine/search/search';
import { csto, inputOf } from '../../fixtures/search-input';

const { input, events } = csto();
const index = buildSearchIndex(input);

const ask = (text: string): SearchAnswer => search(index, text);
const idsOf = ({ hits }: SearchAnswer): string[] =>
  [...Bitmap.of(hits, input.count).rows(0, input.count)].map((row) => events[row].id);
const ids = (text: string): string[] => idsOf(ask(text));
const first = (text: string, count = 1): string[] =>
  [...ask(text).ranked.subarray(0, count)].map((row) => events[row].id);
const readings = (text: string): string[] => ask(text).understood.map((each) => `${each.text}: ${each.reading}`);

describe('search', () => {
  it('finds everything and ranks nothing for a text without a word', () => {
    for (const text of ['', '   ', '- - "', '🚀', '()']) {
      const { count, rows, ranked, soft, understood } = ask(text);
      expect([count, rows, ranked.length, soft, understood.length]).toEqual([318, 318, 0, false, 0]);
    }
  });

  it('finds the same for a body by any of its names in any script', () => {
    const [csto, ...others] = ['csto ', 'ODKB ', 'ОДКБ ', 'odkb ', 'АДКБ '].map(ids);
    expect(csto.length).toBeGreaterThan(300);
    for (const other of others) expect(other).toEqual(csto);
  });

  it('finds a person by alias, by transliteration and by typing error', () => {
    expect(new Set(ids('Zass '))).toEqual(new Set(ids('zas ')));
    expect(ids('Тасмағамбетов ')).toEqual(ids('tasmagambetov '));
    expect(ids('Tasmaghambetov ')).toEqual(ids('tasmagambetov '));
    expect(ids('tasmagmbetov')).toEqual(ids('tasmagambetov '));
    expect(readings('Tasmaghambetov tasmagmbetov ')).toEqual([
      'Tasmaghambetov: transliteration',
      'tasmagmbetov: typing error',
    ]);
    expect(ask('ОДКБ').understood[0]).toMatchObject({
      reading: 'alias',
      meaning: 'is another name of “Collective Security Treaty Organization”: finds 314 events',
    });
  });

  it('puts events whose title has the words side by side first', () => {
    for (const id of first('security council', 8)) {
      expect(events.find((event) => event.id === id)?.title).toMatch(/security council/i);
    }
  });

  it('reads a month and a year among the words as the date of the event', () => {
    const found = first('kazakstan january 2022', 6);
    expect(found).toContain('kaz-mission-2022');
    for (const id of found) expect(events.find((event) => event.id === id)?.date).toMatch(/2022-01/);
  });

  it('finds all that both words stand in, whatever their order', () => {
    expect(first('peacekeeping kazakhstan', 3)).toContain('kaz-mission-2022');
    expect(ids('kazakhstan peacekeeping ')).toEqual(ids('peacekeeping kazakhstan '));
  });

  it('takes a last word without a space after it as the beginning of one', () => {
    expect(ids('novosib')).toContain('kobalt-2024');
    expect(ids('kazakhs').length).toBeGreaterThan(100);
    expect(readings('novosib')).toEqual(['novosib: beginning']);
  });

  it('does not go on with a short name', () => {
    expect(ids('UN')).toEqual(ids('UN '));
  });

  it('takes nothing for another word that stands somewhere as written', () => {
    for (const id of ids('title:session ')) {
      expect(events.find((event) => event.id === id)?.title).toMatch(/session/i);
    }
  });

  it('reads a word that hardly any event has as a much commoner one that it may be a slip for', () => {
    const bare = { ...events[0], summary: null, actors: [], topics: [], sources: [], place: null };
    const told = Array.from({ length: 60 }, (_, i) => ({
      ...bare,
      id: `${i}`,
      title: i === 0 ? 'Cessefire' : 'Ceasefire',
    }));
    const slips = buildSearchIndex(inputOf({ actors: [], topics: [] }, told).input);
    expect(search(slips, 'ceasefire ').count).toBe(59);
    expect(search(slips, 'cessefire ').count).toBe(60);
    expect(search(slips, 'cessefire ').understood[0].reading).toBe('typing error');
    const rarer = buildSearchIndex(inputOf({ actors: [], topics: [] }, told.slice(0, 40)).input);
    expect(search(rarer, 'cessefire ').count).toBe(1);
  });

  it('joins what a space has split, and splits what lacks one', () => {
    expect(first('peace keeping mission in kazakhstan')).toEqual(['kaz-mission-2022']);
    expect(readings('jointstaff ')).toEqual(['jointstaff: split']);
    expect(ids('antidrug ')).toEqual(expect.arrayContaining(['channel-2011', 'thunder-2015']));
  });

  it('leaves out what has a minus before it, and nothing that is only like it', () => {
    const without = ids('tasmagambetov -lavrov ');
    expect(without.length).toBeGreaterThan(20);
    expect(without).not.toContain('lavrov-tasmagambetov-2024');
    expect(ids('tasmagambetov -lavrob ')).toEqual(ids('tasmagambetov '));
    expect(ids('-csto ').length + ids('csto ').length).toBe(318);
  });

  it('finds a phrase only where its words stand in a row', () => {
    expect(ids('"point of no return"')).toEqual(['pashinyan-threat-2024', 'pashinyan-no-return-2024']);
    expect(ask('"return no"').soft).toBe(true);
    expect(ids('"mission in kazakh')).toContain('kaz-mission-2022');
    expect(ids('"joint staff" ').length).toBeLessThan(ids('joint staff ').length + 1);
  });

  it('joins alternatives', () => {
    const both = new Set([...ids('thunder '), ...ids('echelon ')]);
    expect(new Set(ids('thunder OR echelon '))).toEqual(both);
  });

  it('is soft when no event has all the words, and says which stand nowhere', () => {
    const answer = ask('tokayev zebrafish ');
    expect(answer.soft).toBe(true);
    expect(idsOf(answer)).toEqual(ids('tokayev '));
    expect(answer.understood.map((each) => each.reading)).toEqual(['as written', 'nowhere']);
  });

  it('holds to fields and exclusions even when it is soft', () => {
    const answer = ask('tokayev zebrafish date:2022 ');
    expect(answer.count).toBeGreaterThan(0);
    for (const id of idsOf(answer)) expect(events.find((event) => event.id === id)?.date).toMatch(/2022/);
  });

  it('says how each word was read and what is nearest when nothing is found', () => {
    const { count, understood } = ask('zebrafish ');
    expect(count).toBe(0);
    expect(understood[0]).toMatchObject({ reading: 'nowhere', count: 0 });
    expect(ask('zaq ').understood[0].nearest).toContain('zas');
    expect(ask('actor:zebrafish').understood[0].meaning).toBe('names no actor of this chronology');
    expect(ask('bordyuzhovich ').understood[0].meaning).toMatch(/is in no event/);
  });

  it('gives the newest first among equals, and the undated last', () => {
    const undated = inputOf({ actors: [], topics: [] }, [
      {
        ...events[0],
        id: 'a',
        title: 'Alpha',
        summary: null,
        actors: [],
        topics: [],
        sources: [],
        date: '2001',
        place: null,
      },
      {
        ...events[0],
        id: 'b',
        title: 'Alpha',
        summary: null,
        actors: [],
        topics: [],
        sources: [],
        date: null,
        place: null,
      },
      {
        ...events[0],
        id: 'c',
        title: 'Alpha',
        summary: null,
        actors: [],
        topics: [],
        sources: [],
        date: '2003',
        place: null,
      },
    ]);
    const { ranked } = search(buildSearchIndex(undated.input), 'alpha');
    expect([...ranked].map((row) => undated.events[row].id)).toEqual(['c', 'a', 'b']);
  });
});

describe('fields', () => {
  const has = (text: string, test: (event: (typeof events)[number]) => boolean): void => {
    expect(ids(text)).toEqual(events.filter(test).map((event) => event.id));
  };

  it('actor:, person:, body: and state: find events that name the actor, by any of its names or its id', () => {
    const names = (id: string) => (event: (typeof events)[number]) => event.actors.some((actor) => actor.id === id);
    for (const text of ['actor:zas', 'actor:"Stanislav Zas"', 'person:Зась', 'actor:Zass', 'actor:stanislaw'])
      has(text, names('zas'));
    has('actor:csto', names('csto'));
    has('body:un-mt', names('un-mt'));
    has('state:rf', names('russia'));
    has('actor:putin,lukashenka', (event) => names('putin')(event) || names('lukashenko')(event));
    expect(ids('state:zas')).toEqual([]);
  });

  it('topic:, type:, place:, status: and confidence: find their values', () => {
    has('topic:peacekeeping', (event) => event.topics.includes('peacekeeping'));
    has('type:exercise', (event) => event.type === 'exercise');
    has('place:minsk', (event) => /minsk/i.test(event.place ?? ''));
    has('status:disputed', (event) => event.status === 'disputed');
    has('confidence:"primary source"', (event) => event.confidence === 'primary source');
  });

  it('title: and source: look nowhere else', () => {
    has('title:peacekeepers ', (event) => /peacekeepers?\b/i.test(event.title));
    has('source:"The Diplomat" ', (event) =>
      event.sources.some(({ publisher, title, supports }) =>
        /the diplomat\b/i.test([publisher, title, supports].join(' | ')),
      ),
    );
  });

  it('before:, after: and date: compare extents, as far as these are known', () => {
    has('before:1993', (event) => event.date !== null && event.date < '1993');
    expect(ids('after:2026-02-12')).toEqual(['committees-meeting-2026']);
    expect(ids('date:2022-01')).toContain('crisis-proposals-undated');
    expect(ids('on:2022-01-10')).toContain('kaz-mission-2022');
    expect(ids('before:2022-01-10 after:2022-01-10')).toContain('kaz-mission-2022');
    expect(ids('date:..1992')).toEqual(['treaty-signed-1992']);
  });

  it('find nobody rather than somebody else', () => {
    expect(ids('actor:zebrafish')).toEqual([]);
    expect(ids('-actor:lukashenkp ').length).toBe(318);
  });
});

it('is made in slices and says how far it is', () => {
  const done: number[] = [];
  const work = indexing(input);
  for (let step = work.next(); step.done !== true; step = work.next()) done.push(step.value);
  expect(done.slice(0, 4)).toEqual([100, 200, 300, 318]);
  expect(new Set(done.slice(3))).toEqual(new Set([318]));
});

it('can be of no event', () => {
  const none = buildSearchIndex(inputOf({ actors: [], topics: [] }, []).input);
  for (const text of ['', 'word', '"two words" -x', 'actor:x date:2022 2022', 'a OR b']) {
    expect(search(none, text)).toMatchObject({ count: 0, rows: 0, soft: false });
  }
});
