import { DOT_RADIUS, EDGE } from './extent';
import type { Reserve } from './stack';
import type { Label, Mark } from '../scene';

/** Width of a text in px, in the font of labels. */
export type Measure = (text: string) => number;

const LABEL_MAX_PX = 280;
/** Room that a label should have where there is a choice. */
const LABEL_WANTED_PX = 220;
/** A label with less room than this says nothing. */
const LABEL_MIN_PX = 96;
const GAP = 4;
/** Between the end of a label and the next mark. */
const CLEAR = 8;
const BESIDE = GAP - (EDGE - DOT_RADIUS);
/** Bars longer than this carry their label. */
const CARRIES_PX = LABEL_WANTED_PX + 40;
/** Share of a label that the window's edge may leave of it before it goes to the other side. */
const WORTH_READING = 0.7;
/** A piece of bar that shows before the label upon it. */
const LEAD = 14;

export const LABEL_RESERVE: Reserve = {
  wanted: BESIDE + LABEL_WANTED_PX + CLEAR,
  least: BESIDE + LABEL_MIN_PX + CLEAR,
  upTo: CARRIES_PX,
};

/** How many labelled marks could stand in a row of `width` px at most. */
export function labelsAbreast(width: number): number {
  return Math.ceil(width / (LABEL_RESERVE.least + DOT_RADIUS)) + 1;
}

/**
 * `marks` with labels, shortened to their room: after the mark, before it at the window's right edge, upon it when it is
 * long. `lines[i]` is the line of `marks[i]`; marks of a line are in order and keep clear of each other. Without room a
 * label is left out.
 */
export function withLabels(
  marks: readonly Mark[],
  lines: ArrayLike<number>,
  left: number,
  right: number,
  labelOf: (row: number) => string,
  measure: Measure,
): Mark[] {
  const next = new Map<number, number>();
  const following = new Float64Array(marks.length);
  for (let i = marks.length - 1; i >= 0; i--) {
    following[i] = next.get(lines[i]) ?? Infinity;
    next.set(lines[i], startOf(marks[i]));
  }
  const taken = new Map<number, number>();
  return marks.map((mark, i) => {
    const before = taken.get(lines[i]) ?? left;
    const label = labelFor(mark, labelOf(mark.row), before, following[i], left, right, measure);
    taken.set(lines[i], Math.max(endOf(mark), label === null ? -Infinity : label.x + label.width));
    return { ...mark, label };
  });
}

function labelFor(
  mark: Mark,
  title: string,
  before: number,
  following: number,
  left: number,
  right: number,
  measure: Measure,
): Label | null {
  const carries = mark.shape !== 'dot' && (mark.x1 >= right || mark.x1 - mark.x0 > CARRIES_PX - 2);
  if (carries) {
    const x = Math.max(mark.x0, left) + LEAD;
    const fitted = shortened(title, Math.min(LABEL_MAX_PX, Math.min(mark.x1, right) - LEAD - x), measure);
    if (fitted !== null) return { ...fitted, x, inside: true };
  }
  const whole = Math.min(LABEL_MAX_PX, measure(title));
  const after = endOf(mark) + GAP;
  const edge = startOf(mark) - GAP - whole;
  const cutShort = right - GAP - after < whole * WORTH_READING;
  if (cutShort && edge >= before + CLEAR && edge >= left) {
    const fitted = shortened(title, whole, measure);
    return fitted === null ? null : { ...fitted, x: startOf(mark) - GAP - fitted.width, inside: false };
  }
  const fitted = shortened(title, Math.min(LABEL_MAX_PX, following - CLEAR - after, right - GAP - after), measure);
  return fitted === null ? null : { ...fitted, x: after, inside: false };
}

function startOf(mark: Mark): number {
  return mark.shape === 'dot' ? mark.x0 - DOT_RADIUS : mark.x0;
}

function endOf(mark: Mark): number {
  return mark.shape === 'dot' ? mark.x1 + DOT_RADIUS : mark.x1;
}

/** Less of a text than this is no reading. */
const SHORTEST_PX = 60;

/** `text`, or as much of its beginning as fits in `room` px with an ellipsis; null when that is next to nothing. */
export function shortened(text: string, room: number, measure: Measure): { text: string; width: number } | null {
  const whole = measure(text);
  if (whole <= room) return text === '' ? null : { text, width: whole };
  if (room < SHORTEST_PX) return null;
  const letters = Array.from(text);
  let low = 0;
  let high = Math.min(letters.length - 1, Math.ceil(room));
  // To measure is dear: begun where letters of one width would end, and gone on from there in growing steps.
  let next = Math.min(Math.max(Math.floor((letters.length * room) / whole), 1), high);
  for (let step = 1; low < high; step *= 2) {
    if (measure(cut(letters, next)) <= room) low = next;
    else high = next - 1;
    next = low === next ? Math.min(low + step, high) : Math.max(high - step + 1, low + 1);
  }
  if (low === 0) return null;
  const fitted = cut(letters, low);
  return { text: fitted, width: measure(fitted) };
}

const JOINS = /^[\p{M}\u200d\ufe0f]/u;

/** The first `count` letters and an ellipsis, without tearing an accent off its letter or leaving a space before it. */
function cut(letters: readonly string[], count: number): string {
  let end = count;
  while (end > 0 && (JOINS.test(letters[end] ?? '') || letters[end - 1] === '\u200d')) end--;
  return letters.slice(0, end).join('').trimEnd() + '…';
}
