import { describe, expect, it } from 'vitest';
import { decode, encode } from '../../src/state/link';
import { START } from '../../src/state/view';

const KEYS =
  'v, data, pack, q, actor, topic, type, status, confidence, place, publisher, dating, from, to, range, check, all, members, lanes, sort, window, event';

describe('a part of a link that cannot be read', () => {
  it.each([
    ['sort=up', 'link part "sort=up": unknown value; use oldest, newest, relevance'],
    ['lanes=place', 'link part "lanes=place": unknown value; use actor, topic, type, none'],
    [
      'all=people',
      'link part "all=people": unknown value; use actor, topic, type, status, confidence, place, publisher, dating',
    ],
    ['from=2024-13', 'link part "from=2024-13": month 13; use 01-12'],
    ['window=2024', 'link part "window=2024": not two dates; write two, such as 2022-01-01..2022-12-31'],
    [
      'window=2024..2025..2026',
      'link part "window=2024..2025..2026": not two dates; write two, such as 2022-01-01..2022-12-31',
    ],
    ['window=..', 'link part "window=..": not two dates; write two, such as 2022-01-01..2022-12-31'],
    ['window=2024..', 'link part "window=2024..": not two dates; write two, such as 2022-01-01..2022-12-31'],
    ['actor=', 'link part "actor=": names nothing; write actor= and an id'],
    ['actor=!', 'link part "actor=!": names nothing; write actor= and an id'],
    ['members', 'link part "members=": names nothing; write members= and the id of an actor'],
    ['~lanes=topic', 'link part "~lanes=topic": ~ switches off filters and the search only; leave out the ~'],
    ['range=certainly', 'link part "range=certainly": no range; give from or to as well'],
    ['v=2', 'link part "v=2": not a version this page knows; what can be read is read as version 1'],
    ['people=zas', `link part "people=zas": unknown key; use one of ${KEYS}`],
    ['__proto__=zas', `link part "__proto__=zas": unknown key; use one of ${KEYS}`],
    ['#list', `link part "list=": unknown key; use one of ${KEYS}`],
  ])('is told: %s', (link, note) => {
    expect(decode(link).notes).toEqual([note]);
  });

  it('falls back by itself while the rest applies', () => {
    const { view, notes } = decode('sort=up&from=2024-13&to=2024-12&window=x..y&lanes=topic&who=me&event=e1');
    expect(encode(view)).toBe('to=2024-12&lanes=topic&event=e1');
    expect(notes).toHaveLength(4);
  });

  it('leaves the start alone when nothing can be read', () => {
    expect(decode('&&=&%&#').view).toEqual(START);
  });
});

describe('a link that contradicts itself', () => {
  it.each([
    ['q=a&q=b', 'q=b', 'q is given twice'],
    ['actor=zas&actor=!zas', 'actor=!zas', 'picked twice'],
    ['from=2024&to=2022', 'from=2022&to=2024', 'from is after to'],
    ['window=2024..2022', 'window=2022..2024', 'it ends before it begins'],
    ['~from=2022&to=2024', 'from=2022&to=2024', 'only one has a ~'],
  ])('is read in the likeliest way and told: %s', (link, canonical, reason) => {
    const { view, notes } = decode(link);
    expect(encode(view)).toBe(canonical);
    expect(notes).toEqual([expect.stringContaining(reason)]);
  });

  it('says nothing of what is merely said twice', () => {
    expect(decode('actor=zas&actor=zas&members=csto&members=csto&all=actor&all=actor&&').notes).toEqual([]);
  });
});
