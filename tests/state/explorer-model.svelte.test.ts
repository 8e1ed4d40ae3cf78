import { expect, test } from 'vitest';
import { FIELDS, type ClauseRef } from '../../src/engine/query';
import type { Explorer } from '../../src/state/explorer.svelte';
import { encode } from '../../src/state/link';
import type { View } from '../../src/state/view';
import { clausesOf } from '../../src/state/view-edits';
import { generateChronology } from '../fixtures/generate';
import { type Random, random } from '../fixtures/random';
import { slowFacet, slowMatches } from '../oracle/slow-filter';
import { slowGroups } from '../oracle/slow-groups';
import { type SlowRow, slowRows, slowValues } from '../oracle/slow-rows';
import { fileOf, opened, type Opened } from '../views/fixtures/explorers';

const TEXTS = ['', '', 'drai', 'ba -ka', 'pranea OR stou', '"ba"', 'nothing-is-called-this', 'actor:x before:2005'];
const BOUNDS = ['1998', '2000-05', '2003-07-09', '2010', '201X', null];

/** A wish of a user: one verb with what it is about. */
function wish(source: Random, { explorer, found }: Opened, seen: readonly View[]): void {
  const field = source.pick(FIELDS);
  const { values } = found.dataset.columns.field(field);
  const id = values.length === 0 || source.chance(0.05) ? 'nobody' : values[source.zipf(values.length)].id;
  const row = source.below(found.total);
  const clauses: readonly ClauseRef[] = clausesOf(explorer.view.query);
  const clause = clauses.length === 0 ? ({ kind: 'range' } as const) : source.pick(clauses);
  const bound = () => source.pick(BOUNDS);
  const mode = source.pick(['possibly', 'certainly'] as const);
  const verbs: readonly ((explorer: Explorer) => void)[] = [
    (it) => it.cycle(field, id),
    (it) => it.pick(field, id, source.pick(['include', 'exclude', null])),
    (it) => it.combine(source.pick(['actor', 'topic']), source.pick(['any', 'all'])),
    (it) => it.withMembers(`actor-${source.below(6)}`, source.chance(0.5)),
    (it) => it.range({ from: bound(), to: bound(), mode, off: false }, source.chance(0.5)),
    (it) => it.mute(clause),
    (it) => it.remove(clause),
    (it) => it.remove(clause),
    (it) => it.clear(),
    (it) => it.arrange(source.pick(['actor', 'topic', 'type', 'none'])),
    (it) => it.sort(source.pick(['oldest', 'newest', 'relevance'])),
    (it) => it.search(source.pick(TEXTS)),
    (it) => it.adopt(source.pick(TEXTS), field, id, 'include'),
    (it) => it.open(row),
    (it) => it.step(source.pick([1, -1])),
    (it) => it.close(),
    (it) => it.moveTo(row),
    (it) => it.fit(),
    (it) => it.restore(source.pick(seen)),
  ];
  source.pick(verbs)(explorer);
}

/** Ranked rows that match, then all other matches by time. */
function slowOrder(matches: readonly SlowRow[], sort: View['sort'], ranked: readonly number[] | null) {
  if (sort === 'relevance' && ranked !== null) {
    const rows = new Set(matches.map(({ row }) => row));
    const best = ranked.filter((row) => rows.has(row));
    return [...best, ...[...rows].filter((row) => !best.includes(row))];
  }
  const dated = matches.filter(({ date }) => date !== null).map(({ row }) => row);
  const undated = matches.filter(({ date }) => date === null).map(({ row }) => row);
  return [...(sort === 'newest' ? dated.reverse() : dated), ...undated];
}

