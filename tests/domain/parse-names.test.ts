import { describe, expect, test } from 'vitest';
import { closingLinks } from '../../src/domain/parsing/circles';
import { readChronology } from '../oracle/read-chronology';

function read(actors: readonly unknown[], topics: readonly unknown[] = []) {
  const reading = readChronology({
    format: 'dateline/1',
    title: 'T',
    actors,
    topics,
    events: [{ id: 'a', title: 'A' }],
  });
  if (!reading.ok) throw new Error(reading.message);
  return {
    ...reading.chronology,
    told: reading.problems.map(({ field, found, reason }) => `${field} ${found} ${reason}`),
  };
}

const actor = (id: string, memberOf: readonly string[] = []) => ({
  id,
  name: id.toUpperCase(),
  kind: 'body',
  memberOf,
});

describe('actors and topics', () => {
  test('are read in the order of the file', () => {
    const { actors, topics, told } = read(
      [
        {
          ...actor('b'),
          short: 'B.',
          aliases: ['Bee', 'Bee'],
          roles: [{ title: 'Chair', body: 'a', date: '2001/..' }],
          url: 'https://b',
        },
        actor('a'),
      ],
      [{ id: 't', name: 'T', description: 'D' }],
    );
    expect(told).toEqual([]);
    expect(actors[0]).toEqual({
      id: 'b',
      name: 'B',
      kind: 'body',
      short: 'B.',
      aliases: ['Bee'],
      memberOf: [],
      roles: [{ title: 'Chair', body: 'a', date: '2001/..' }],
      url: 'https://b',
      note: null,
    });
    expect(topics).toEqual([{ id: 't', name: 'T', description: 'D' }]);
  });

  test('without an id, or with one that came before, are left out and told', () => {
    const { actors, told } = read([actor('a'), { name: 'No id', kind: 'state' }, { ...actor('a'), name: 'Second' }, 5]);
    expect(actors.map(({ name }) => name)).toEqual(['A']);
    expect(told).toEqual([
      'actors[1].id nothing is missing: the entry is left out',
      'actors[2].id "a" came before: the entry is left out',
      'actors[3] 5 is a number, not an object: the entry is left out',
    ]);
  });

  test('without a name or a known kind get stand-ins and are told', () => {
    const { actors, told } = read([{ id: 'a' }, { id: 'b', name: 'B', kind: 'group' }], [{ id: 't' }]);
    expect(actors.map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'other'],
      ['B', 'other'],
    ]);
    expect(told).toEqual([
      'actors[0].name nothing is missing: its id stands in',
      'actors[0].kind nothing is missing: it is taken as other',
      'actors[1].kind "group" is not a known kind: it is taken as other',
      'topics[0].name nothing is missing: its id stands in',
    ]);
  });
});

describe('membership', () => {
  test('may name an actor that comes later; one that is not there is dropped and told', () => {
    const { actors, told } = read([actor('a', ['b', 'z']), actor('b')]);
    expect(actors[0].memberOf).toEqual(['b']);
    expect(told).toEqual(['memberOf of actor "a" "z" names no actor: it is ignored']);
  });

  test('may meet again but not go round: the link that closes a circle is dropped and told', () => {
    const { actors, told } = read([
      actor('a', ['b', 'c']),
      actor('b', ['d']),
      actor('c', ['d']),
      actor('d', ['a', 'd']),
    ]);
    expect(actors.map(({ memberOf }) => memberOf)).toEqual([['b', 'c'], ['d'], ['d'], []]);
    expect(told).toHaveLength(2);
  });

  test('of any depth is followed to the end', () => {
    const links = new Map(Array.from({ length: 100_000 }, (_, index) => [`${index}`, [`${(index + 1) % 100_000}`]]));
    expect([...closingLinks(links)]).toEqual([['99999', new Set(['0'])]]);
  });
});
