import { describe, expect, it } from 'vitest';
import { NameList } from '../../src/engine/name-list';
import { unitsOf } from '../../src/engine/search/indexing/vocabulary';
import { EditDistance, editLimit } from '../../src/engine/search/text/edits';
import { Scanner } from '../../src/engine/search/text/scanner';
import { foldText } from '../../src/engine/search/text/tokens';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { random } from '../fixtures/random';

const WORDS = [
  'Anna',
  'anne',
  'Ян',
  'Янина',
  "O'Brien",
  'al-Assad',
  'Łódź',
  'ООН',
  'U.S.',
  'Ann',
  'Nina',
  '…',
  'annan',
];
const ASKED = [
  'a',
  'an',
  'ann',
  'anna',
  'ann nina',
  'nina an',
  'yan',
  'lodz',
  'al assad',
  'obrien',
  'anan',
  'us',
  'zz',
];

/** How directly a folded name is `wanted`; Infinity when not at all. */
function slowRank(name: string, wanted: string): number {
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  return wanted.split(' ').every((word) => ` ${name}`.includes(` ${word}`)) ? 2 : Infinity;
}

function slowlyNear(name: string, words: readonly string[]): boolean {
  return words.every((word) => {
    const distance = new EditDistance(unitsOf(word));
    const limit = editLimit(word.length);
    return name
      .split(' ')
      .some((own) => own !== '' && distance.toPrefixOf(unitsOf(own), 0, own.length, limit) <= limit);
  });
}

describe.each([1, 2, 3])('a list of names (seed %i)', (seed) => {
  const source = random(seed);
  const name = () => Array.from({ length: 1 + source.below(3) }, () => source.pick(WORDS)).join(' ');
  const actors = Array.from({ length: 60 }, (_, i) => ({
    id: `a${i}`,
    name: name(),
    short: source.chance(0.3) ? name() : null,
    aliases: Array.from({ length: source.below(3) }, name),
  }));
  const column = columnsOf(chronologyOf([{ actors: ['a0'] }], { actors })).field('actor');
  const list = new NameList(column, (id) => actors.find((actor) => actor.id === id)?.aliases ?? [], new Scanner());
  const folded = actors.map((_, value) => list.namesOf(value).map((each) => foldText(each)));

  it.each(ASKED)('finds the values called as %j, each by its most direct name', (asked) => {
    const wanted = foldText(asked);
    const slow = folded.flatMap((names, value) => {
      const ranks = names.map((each) => slowRank(each, wanted));
      const rank = Math.min(...ranks);
      return rank === Infinity ? [] : [{ value, rank, called: list.namesOf(value)[ranks.indexOf(rank)] }];
    });
    const hits = list.beginning(wanted);
    expect(hits.map((hit) => ({ value: hit.value, rank: hit.rank, called: list.called(hit) }))).toEqual(slow);
  });

  it.each(ASKED)('finds every name near %j, typing errors aside', (asked) => {
    const words = foldText(asked).split(' ');
    const slow = folded.flatMap((names, value) =>
      names.filter((each) => slowlyNear(each, words)).map((each) => ({ value, folded: each })),
    );
    const hits = list.near(words).map((hit) => ({ value: hit.value, name: hit.name, folded: list.folded(hit) }));
    const inOrder = hits.sort((a, b) => a.name - b.name).map(({ value, folded: each }) => ({ value, folded: each }));
    expect(inOrder).toEqual(slow);
  });
});
