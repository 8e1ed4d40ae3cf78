import { expect, test } from 'vitest';
import { readDate } from '../../src/domain/date';
import { ACTORS, eventsOf, headOf, TOPICS, TYPES, typesOf, vocabulary } from './data/chronology';
import { extentOf } from './data/dates';
import { brushSteps, clicks } from './data/filters';
import { keystrokesOf, queriesOf } from './data/queries';

const words = vocabulary();
const head = headOf(2000, words);
const events = [...eventsOf(2000, head, words)];

test('peers are given the very extents that the product reads', () => {
  for (const { date } of events) {
    const reading = date === null ? null : readDate(date);
    const known = reading?.ok ? { from: reading.date.earliest, to: reading.date.latest } : null;
    expect(extentOf(date), date ?? 'undated').toEqual(known ?? { from: Infinity, to: -Infinity });
  }
});

test('there are sixty values to count, each with a name of its own', () => {
  expect(ACTORS + TOPICS + TYPES).toBe(60);
  const names = [...head.actors, ...head.topics].map(({ name }) => name).concat(typesOf(words));
  expect(new Set(names).size).toBe(60);
});

test('an event has one to five actors, few of them most of the time, over thirty years', () => {
  const counts = events.map(({ actors }) => actors.length);
  expect([Math.min(...counts), Math.max(...counts)]).toEqual([1, 5]);
  const of = (id: string) => events.filter(({ actors }) => actors.includes(id)).length;
  expect(of('a0')).toBeGreaterThan(4 * of('a20'));
  const years = new Set(events.flatMap(({ date }) => date?.slice(0, 4) ?? []));
  expect(years.size).toBeGreaterThanOrEqual(30);
});

test('queries are the same at every call, six of a class, and no beginning of them is of one class only', () => {
  const queries = queriesOf(2000);
  expect(queriesOf(2000)).toEqual(queries);
  expect(queries.length).toBeGreaterThanOrEqual(50);
  for (const kind of new Set(queries.map((query) => query.kind))) {
    expect(queries.filter((query) => query.kind === kind).length, kind).toBe(6);
  }
  expect(new Set(queries.slice(0, 12).map(({ kind }) => kind)).size).toBeGreaterThan(4);
});

test('a text is typed letter by letter', () => {
  expect(keystrokesOf(['ab', 'c'])).toEqual(['a', 'ab', 'c']);
});

test('each click changes one value, and never more than four are picked', () => {
  let before = 0;
  for (const { facet, value, filter } of clicks(60)) {
    const picked = filter.actors.length + filter.topics.length + filter.types.length;
    expect(Math.abs(picked - before)).toBe(1);
    expect(filter[facet].includes(value)).toBe(picked > before);
    expect(picked).toBeLessThanOrEqual(4);
    before = picked;
  }
});

test('steps of the brush follow on one another', () => {
  const starts = brushSteps(5).map(({ range }) => range!.from);
  expect(new Set(starts.slice(1).map((from, at) => from - starts[at])).size).toBe(1);
});
