import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../src/state/link';
import { generateChronology } from '../fixtures/generate';
import { random } from '../fixtures/random';
import { opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

async function at(link: string) {
  const one = await opened(small());
  one.explorer.restore(decode(link).view);
  return one;
}

describe('neighbour', () => {
  test.each([
    ['nothing opened: the first, the last', '', [9, 0]],
    ['the first match', 'event=e0', [0, 1]],
    ['the last match', 'event=e9', [8, 9]],
    ['an undated match', 'event=e8', [7, 9]],
    ['an event the data lacks', 'event=nobody', [9, 0]],
    ['a match among others', 'actor=bob&event=e2', [1, 3]],
    ['no match, between two', 'actor=org&event=e2', [0, 4]],
    ['no match, before all', 'actor=bob&event=e0', [-1, 1]],
    ['no match, after all', 'actor=bob&event=e9', [3, -1]],
    ['the only match', 'topic=trade&event=e2', [2, 2]],
    ['no matches at all', 'actor=nobody&event=e2', [-1, -1]],
  ])('before and after %s', async (_, link, expected) => {
    const { explorer } = await at(link);
    expect([explorer.neighbour(-1), explorer.neighbour(1)]).toEqual(expected);
  });

  test('is what looking at each match in turn gives (seed 4)', async () => {
    const source = random(4);
    const { explorer, found } = await opened(generateChronology(80, 4));
    for (let tries = 0; tries < 60; tries++) {
      explorer.clear();
      for (let picks = source.below(3); picks > 0; picks--) {
        explorer.pick('topic', `topic-${String(source.zipf(20))}`, source.pick(['include', 'exclude']));
      }
      const here = source.below(found.total);
      explorer.open(here);
      const matches = Array.from(found.matches.rows(0, found.total));
      const own = matches.includes(here) ? here : -1;
      expect(explorer.neighbour(1)).toBe(matches.find((row) => row > here) ?? own);
      expect(explorer.neighbour(-1)).toBe(matches.findLast((row) => row < here) ?? own);
    }
  });
});

describe('step', () => {
  test('walks through all matches in the order of time, stops at the ends, and tells each once', async () => {
    const { explorer, told } = await at('actor=bob&sort=newest');
    const walk: (string | null)[] = [];
    for (const by of [1, 1, 1, 1, -1, -1, -1] as const) {
      explorer.step(by);
      walk.push(explorer.view.event);
    }
    expect(walk).toEqual(['e1', 'e2', 'e3', 'e3', 'e2', 'e1', 'e1']);
    expect(told.length).toBe(5);
  });

  test('goes on from where the keys are', async () => {
    const { explorer } = await at('event=e0');
    explorer.moveTo(5);
    explorer.step(1);
    expect(explorer.view.event).toBe('e6');
    explorer.close();
    expect(explorer.cursor).toBe(6);
    explorer.step(-1);
    expect(explorer.view.event).toBe('e5');
  });

  test('with no match does nothing', async () => {
    const { explorer, told } = await at('actor=nobody');
    explorer.step(1);
    explorer.step(-1);
    expect([told, explorer.cursor]).toEqual([[], -1]);
  });
});

describe('openBest', () => {
  test.each([
    ['the first of the list without a search', 'actor=bob', 'e1'],
    ['the first of the list as it is sorted', 'actor=bob&sort=newest', 'e3'],
    ['an undated one when there is no other', 'place=Birch&from=1990&~from=1990&dating=undated', 'e9'],
    ['what the search ranks first', 'q=exercise+ended', 'e5'],
    ['what ranks first among the matches', 'q=border&actor=land', 'e2'],
    ['nothing when nothing matches', 'actor=nobody', null],
    ['nothing when the search finds nothing', 'q=-treaty+treaty', null],
    ['the first of the list while the search is off', '~q=ended', 'e0'],
  ])('opens %s', async (_, link, event) => {
    const { explorer } = await at(link);
    await explorer.openBest();
    expect(explorer.view.event).toBe(event);
  });

  test('waits for the answer to what was typed last', async () => {
    const { explorer, told } = await at('');
    explorer.search('bord');
    explorer.search('summit');
    await explorer.openBest();
    expect(told.at(-1)).toMatchObject({ step: 'push', view: { event: 'e3' } });
  });
});

describe('the cursor', () => {
  test('is where the keys went, or else the opened event', async () => {
    const { explorer } = await at('event=e3');
    expect(explorer.cursor).toBe(3);
    explorer.moveTo(7);
    expect(explorer.cursor).toBe(7);
    explorer.moveTo(-1);
    expect(explorer.cursor).toBe(7);
    explorer.open('e1');
    expect(explorer.cursor).toBe(1);
    explorer.open('nobody');
    expect(explorer.cursor).toBe(-1);
    explorer.close();
    expect(explorer.cursor).toBe(-1);
  });
});

describe('links and selection', () => {
  /** Records decoded by each wish, in a chronology of so many events. */
  async function decodedBy(count: number) {
    const { explorer, found } = await opened(generateChronology(count, 6, { lean: true }));
    const { records } = found.dataset;
    const id = records.event(count >> 1).id;
    const far = records.event(count - 2).id;
    const cost = (wish: () => unknown): number => {
      const before = records.decoded;
      wish();
      return records.decoded - before;
    };
    return {
      'open a row': cost(() => explorer.open(3)),
      'open an id': cost(() => explorer.open(far)),
      'a link to an event': cost(() => explorer.restore(decode(`event=${id}&actor=actor-1`).view)),
      'the opened event': cost(() => found.openEvent),
      'a link to no event': cost(() => {
        explorer.restore(decode('event=nobody').view);
        return found.openEvent;
      }),
      'where the steps lead': cost(() => [explorer.neighbour(-1), explorer.neighbour(1)]),
      'ten steps': cost(() => {
        for (let step = 0; step < 10; step++) explorer.step(1);
      }),
      'the link of the view': cost(() => encode(explorer.view)),
      'the sentence': cost(() => found.sentence),
      close: cost(() => explorer.close()),
    };
  }

  test('decode as many records of 10,000 events as of 300 (seed 6)', async () => {
    const [few, many] = [await decodedBy(300), await decodedBy(10_000)];
    for (const [wish, decoded] of Object.entries(many)) {
      // To find an id takes a record or two more, as the ids happen to lie in their table.
      expect(decoded, wish).toBeLessThanOrEqual(few[wish as keyof typeof few] + 4);
      expect(decoded, wish).toBeLessThanOrEqual(20);
    }
    expect(many['open a row']).toBe(1);
    expect(many['ten steps']).toBeGreaterThan(0);
  });
});
