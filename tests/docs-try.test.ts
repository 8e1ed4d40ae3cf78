import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readChronology } from './oracle/read-chronology';
import { Bitmap } from '../src/engine/bitmap';
import { compile, matches } from '../src/engine/filter';
import { buildSearchIndex } from '../src/engine/search/indexing/build';
import { search } from '../src/engine/search/search';
import { decode } from '../src/state/link';
import { codes } from './docs/markdown';
import { part } from './docs/readme';
import { columnsOf } from './fixtures/columns';
import { csto } from './fixtures/search-input';

const { input, events } = csto();
const index = buildSearchIndex(input);
const file = readChronology(JSON.parse(readFileSync('public/data/csto.json', 'utf8')));
if (!file.ok) throw new Error(file.message);
const { chronology } = file;
const columns = columnsOf({ chronology, events });

describe('what README says to try', () => {
  const steps = part('Try it')
    .split(/^\d\. /m)
    .slice(1);
  const linksIn = (step: string) => codes(step).filter((code) => code.startsWith('#'));
  const typedIn = (step: string) => /type `([^`]+)`/.exec(step)?.[1] ?? null;
  const found = (link: string) => {
    const { query } = decode(link).view;
    const { value } = query.text;
    return compile(
      columns,
      chronology,
      query,
      value === '' ? null : Bitmap.of(search(index, value).hits, events.length),
    );
  };

  it('is five things', () => {
    expect(steps.length).toBe(5);
  });

  it.each(steps.flatMap(linksIn))('%s is a link to what is there', (link) => {
    const { view, notes } = decode(link);
    expect(notes).toEqual([]);
    expect(found(link).unknownIds).toEqual([]);
    if (view.event !== null) expect(events.map(({ id }) => id)).toContain(view.event);
    const none = link === '#dating=undated';
    expect(matches(found(link)).count > 0).toBe(!none);
  });

  it.each(steps.flatMap((step) => (typedIn(step) === null ? [] : [[typedIn(step)!, linksIn(step)[0]]])))(
    'typing %s shows what %s shows',
    (text, link) => {
      const { hits, hints, soft } = search(index, text);
      expect([hints, soft]).toEqual([[], false]);
      const rows = Bitmap.of(hits, events.length);
      expect(rows.rows(0, events.length)).toEqual(matches(found(link)).rows(0, events.length));
    },
  );

  it('opens the best match where it says so, and one of the matches elsewhere', () => {
    for (const step of steps.filter((one) => typedIn(one) !== null)) {
      const { event } = decode(linksIn(step)[0]).view;
      const ranked = [...search(index, typedIn(step)!).ranked].map((row) => events[row].id);
      if (step.includes('press Enter')) expect(ranked[0]).toBe(event);
      else if (event !== null) expect(ranked).toContain(event);
    }
  });

  it('tells the dates that the events have', () => {
    const text = steps.join(' ').replace(/\s+/g, ' ');
    const dateOf = (id: string) => events.find((event) => event.id === id)!.date;
    expect(text).toContain('the mission, 6–19 Jan 2022');
    expect(dateOf('kaz-mission-2022')).toBe('2022-01-06/2022-01-19');
    expect(text).toContain('first peacekeepers on 6 January');
    expect(dateOf('kaz-deployment-2022')).toBe('2022-01-06');
    expect(text).toContain('opens: 2 April 1999');
    expect(dateOf('three-states-leave-1999')).toBe('1999-04-02');
    expect(text).toContain('it says *No undated events*');
    expect(events.every(({ date }) => date !== null)).toBe(true);
  });
});
