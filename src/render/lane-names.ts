import { type Measure, shortened } from '../engine/layout/labels';
import type { Lane, Scene } from '../engine/scene';
import type { Palette } from './palette';
import { baseline, crisp, type Font, LABEL_FONT, NAME_FONT, type Pen } from './surface';

/** Which lanes stand out. */
export interface LaneAccents {
  /** Ids of lanes whose value is part of the query. */
  readonly included: ReadonlySet<string>;
  /** Position among all lanes of the one that has the keyboard; null without. */
  readonly focusedLane: number | null;
}

const NAME_LEFT_PX = 16;
const NAME_CLEAR_PX = 8;
const LINE_PX = 15;
/** A gutter narrower than this has no room for the number of events that are not drawn. */
const BEYOND_LEAST_PX = 80;

/** Draws the names of the lanes in sight, each in one line or two, and the rules between the lanes. */
export function drawLaneNames(pen: Pen, scene: Scene, palette: Palette, accents: LaneAccents): void {
  const rules = scene.lanes.flatMap(({ top, height }) => {
    const y = crisp(top + height - 1);
    return [0, y, scene.width, y];
  });
  pen.lines(rules, { stroke: palette.line2 });
  const taken = scene.lanes.map((lane) => drawBeyond(pen, lane, scene.plotLeft, palette));
  scene.lanes.forEach((lane, i) => {
    const room = scene.plotLeft - NAME_LEFT_PX - NAME_CLEAR_PX - taken[i];
    const font: Font = { ...NAME_FONT, bold: accents.included.has(lane.id) && lane.id !== '' };
    const fill = font.bold ? palette.accentInk : lane.inWindow > 0 ? palette.ink2 : palette.ink3;
    const lines = linesOf(lane.name, room, (text) => pen.measure(text, font));
    lines.forEach((line, index) => {
      const y = lane.top + lane.height / 2 + (index - (lines.length - 1) / 2) * LINE_PX;
      pen.text(line, NAME_LEFT_PX, baseline(y, font), { ...font, fill });
    });
  });
  const focused = scene.lanes.find(({ index }) => index === accents.focusedLane);
  if (focused !== undefined) pen.boxes([0, focused.top, 3, focused.height - 1], { fill: palette.accent });
}

/** The name in at most two lines broken between words, the last one cut where it does not fit; none without room. */
function linesOf(name: string, room: number, measure: Measure): readonly string[] {
  if (measure(name) <= room) return [name];
  const words = name.split(' ');
  let first = '';
  while (words.length > 1 && measure(`${first}${words[0]}`) <= room) first += `${words.shift() ?? ''} `;
  return [first.trimEnd(), shortened(words.join(' '), room, measure)?.text ?? ''].filter((line) => line !== '');
}

/** How many events of the lane are not drawn, at the end of its name: "+24". Gives the width that it took. */
function drawBeyond(pen: Pen, lane: Lane, plotLeft: number, palette: Palette): number {
  if (lane.beyond === 0 || plotLeft < BEYOND_LEAST_PX) return 0;
  const text = `+${String(lane.beyond)}`;
  const paint = { ...LABEL_FONT, fill: palette.ink3, align: 'end' } as const;
  pen.text(text, plotLeft - NAME_CLEAR_PX, baseline(lane.top + lane.height / 2, LABEL_FONT), paint);
  return pen.measure(text, LABEL_FONT) + NAME_CLEAR_PX;
}
