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
  /** The event `by` places along in the lane, or, from outside of it, the nearest that way. */
  function along(by: 1 | -1): void {
    const lane = Math.min(board.lane(), board.lanes().length - 1);
    if (lane < 0) return;
    const { rows } = board.lanes()[lane];
    const last = rows.rank(board.dated()) - 1;
    const here = board.cursor();
    const rank = rows.rank(here);
    const inLane = here >= 0 && rows.has(here);
    const wanted = here < 0 ? 0 : by > 0 ? (inLane ? rank + 1 : rank) : rank - 1;
    goTo(Math.min(Math.max(wanted, 0), last), lane);
  }

  /** The lane `by` places away, at its event nearest in time to where the keys are. */
  function across(by: 1 | -1): void {
    const lane = Math.min(Math.max(board.lane() + by, 0), board.lanes().length - 1);
    if (lane < 0) return;
    const { rows } = board.lanes()[lane];
    const last = rows.rank(board.dated()) - 1;
    goTo(Math.min(rows.rank(Math.max(board.cursor(), 0)), last), lane);
  }

  function end(last: boolean): void {
    const lane = Math.min(board.lane(), board.lanes().length - 1);
    if (lane < 0) return;
    goTo(last ? board.lanes()[lane].rows.rank(board.dated()) - 1 : 0, lane);
  }

  function goTo(place: number, lane: number): void {
    const row = place < 0 ? -1 : board.lanes()[lane].rows.select(place);
    if (row >= 0) board.go(row, lane);
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
