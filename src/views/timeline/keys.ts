import type { LaneRows } from '../../engine/lanes';

/** What the keys of the timeline work on and ask for. */
export interface Keyboard {
  readonly lanes: () => readonly LaneRows[];
  /** Number of dated rows: only they stand on the timeline. */
  readonly dated: () => number;
  /** Index of the lane the keys are in. */
  readonly lane: () => number;
  /** Row the keys are on; -1 for none. */
  readonly cursor: () => number;
  readonly go: (row: number, lane: number) => void;
  readonly open: (row: number) => void;
  readonly zoom: (ratio: number) => void;
  /** Share of the width; positive: later. */
  readonly pan: (share: number) => void;
  readonly fit: () => void;
}

const ZOOM = 0.6;
const PAN = 0.25;

/** Handles the keys of the timeline; leaves all others alone. */
export function timelineKeys(board: Keyboard): (event: KeyboardEvent) => void {
  /** The lane the keys are in, of those there are; -1 without any. */
  const here = (): number => Math.min(board.lane(), board.lanes().length - 1);
  const datedIn = (lane: number): number => board.lanes()[lane].rows.rank(board.dated());

  /** The event `by` places along in the lane, or, from outside of it, the nearest that way. */
  function along(by: 1 | -1): void {
    const lane = here();
    if (lane < 0) return;
    const { rows } = board.lanes()[lane];
    const cursor = board.cursor();
    const rank = rows.rank(cursor);
    const inLane = cursor >= 0 && rows.has(cursor);
    goTo(cursor < 0 ? 0 : by > 0 ? (inLane ? rank + 1 : rank) : rank - 1, lane);
  }

  /** The next lane that way in which anything is dated, at its first event from where the keys are on, or else its last. */
  function across(by: 1 | -1): void {
    const count = board.lanes().length;
    let lane = here() + by;
    while (lane >= 0 && lane < count && datedIn(lane) === 0) lane += by;
    if (lane >= 0 && lane < count) goTo(board.lanes()[lane].rows.rank(Math.max(board.cursor(), 0)), lane);
  }

  function end(last: boolean): void {
    const lane = here();
    if (lane >= 0) goTo(last ? Infinity : 0, lane);
  }

  function goTo(place: number, lane: number): void {
    const last = datedIn(lane) - 1;
    if (last >= 0) board.go(board.lanes()[lane].rows.select(Math.min(Math.max(place, 0), last)), lane);
  }

  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = event.shiftKey && event.key.startsWith('Arrow');
    const act = {
      ArrowRight: () => (pan ? board.pan(PAN) : along(1)),
      ArrowLeft: () => (pan ? board.pan(-PAN) : along(-1)),
      ArrowDown: () => across(1),
      ArrowUp: () => across(-1),
      '+': () => board.zoom(ZOOM),
      '=': () => board.zoom(ZOOM),
      '-': () => board.zoom(1 / ZOOM),
      Home: () => end(false),
      End: () => end(true),
      f: () => board.fit(),
      F: () => board.fit(),
      Enter: () => board.cursor() >= 0 && board.open(board.cursor()),
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
}
