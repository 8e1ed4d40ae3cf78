import { expect, test, vi } from 'vitest';
import type * as Limits from '../../src/domain/limits';
import { openPieces } from '../fixtures/opened';

vi.mock('../../src/domain/limits', async (original) => {
  const actual = await original<typeof Limits>();
  return { ...actual, LIMITS: { ...actual.LIMITS, bytes: 20_000_000, part: 3_000_000, events: 1000 } };
});

const HEAD = '{"format":"dateline/1","title":"T",';

/** What is made of a file whose pieces, a third of a megabyte each, begin with `head` and have no end; how many are read. */
function endless(
  head: string,
  repeated: string,
): { readonly opened: ReturnType<typeof openPieces>; readonly read: number } {
  let read = 0;
  function* pieces(): Generator<Uint8Array> {
    yield new TextEncoder().encode(head);
    const piece = new TextEncoder().encode(repeated.repeat(Math.ceil(333_333 / repeated.length)));
    for (; read < 1000; read++) yield piece;
  }
  return { opened: openPieces(pieces()), read };
}

test('a file with too many events is refused when one more has come', () => {
  const { opened, read } = endless(`${HEAD}"events":[{"id":"0","title":"A"}`, ',{"id":"0","title":"A"}');
  expect(opened).toEqual({
    ok: false,
    message: 'The chronology lists 2,000,001 events or more; at most 2,000,000 can be opened, so split it'
      .replace('2,000,001', '1,001')
      .replace('2,000,000', '1,000'),
  });
  expect(read).toBe(0);
});

test('a file with too many bytes is refused when they have come', () => {
  const { opened, read } = endless(`${HEAD}"events":[`, ' ');
  expect(opened).toEqual({
    ok: false,
    message: 'The file has 0.1 GB or more; at most 0.1 GB can be opened, so split it',
  });
  expect(read).toBe(59);
});

test('an event that does not end is refused, with what may be the matter', () => {
  const { opened, read } = endless(
    `${HEAD}"events":[{"id":"0","title":"A"},{"id":"1","x":[`,
    '{"id":"2","title":"B"},',
  );
  expect(opened).toEqual({
    ok: false,
    message: 'Event 2 of the file is larger than 3 MB; perhaps a bracket is missing in it',
  });
  expect(read).toBeLessThan(15);
});

test('a part other than events that is too large is refused by its name', () => {
  const { opened } = endless('{"type":"FeatureCollection","features":[1', ',2');
  expect(opened).toEqual({
    ok: false,
    message: '"features" of the file is larger than 3 MB; a chronology lists its events under "events"',
  });
});

test.each([
  ['[1', ',2', 'The file holds a list, not a chronology'],
  ['', 'date,title\n2001,x\n', 'The file is not JSON: it begins with "date,title'],
  ['"', 'word ', 'The file holds text, not a chronology'],
  ['<html>', '<p>', 'looks like a web page'],
])('what begins with %j needs not be read to its end to be refused', (head, repeated, message) => {
  const { opened, read } = endless(head, repeated);
  expect(opened).toMatchObject({ ok: false, message: expect.stringContaining(message) as string });
  expect(read).toBeLessThan(15);
});