test.each([1, 3])('after any wishes all findings agree with slow and obvious ones (seed %i)', async (seed) => {
  const source = random(seed);
  const data = generateChronology(90, seed, { nasty: seed === 3 ? 0.5 : 0.05 });
  const one = await opened(data);
  const { explorer, found } = one;
  const oracle = (await opened(fileOf(data))).engine.client;
  const rows = slowRows(data.events);
  const { columns } = found.dataset;
  const seen: View[] = [explorer.view];
  const numbers = new Set<number>();

  for (let wishes = 0; wishes < 200; wishes++) {
    wish(source, one, seen);
    await one.settled();
    seen.push(explorer.view);
    const { query, sort, lanes } = explorer.view;
    const answer = query.text.value === '' ? null : await oracle.search(query.text.value);
    const hits =
      answer === null
        ? null
        : new Set(rows.map(({ row }) => row).filter((row) => (answer.hits[row >> 5] >>> (row & 31)) & 1));
    const matches = slowMatches(rows, data.chronology, query, hits);
    const told = `${String(wishes)}: ${encode(explorer.view)}`;
    numbers.add(matches.length);

    expect(Array.from(found.matches.rows(0, rows.length)), told).toEqual(matches.map(({ row }) => row));
    for (const field of [FIELDS[wishes % FIELDS.length], FIELDS[(wishes * 3 + 1) % FIELDS.length]]) {
      const facet = slowFacet(rows, data.chronology, query, hits, field);
      const { values } = columns.field(field);
      expect(Array.from(found.facets[field]), told).toEqual(values.map(({ id }) => facet.get(id) ?? 0));
    }
    const isSearch = answer !== null && !query.text.off;
    const order = slowOrder(matches, sort, isSearch ? Array.from(answer.ranked) : null);
    expect(
      Array.from({ length: found.order.count }, (_, at) => found.order.rowAt(at)),
      told,
    ).toEqual(order);
    expect(found.best, told).toBe(
      (isSearch ? Array.from(answer.ranked) : []).find((row) => order.includes(row)) ?? order[0] ?? -1,
    );

    const listed = slowOrder(matches, sort === 'newest' ? 'newest' : 'oldest', null);
    const groups = slowGroups(listed.map((row) => rows[row])).map(({ kind, rows: inside }) => [kind, inside.length]);
    expect(
      found.listGroups.map(({ kind, from, to }) => [kind, to - from]),
      told,
    ).toEqual(groups);

    const { sentence } = found;
    const asks = /: ([\d,]+) of ([\d,]+)$/u.exec(sentence);
    expect(asks === null ? rows.length : Number(asks[1]), `${told}: ${sentence}`).toBe(matches.length);

    const undated = slowMatches(rows, data.chronology, query, hits, 'range').filter(({ date }) => date === null);
    const inForce = query.range !== null && !query.range.off;
    expect(found.leftOut, told).toBe(inForce ? undated.length : 0);

    if (lanes !== 'none') {
      const inLane = (id: string) => matches.filter((row) => slowValues(row, lanes).includes(id));
      for (const lane of found.lanes) {
        const rowsOfLane =
          lane.id === '' ? matches.filter((row) => slowValues(row, lanes).length === 0) : inLane(lane.id);
        expect(Array.from(lane.rows.rows(0, rows.length)), told).toEqual(rowsOfLane.map(({ row }) => row));
        expect(lane.count, told).toBe(rowsOfLane.length);
      }
      const missing = columns.field(lanes).values.filter(({ id }) => !found.lanes.some((lane) => lane.id === id));
      expect(
        missing.flatMap(({ id }) => inLane(id)),
        told,
      ).toEqual([]);
    }

    const colour = lanes === 'topic' ? 'type' : 'topic';
    const slotOf = (row: SlowRow): number =>
      slowValues(row, colour)
        .map((id) => found.slots[columns.field(colour).indexOf(id)])
        .find((slot) => slot >= 0) ?? -1;
    expect(
      matches.map(({ row }) => found.slotOf(row)),
      told,
    ).toEqual(matches.map(slotOf));
  }
  expect(numbers.size).toBeGreaterThan(12);
});
