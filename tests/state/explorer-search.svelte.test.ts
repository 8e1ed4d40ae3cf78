import { describe, expect, test } from 'vitest';
import type { Client } from '../../src/engine/client';
import type { SearchAnswer } from '../../src/engine/search/answer';
import { Explorer } from '../../src/state/explorer.svelte';
import { decode, encode } from '../../src/state/link';
import { given } from '../fixtures/sources';
import { fileOf, opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';
import { soon } from '../views/fixtures/soon';

interface Question {
  readonly text: string;
  readonly answer: (answer: SearchAnswer | null) => Promise<void>;
  readonly fail: (message: string) => Promise<void>;
}

/** An explorer of `small` whose searches are answered when told, in any order. */
async function patient() {
  const real = await opened(small());
  const asked: Question[] = [];
  const client: Client = {
    ...real.engine.client,
    search: (text) =>
      new Promise((resolve, reject) => {
        asked.push({
          text,
          answer(answer) {
            resolve(answer);
            return landed();
          },
          fail(message) {
            reject(new Error(message));
            return landed();
          },
        });
      }),
  };
  const explorer = new Explorer(() => client);
  const loading = explorer.load(given(fileOf(small())));
  // The first question, for nothing, asks whether the index is ready.
  await soon(() => asked.length).toBe(1);
  await asked.splice(0)[0].answer(await real.engine.client.search(''));
  await loading;
  const answerTo = (text: string) => real.engine.client.search(text);
  return { explorer, asked, answerTo, count: () => explorer.found?.matches.count };
}

const landed = () => new Promise<void>((resolve) => void setTimeout(resolve));

describe('search as it is typed', () => {
  test('is one message to the worker for each letter, and none for what asks nothing new', async () => {
    const { explorer, engine, settled } = await opened(small());
    const before = engine.sent.length;
    for (const text of ['s', 'su', 'sum', 'sum', 'summ']) explorer.search(text);
    await settled();
    explorer.pick('topic', 'law', 'include');
    explorer.sort('newest');
    explorer.look({ from: 0, to: 1e12 });
    explorer.point(0);
    explorer.open(0);
    await settled();
    expect(engine.sent.slice(before)).toEqual(['search', 'search', 'search', 'search']);
  });

  test('shows what stood before until the answer lands, and then the answer', async () => {
    const { explorer, asked, answerTo, count } = await patient();
    explorer.search('border');
    expect([count(), explorer.searching.standing, explorer.found?.searched]).toEqual([10, 'pending', false]);
    await asked[0].answer(await answerTo('border'));
    expect([count(), explorer.searching.standing, explorer.found?.searched]).toEqual([2, 'answered', true]);
    explorer.search('border closed');
    expect([count(), explorer.searching.standing]).toEqual([2, 'pending']);
    await asked[1].answer(await answerTo('border closed'));
    expect([count(), explorer.searching.standing]).toEqual([1, 'answered']);
  });

  test.each([
    ['in order', [0, 1, 2]],
    ['in reverse', [2, 1, 0]],
    ['mixed', [1, 2, 0]],
  ])('answers that come %s leave the newest one standing', async (_, order) => {
    const { explorer, asked, answerTo } = await patient();
    const texts = ['treaty', 'border', 'border closed'];
    for (const text of texts) explorer.search(text);
    expect(asked.map(({ text }) => text)).toEqual(texts);
    for (const at of order) await asked[at].answer(await answerTo(texts[at]));
    expect(explorer.found?.matches.count).toBe(1);
    expect(explorer.searching.answer?.understood.map(({ text }) => text)).toEqual(['border', 'closed']);
  });

  test('an answer to a text that was taken away is not shown', async () => {
    const { explorer, asked, answerTo, count } = await patient();
    explorer.search('border');
    explorer.search('');
    await asked[0].answer(await answerTo('border'));
    expect([count(), explorer.searching.answer, explorer.searching.standing]).toEqual([10, null, 'answered']);
  });

  test('the same text typed again after another is asked again, and counts by its own answer', async () => {
    const { explorer, asked, answerTo, count } = await patient();
    explorer.search('border');
    explorer.search('treaty');
    explorer.search('border');
    expect(asked.map(({ text }) => text)).toEqual(['border', 'treaty', 'border']);
    await asked[1].answer(await answerTo('treaty'));
    expect(count()).toBe(10);
    await asked[2].answer(await answerTo('border'));
    expect(count()).toBe(2);
  });

  test('one that cannot be answered is told, and the next one works', async () => {
    const { explorer, asked, answerTo, count } = await patient();
    explorer.search('border');
    await asked[0].fail('Search is not possible');
    const told = () => explorer.opening.trouble?.message;
    expect([told(), count(), explorer.searching.standing]).toEqual(['Search is not possible', 10, 'failed']);
    expect(explorer.found?.sentence).toBe('Events matching “border”: not searched');
    explorer.search('treaty');
    await asked[1].answer(await answerTo('treaty'));
    expect([told(), count(), explorer.searching.standing]).toEqual([undefined, 2, 'answered']);
  });

  test('one that cannot be answered takes the matches of the one before it away', async () => {
    const { explorer, asked, answerTo, count } = await patient();
    explorer.search('border');
    await asked[0].answer(await answerTo('border'));
    explorer.search('treaty');
    await asked[1].fail('Search is not possible');
    expect([count(), explorer.found?.searched, explorer.searching.answer]).toEqual([10, false, null]);
    await explorer.openBest();
    expect(explorer.view.event).toBeNull();
  });

  test('no sentence has the new text and the old number', async () => {
    const { explorer, asked, answerTo } = await patient();
    const said = () => explorer.found?.sentence;
    explorer.search('border');
    expect(said()).toBe('Events matching “border”: searching');
    await asked[0].answer(await answerTo('border'));
    expect(said()).toBe('Events matching “border”: 2 of 10');
    explorer.search('border closed');
    expect(said()).toBe('Events matching “border closed”: searching');
    explorer.mute({ kind: 'text' });
    expect(said()).toBe('All 10 events');
  });

  test('a question on its way while another chronology comes is answered from that one', async () => {
    const one = await opened(small());
    one.explorer.search('border');
    const shorter = fileOf({ ...small(), events: small().events.slice(0, 2) });
    await one.explorer.load(given(shorter));
    await one.settled();
    expect([one.found.total, one.found.searched, one.ids()]).toEqual([2, true, ['e1']]);
    one.explorer.search('treaty');
    await one.settled();
    expect(one.ids()).toEqual(['e0']);
  });

  test('muted it lets everything through without forgetting the answer', async () => {
    const { explorer, asked, answerTo, count } = await patient();
    explorer.search('border');
    await asked[0].answer(await answerTo('border'));
    explorer.mute({ kind: 'text' });
    expect([count(), explorer.found?.searched, explorer.found?.marksIn('Border')]).toEqual([10, false, []]);
    explorer.mute({ kind: 'text' });
    expect([count(), asked.length]).toEqual([2, 1]);
    expect(explorer.found?.marksIn('A border.')).toEqual([{ from: 2, to: 8 }]);
  });

  test('white space alone asks for everything', async () => {
    const { explorer, settled: answered, found } = await opened(small());
    explorer.search('   ');
    await answered();
    expect([found.matches.count, found.sentence]).toEqual([10, 'All 10 events']);
  });

  test('nobody waits for a question that was overtaken', async () => {
    const { explorer } = await opened(small());
    explorer.search('border');
    const first = explorer.searching.ask('border');
    explorer.search('treaty');
    await Promise.all([first, explorer.searching.ask('treaty')]);
    expect(explorer.found?.matches.count).toBe(2);
  });
});

describe('suggestions', () => {
  test('come when names are wanted, follow the text, and become filters', async () => {
    const { explorer, found, settled: answered, told } = await opened(small());
    explorer.search('border bobb');
    await answered();
    expect(found.suggestions).toEqual([]);
    explorer.wantNames();
    await soon(() => found.suggestions.map(({ id }) => id)).toEqual(['bob']);
    expect(found.suggestions[0]).toMatchObject({ field: 'actor', alias: 'Bobby', from: 7, to: 11 });
    explorer.adopt('border', 'actor', 'bob');
    await answered();
    expect([encode(explorer.view), found.matches.count, told.at(-1)?.step]).toEqual(['q=border&actor=bob', 2, 'push']);
  });
});

describe('settle', () => {
  async function settledFrom(link: string) {
    const one = await opened(small());
    one.explorer.wantNames();
    await soon(() => one.found.names).not.toBeNull();
    one.explorer.restore(decode(link).view);
    await one.explorer.settle();
    await one.settled();
    return one;
  }

  test.each([
    ['q=actor:bobby', 'actor=bob'],
    ['q=border+actor:bob+topic:war', 'q=border&actor=bob&topic=war'],
    ['q=-actor:bob', 'actor=!bob'],
  ])('makes filters of the terms of "%s" as one step: "%s"', async (before, after) => {
    const { explorer, told } = await settledFrom(before);
    expect(encode(explorer.view)).toBe(after);
    expect(told.map(({ step }) => step)).toEqual(['push']);
  });

  test.each(['', 'q=border', 'q=actor:nobody', '~q=actor:bob', 'q=actor:bob&actor=ann', 'q=actor:bob+OR+topic:law'])(
    'leaves "%s" as it is',
    async (link) => {
      const { explorer, told } = await settledFrom(link);
      expect([encode(explorer.view), told]).toEqual([encode(decode(link).view), []]);
    },
  );

  test('matches the same events as the text did', async () => {
    const one = await settledFrom('');
    for (const text of ['actor:bob', 'topic:law treaty', 'type:decision,treaty -topic:trade']) {
      one.explorer.clear();
      one.explorer.search(text);
      await one.settled();
      const before = one.ids();
      await one.explorer.settle();
      await one.settled();
      expect(one.explorer.view.query.text.value).not.toContain(':');
      expect(one.ids()).toEqual(before);
    }
  });
});
