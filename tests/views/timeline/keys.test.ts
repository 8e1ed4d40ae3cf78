import { describe, expect, test } from 'vitest';
import { Bitmap } from '../../../src/engine/bitmap';
import type { LaneRows } from '../../../src/engine/lanes';
import { timelineKeys } from '../../../src/views/timeline/keys';
import { random } from '../../fixtures/random';

const ROWS = 40;

function laneOf(rows: readonly number[]): LaneRows {
  const set = Bitmap.fromRows(Uint32Array.from(rows), ROWS);
  return { id: '', name: '', count: rows.length, rows: set };
}

/** A board of lanes, and what the keys asked for. */
function board(lanes: readonly (readonly number[])[], dated = ROWS) {
  const state = { lane: 0, cursor: -1 };
  const asked: string[] = [];
  const laid = lanes.map(laneOf);
  const handle = timelineKeys({
    lanes: () => laid,
    dated: () => dated,
    lane: () => state.lane,
    cursor: () => state.cursor,
    go: (row, lane) => Object.assign(state, { cursor: row, lane }),
    open: (row) => asked.push(`open ${row}`),
    zoom: (ratio) => asked.push(ratio < 1 ? 'in' : 'out'),
    pan: (share) => asked.push(share > 0 ? 'later' : 'earlier'),
    fit: () => asked.push('fit'),
  });
  const press = (key: string, modifiers: KeyboardEventInit = {}): boolean => {
    const event = new KeyboardEvent('keydown', { key, cancelable: true, ...modifiers });
    handle(event);
    return event.defaultPrevented;
  };
  return { state, asked, press };
}

/** Where a key leads, by looking at every row of every lane. */
function slowly(
  lanes: readonly (readonly number[])[],
  dated: number,
  { lane, cursor }: { readonly lane: number; readonly cursor: number },
  key: string,
) {
  const shown = lanes.map((rows) => rows.filter((row) => row < dated));
  const here = Math.min(lane, lanes.length - 1);
  const stay = { lane, cursor };
  const enter = (to: number, row: number | undefined) => (row === undefined ? stay : { lane: to, cursor: row });
  if (here < 0) return stay;
  if (key === 'Home') return enter(here, shown[here][0]);
  if (key === 'End') return enter(here, shown[here].at(-1));
  if (key === 'ArrowRight') {
    const next = cursor < 0 ? shown[here][0] : shown[here].find((row) => row > cursor);
    return enter(here, next ?? shown[here].at(-1));
  }
  if (key === 'ArrowLeft') {
    const next = cursor < 0 ? shown[here][0] : shown[here].findLast((row) => row < cursor);
    return enter(here, next ?? shown[here][0]);
  }
  const by = key === 'ArrowDown' ? 1 : -1;
  for (let to = here + by; to >= 0 && to < lanes.length; to += by) {
    if (shown[to].length > 0) return enter(to, shown[to].find((row) => row >= cursor) ?? shown[to].at(-1));
  }
  return stay;
}

describe('keys of the timeline', () => {
  test.each([1, 2, 3, 4])('lead where looking at every event leads (seed %i)', (seed) => {
    const source = random(seed);
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];
    for (let boards = 0; boards < 40; boards++) {
      const share = source.pick([0.02, 0.1, 0.5]);
      const lanes = Array.from({ length: source.below(5) }, () =>
        Array.from({ length: ROWS }, (_, row) => row).filter(() => source.chance(share)),
      );
      const dated = source.pick([ROWS, ROWS - 8, 3, 0]);
      const { state, press, asked } = board(lanes, dated);
      for (let presses = 0; presses < 30; presses++) {
        if (source.chance(0.1)) state.cursor = source.below(ROWS);
        if (source.chance(0.05)) state.lane = source.below(8);
        const key = source.pick(keys);
        const before = { ...state };
        const expected = slowly(lanes, dated, before, key);
        expect(press(key)).toBe(true);
        expect({ ...state }, JSON.stringify({ lanes, dated, before, key })).toEqual(expected);
      }
      expect(asked).toEqual([]);
    }
  });

  test('pass over lanes in which nothing is dated', () => {
    const { state, press } = board(
      [
        [1, 5],
        [38, 39],
        [2, 6],
      ],
      30,
    );
    press('ArrowRight');
    press('ArrowDown');
    expect(state).toEqual({ lane: 2, cursor: 2 });
    press('ArrowUp');
    expect(state.lane).toBe(0);
  });

  test('zoom, pan, fit and open', () => {
    const { asked, press, state } = board([[3]]);
    press('Enter');
    for (const key of ['+', '=', '-', 'f', 'F']) press(key);
    press('ArrowRight', { shiftKey: true });
    press('ArrowLeft', { shiftKey: true });
    state.cursor = 3;
    press('Enter');
    expect(asked).toEqual(['in', 'in', 'out', 'fit', 'fit', 'later', 'earlier', 'open 3']);
    expect(state).toEqual({ lane: 0, cursor: 3 });
  });

  test('leave all other keys, and all with a modifier, to others', () => {
    const { press, asked, state } = board([[1]]);
    for (const key of ['a', 'Tab', 'Escape', '[', '/']) expect(press(key)).toBe(false);
    for (const modifier of ['ctrlKey', 'metaKey', 'altKey']) {
      for (const key of ['ArrowRight', 'f', '+', 'Home']) expect(press(key, { [modifier]: true })).toBe(false);
    }
    expect([asked, state.cursor]).toEqual([[], -1]);
  });

  test('with no lane do nothing', () => {
    const { press, state } = board([]);
    for (const key of ['ArrowRight', 'ArrowDown', 'End']) press(key);
    expect(state).toEqual({ lane: 0, cursor: -1 });
  });
});
