import { expect, test } from 'vitest';
import { encode } from '../../src/state/link';
import { chronologyOf } from '../fixtures/events';
import { random } from '../fixtures/random';
import { opened, type Opened } from '../views/fixtures/explorers';
import { small } from '../views/fixtures/small';

const OTHER = () =>
  chronologyOf(
    [
      { title: 'Border of another land', date: '1750', actors: ['bob'], topics: ['war'] },
      { title: 'Nothing of interest', date: '1760', actors: ['eve'], topics: ['law'] },
      { title: 'Border again', date: '1770', actors: ['bob'], topics: ['law'] },
    ],
    { actors: [{ id: 'bob', name: 'Another Bob' }, { id: 'eve' }], topics: [{ id: 'war' }, { id: 'law' }] },
  );

const VERBS: readonly ((one: Opened) => void)[] = [
  ({ explorer }) => explorer.search('border'),
  ({ explorer }) => explorer.search(''),
  ({ explorer }) => explorer.cycle('actor', 'bob'),
  ({ explorer }) => explorer.pick('topic', 'law', 'exclude'),
  ({ explorer }) => explorer.range({ from: '1755', to: null, mode: 'possibly', off: false }),
  ({ explorer }) => explorer.clear(),
  ({ explorer }) => explorer.open(1),
  ({ explorer }) => explorer.step(1),
  ({ explorer }) => explorer.arrange('topic'),
  ({ explorer }) => explorer.point(2),
  ({ explorer }) => explorer.light({ field: 'topic', id: 'war' }),
  ({ explorer }) => explorer.fit(),
];

const lookOf = ({ explorer, found, ids, told }: Opened) => ({
  view: encode(explorer.view),
  ids: ids(),
  sentence: found.sentence,
  open: found.openEvent?.title,
  window: explorer.window,
  pointed: explorer.pointed,
  lit: explorer.lit,
  told: told.map(({ view, step }) => `${step} ${encode(view)}`),
});

test('two explorers, their wishes mixed, are each what it is alone (seed 5)', async () => {
  const source = random(5);
  const wishes = Array.from({ length: 80 }, () => ({ second: source.chance(0.5), verb: source.pick(VERBS) }));
  const [first, second] = [await opened(small()), await opened(OTHER())];
  for (const { second: isSecond, verb } of wishes) verb(isSecond ? second : first);
  await Promise.all([first.settled(), second.settled()]);

  for (const isSecond of [false, true]) {
    const alone = await opened(isSecond ? OTHER() : small());
    for (const wish of wishes) if (wish.second === isSecond) wish.verb(alone);
    await alone.settled();
    const together = lookOf(isSecond ? second : first);
    expect(together).toEqual(lookOf(alone));
    expect(together.told.length).toBeGreaterThan(5);
  }
  expect(lookOf(first).sentence).not.toEqual(lookOf(second).sentence);
});

test('when one is closed the other goes on', async () => {
  const [first, second] = [await opened(small()), await opened(OTHER())];
  first.engine.close();
  second.explorer.search('border');
  await second.settled();
  expect(second.found.matches.count).toBe(2);
  expect(first.explorer.notes).toEqual([]);
});
