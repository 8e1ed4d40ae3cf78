import { shortened } from '../engine/layout/labels';
import { DOT_RADIUS } from '../engine/layout/extent';
import { grouped } from '../domain/limits';
import type { Mark, Scene } from '../engine/scene';
import { drawMarks } from './mark-shapes';
import type { Palette } from './palette';
import { baseline, type Font, LABEL_FONT, type Pen } from './surface';

/** What the colours and shapes of a scene stand for. */
export interface Legend {
  /** "Topic", before the colours. */
  readonly heading: string;
  /** What a colour slot stands for, of 0-7; '' for one that is not taken. */
  readonly names: readonly string[];
  /** What a mark without a colour of its own is. */
  readonly other: string;
}

/** A mark that stands nowhere yet. */
type Sign = Omit<Mark, 'x0' | 'x1' | 'solid0' | 'solid1' | 'y'>;

/** One sign and what it means, standing at its place. */
interface Entry {
  readonly x: number;
  readonly line: number;
  readonly text: string;
  readonly mark: Sign | null;
  /** Of the mark, and what it keeps clear. */
  readonly width: number;
}

export interface LaidLegend {
  readonly height: number;
  draw(pen: Pen, palette: Palette): void;
}

const LINE_PX = 20;
const GAP_PX = 18;
const MOST_NAME_PX = 240;
const SIGN_PX = 22;
const SIGN_CLEAR_PX = 6;
const DOT: Sign = {
  row: 0,
  shape: 'dot',
  layer: 0,
  dashed: false,
  openStart: false,
  openEnd: false,
  slot: -1,
  label: null,
};

/** The legend of what `scene` shows, and of no more, in lines of `room` px; `inColour` false: its colours mean nothing. */
export function layLegend(
  scene: Scene,
  { heading, names, other }: Legend,
  room: number,
  measure: (text: string, font: Font) => number,
  inColour = true,
): LaidLegend {
  const entries: Entry[] = [];
  let line = 0;
  let x = 0;
  const put = (text: string, mark: Sign | null): void => {
    const sign = mark === null ? 0 : (mark.shape === 'dot' ? 2 * DOT_RADIUS : SIGN_PX) + SIGN_CLEAR_PX;
    const short = shortened(text, MOST_NAME_PX, (words) => measure(words, LABEL_FONT))?.text ?? '';
    const width = sign + measure(short, LABEL_FONT);
    if (x > 0 && x + width > room) [x, line] = [0, line + 1];
    entries.push({ x, line, text: short, mark, width: sign });
    x += width + GAP_PX;
  };
  const marks = scene.lanes.flatMap((lane) => lane.marks);
  const slots = new Set(marks.map(({ slot }) => slot));
  if (inColour && names.some((_, slot) => slots.has(slot))) {
    put(heading, null);
    names.forEach((name, slot) => slots.has(slot) && put(name, { ...DOT, slot }));
    if (slots.has(-1)) put(other, DOT);
    [x, line] = [0, line + 1];
  }
  const begun = entries.length;
  if (marks.some(({ shape }) => shape === 'dot')) put('a day, or a short time', DOT);
  const bar: Sign = { ...DOT, shape: 'bar' };
  const soft: Sign = { ...DOT, shape: 'extent' };
  if (marks.some(({ shape }) => shape === 'bar')) put('lasted so long', bar);
  if (marks.some(({ shape }) => shape === 'extent')) put('some time in it, no more is known', soft);
  if (marks.some(({ dashed }) => dashed)) put('uncertain or about', { ...soft, dashed: true });
  if (marks.some(({ openStart, openEnd }) => openStart || openEnd)) put('no end known', { ...bar, openEnd: true });
  const { most } = scene.bins;
  if (scene.lanes.some(({ density }) => density !== null)) {
    put(`columns: events that begin there, up to ${grouped(most)}`, null);
  }
  if (scene.lanes.some(({ beyond }) => beyond > 0)) put('+n: longer than the time shown', null);
  const lines = entries.length === 0 ? 0 : entries.length === begun ? line : line + 1;
  return {
    height: lines * LINE_PX,
    draw(pen, palette) {
      for (const entry of entries) drawEntry(pen, entry, palette);
    },
  };
}

function drawEntry(pen: Pen, { x, line, text, mark, width }: Entry, palette: Palette): void {
  const y = line * LINE_PX + LINE_PX / 2;
  if (mark !== null) {
    const end = x + width - SIGN_CLEAR_PX;
    const dot = mark.shape === 'dot';
    const [x0, x1] = dot ? [x + DOT_RADIUS, x + DOT_RADIUS] : [x, end];
    const solid = mark.shape === 'bar' ? { solid0: x0, solid1: x1 } : { solid0: x0, solid1: x0 };
    drawMarks(pen, [{ ...mark, x0, x1, ...solid, y }], palette, false);
  }
  const fill = mark === null ? palette.ink3 : palette.ink2;
  pen.text(text, x + width, baseline(y, LABEL_FONT), { ...LABEL_FONT, fill });
}
