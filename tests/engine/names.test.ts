import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { readChronology } from '../oracle/read-chronology';
import { buildColumns } from '../../src/engine/columns/build';
import { createNames } from '../../src/engine/names';
import { unpackColumns } from '../../src/engine/columns/packed';
import { liftFacets } from '../../src/engine/search/language/lift';

const read = readChronology(JSON.parse(readFileSync('public/data/csto.json', 'utf8')));
if (!read.ok) throw new Error(read.message);
const { columns: packed } = buildColumns(
  read.chronology,
  read.events.map(({ event }) => event),
);
const columns = unpackColumns(packed, read.chronology);
const names = createNames(columns, read.chronology);

const suggested = (text: string, limit = 3): string[] =>
  names.suggest(text, limit).map(({ field, id, from, to }) => `${field}=${id} for ${text.slice(from, to)}`);

describe('suggest', () => {
  it.each([
    ['tasmag', 'actor=tasmagambetov for tasmag'],
    ['Тасмаг', 'actor=tasmagambetov for Тасмаг'],
    ['tasmagmbetov', 'actor=tasmagambetov for tasmagmbetov'],
    ['odkb', 'actor=csto for odkb'],
    ['lukashenka', 'actor=lukashenko for lukashenka'],
    ['peacekeep', 'topic=peacekeeping for peacekeep'],
    ['yekater', 'place=Yekaterinburg, Russia for yekater'],
    ['antonio guterres', 'actor=guterres for antonio guterres'],
  ])('names for %j first %s', (text, expected) => {
    expect(suggested(text)[0]).toBe(expected);
  });

  it('takes the longest run of last words that is in a name', () => {
    expect(suggested('exercises with joint st')[0]).toBe('actor=joint-staff for joint st');
    expect(suggested('appeal to the security council')[0]).toMatch(/^actor=(unsc|csc) for security council$/);
    expect(suggested('mission stanislaw zas')[0]).toBe('actor=zas for stanislaw zas');
  });

  it('says by which other name it was found, how many events there are, and what kind it is', () => {
    const [first] = names.suggest('odkb', 1);
    expect(first).toMatchObject({ name: 'Collective Security Treaty Organization', alias: 'ODKB', kind: 'body' });
    expect(first.count).toBe(17);
    expect(names.suggest('stanislav zas', 1)[0].alias).toBeNull();
  });

  it('puts exact names before those that only begin so, and then the commoner first', () => {
    const found = names.suggest('armenia', 5);
    expect(found[0].id).toBe('armenia');
  });

  it('has nothing to say for one letter, for nothing, after a field, a phrase or a closed bracket', () => {
    for (const text of ['', ' ', 'k', 'actor:zas', '"joint staff"', 'zebrafish qqqq', '(armenia)']) {
      expect(suggested(text)).toEqual([]);
    }
  });

  it('looks at the end of a long text only, and gives its place there', () => {
    const text = `${'word '.repeat(2000)}tasmag`;
    expect(suggested(text)[0]).toBe('actor=tasmagambetov for tasmag');
    expect(names.suggest('x'.repeat(100_000), 3)).toEqual([]);
  });

  it('gives no more than asked for', () => {
    expect(names.suggest('se', 4)).toHaveLength(4);
  });
});

describe('find', () => {
  const ids = (field: 'actor' | 'topic' | 'type', text: string): string[] =>
    Array.from(names.find(field, text), (index) => columns.field(field).values[index].id);

  it('finds values by any of their names, typing errors included', () => {
    expect(ids('actor', 'зась')).toEqual(['zas']);
    expect(ids('actor', 'pashinian')[0]).toBe('pashinyan');
    expect(ids('actor', 'pashiniyan')[0]).toBe('pashinyan');
    expect(ids('topic', 'peace')).toEqual(['peacekeeping']);
    expect(ids('type', 'exer')).toEqual(['exercise']);
  });

  it('finds all for no words and none for what is not there', () => {
    expect(names.find('topic', ' ')).toHaveLength(columns.field('topic').values.length);
    expect(ids('actor', 'zebrafish')).toEqual([]);
    expect(ids('topic', 'xq')).toEqual([]);
  });
});

it('offers its table for turning terms into picks', () => {
  expect(liftFacets('actor:odkb mission', names.table)).toEqual({
    rest: 'mission',
    picks: [{ field: 'actor', id: 'csto', sign: 'include' }],
  });
});
