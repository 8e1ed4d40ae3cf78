import { describe, expect, test } from 'vitest';
import { datelineJson } from '../../../src/engine/exporting/dateline-json';
import { ndjson } from '../../../src/engine/exporting/ndjson';
import { Bitmap } from '../../../src/engine/bitmap';
import { readChronology } from '../../oracle/read-chronology';
import { chronologyOf } from '../../fixtures/events';
import { fileOf, recordsOf, selectionFrom, type RawEvent } from '../../fixtures/selection';

const { chronology } = chronologyOf([], {
  actors: [
    { id: 'ann', name: 'Ann', memberOf: ['org'] },
    { id: 'bob', name: 'Bob', roles: [{ title: 'Chair', body: 'board', date: null }] },
    { id: 'org', name: 'Org', memberOf: ['union'] },
    { id: 'union', name: 'Union' },
    { id: 'board', name: 'Board' },
    { id: 'cat', name: 'Cat' },
  ],
  topics: [{ id: 'war' }, { id: 'law' }],
});
const EVENTS = [
  { id: 'a', title: 'A', actors: ['ann'], topics: ['war'], own: { deep: [1, 2] } },
  { id: 'b', title: 'B', actors: [{ id: 'bob', role: 'host' }] },
  { id: 'c', title: 'C', topics: ['law'] },
];
interface Read {
  readonly actors: readonly { readonly id: string }[];
  readonly topics: readonly { readonly id: string }[];
  readonly events: readonly unknown[];
}
const parsed = async (selection: Parameters<typeof datelineJson>[0]): Promise<Read> =>
  JSON.parse((await fileOf(datelineJson(selection))).text) as Read;

describe('a file of dateline/1', () => {
  test('of all events has the head that was read, with every key', async () => {
    const head = { format: 'dateline/1', title: 'T', compiled: { by: 'us' }, actors: [{ id: 'x', colour: 'red' }] };
    const read = await parsed(selectionFrom(chronology, EVENTS, { head: JSON.stringify(head) }));
    expect(read).toEqual({ ...head, events: EVENTS });
  });

  test.each(['{}', '{"title":"T"}', '{"title":"T","format":"dateline/1"}', '{"format":"other","title":"T"}'])(
    'says its format first where the head was %s',
    async (head) => {
      const { text } = await fileOf(datelineJson(selectionFrom(chronology, EVENTS, { head })));
      expect(text.startsWith('{"format":"dateline/1",')).toBe(true);
      expect(JSON.parse(text)).toEqual({ ...JSON.parse(head), format: 'dateline/1', events: EVENTS });
    },
  );

  test('of some events has those whom they name, whom these belong to, and no others', async () => {
    const of = async (only: readonly number[]) => {
      const read = await parsed(selectionFrom(chronology, EVENTS, { only }));
      expect(readChronology(read)).toMatchObject({ ok: true, problems: [] });
      return [read.events, ...[read.actors, read.topics].map((named) => named.map(({ id }) => id))];
    };
    expect(await of([0])).toEqual([[EVENTS[0]], ['ann', 'org', 'union'], ['war']]);
    expect(await of([1])).toEqual([[EVENTS[1]], ['bob', 'board'], []]);
    expect(await of([2])).toEqual([[EVENTS[2]], [], ['law']]);
  });

  test('keeps keys of actors that nobody knows, in some as in all', async () => {
    const head = '{"format":"dateline/1","title":"T","more":1,"actors":[{"id":"ann","name":"Ann","colour":"red"}]}';
    const read = await parsed(selectionFrom(chronology, EVENTS, { head, only: [0] }));
    expect(read).toMatchObject({ more: 1, actors: [{ id: 'ann', name: 'Ann', colour: 'red' }] });
  });

  test('writes events as they were read, numbers beyond those of JavaScript too', async () => {
    const json = '{"id":"a","title":"A","big":12345678901234567890,"very":1.50}';
    const selection = { ...selectionFrom(chronology, EVENTS), records: recordsOf([json]), rows: Bitmap.all(1) };
    expect((await fileOf(datelineJson(selection))).text).toContain(json);
    expect((await fileOf(ndjson(selection))).text).toBe(`${json}\n`);
  });

  test('is done with an event at each step, with half of one where it goes through them twice', async () => {
    const doneOf = async (only?: readonly number[]) =>
      (await fileOf(datelineJson(selectionFrom(chronology, EVENTS, only && { only })))).done;
    expect(await doneOf()).toEqual([0, 1, 2, 3, 3]);
    expect(await doneOf([0, 2])).toEqual([0.5, 1, 1, 1.5, 2, 2]);
  });

  test('of some events is, read and written again, the same', async () => {
    const { text } = await fileOf(datelineJson(selectionFrom(chronology, EVENTS, { only: [0, 1] })));
    const { events, ...head } = JSON.parse(text) as { readonly events: readonly RawEvent[] };
    const again = selectionFrom(chronology, events, { head: JSON.stringify(head) });
    expect((await fileOf(datelineJson(again))).text).toBe(text);
  });
});

test('each event stands on one line without white space between its values, however it stood in its file', async () => {
  const event = { id: 'a', title: 'Two\nlines\u2028', list: [1, { b: '  ' }], '"\\ ': '\\ "' };
  const text = JSON.stringify(event, null, 2);
  const selection = { ...selectionFrom(chronology, EVENTS), records: recordsOf([text]), rows: Bitmap.all(1) };
  const { text: line } = await fileOf(ndjson(selection));
  expect(line).toBe(`${JSON.stringify(event)}\n`);
  expect((await fileOf(datelineJson(selection))).text.split('\n').slice(1)).toEqual([line.trimEnd(), ']}', '']);
});
