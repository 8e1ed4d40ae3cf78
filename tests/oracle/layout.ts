import { ENGLISH } from '../../src/domain/phrase-books';
import { Bitmap } from '../../src/engine/bitmap';
import type { Columns } from '../../src/engine/columns';
import { type LaneRows, lanesBy, oneLane } from '../../src/engine/lanes';
import { layoutScene } from '../../src/engine/layout';
import type { Field } from '../../src/engine/query';
import { position } from '../../src/engine/scale';
import type { Label, Lane, Mark, Scene } from '../../src/engine/scene';

export interface SceneOptions {
  readonly from: number;
  readonly to: number;
  readonly by?: Field | 'none';
  readonly matches?: Bitmap;
  readonly width?: number;
  readonly height?: number;
  readonly scrollTop?: number;
  readonly labelOf?: (row: number) => string;
}

export const PLOT_LEFT = 180;

/** Of a text at 11 px. */
export function measured(text: string): number {
  return text.length * 6;
}

export function lanesFor(columns: Columns, by: Field | 'none', matches: Bitmap): readonly LaneRows[] {
  return by === 'none' ? oneLane(matches, 'All') : lanesBy(columns.field(by), matches, new Set(), 'Without');
}

export function sceneOf(columns: Columns, options: SceneOptions): Scene {
  const { from, to, by = 'none', width = 980, height = 320, scrollTop = 0, labelOf = titleOf } = options;
  const matches = options.matches ?? Bitmap.all(columns.count);
  const lanes = lanesFor(columns, by, matches);
  return layoutScene({
    columns,
    lanes,
    scale: { from, to, width: 1 },
    plotLeft: PLOT_LEFT,
    width,
    height,
    scrollTop,
    phrases: ENGLISH,
    slotOf: (row) => (row % 9) - 1,
    labelOf,
    measure: measured,
  });
}

function titleOf(row: number): string {
  return `Event ${row} ${'of some length '.repeat(row % 5)}`.trim();
}

/** Everything that is wrong with a scene, found by comparing all with all; nothing when it is right. */
export function wrongs(scene: Scene, columns: Columns, lanes: readonly LaneRows[]): string[] {
  const found: string[] = [];
  for (const lane of scene.lanes) {
    const say = (what: string): void => void found.push(`lane "${lane.name}" (${lane.detail}): ${what}`);
    for (const mark of lane.marks) wrongMark(mark, lane, scene, columns).forEach(say);
    const rows = [...lanes[lane.index].rows.rows(0, columns.dated)];
    if (lane.detail === 'density') wrongDensity(lane, scene, columns, rows).forEach(say);
    else {
      wrongRows(lane, scene, columns, rows).forEach(say);
      overlaps(lane, scene).forEach(say);
    }
  }
  return found;
}

function wrongMark(mark: Mark, lane: Lane, scene: Scene, columns: Columns): string[] {
  const name = `row ${mark.row}`;
  const numbers = [mark.x0, mark.x1, mark.solid0, mark.solid1, mark.y];
  if (!numbers.every(Number.isFinite)) return [`${name} stands at ${numbers.join(', ')}`];
  const found: string[] = [];
  if (mark.x0 > mark.solid0 || mark.solid0 > mark.solid1 || mark.solid1 > mark.x1)
    found.push(`${name} is out of order`);
  if (mark.y - 5 < lane.top || mark.y + 5 > lane.top + lane.height) found.push(`${name} leaves its lane`);
  const left = scene.plotLeft + position(scene.scale, columns.earliest[mark.row]);
  const right = scene.plotLeft + position(scene.scale, columns.latest[mark.row]);
  if (mark.shape === 'dot') {
    if (Math.abs(mark.x0 - (left + right) / 2) > 1e-6) found.push(`${name} is not in the middle of its extent`);
  } else {
    if (mark.x0 < left - 1e-6 && mark.x0 < scene.plotLeft) found.push(`${name} begins too early`);
    if (mark.x0 > Math.max(left, scene.plotLeft) + 1.01) found.push(`${name} begins too late`);
    if (mark.x1 > right + 1e-6 && mark.x1 > scene.width) found.push(`${name} ends too late`);
    if (mark.x1 < Math.min(right, scene.width) - 1.01) found.push(`${name} ends too early`);
  }
  return found;
}

function wrongDensity(lane: Lane, scene: Scene, columns: Columns, rows: readonly number[]): string[] {
  const { x0, step, count, most } = scene.bins;
  const perPx = (scene.scale.to - scene.scale.from) / scene.scale.width;
  const expected = new Uint32Array(count);
  for (const row of rows) {
    const bin = Math.floor(
      (columns.earliest[row] - (scene.scale.from + (x0 - scene.plotLeft) * perPx)) / (step * perPx) + 1e-9,
    );
    if (bin >= 0 && bin < count) expected[bin]++;
  }
  const found: string[] = [];
  if (lane.density?.join() !== expected.join()) found.push('counts differ');
  if (Math.max(...expected) > most) found.push(`a column is higher than ${most}`);
  if (lane.marks.length > 0) found.push('has marks');
  return found;
}

function wrongRows(lane: Lane, scene: Scene, columns: Columns, rows: readonly number[]): string[] {
  const { from, to } = scene.scale;
  const inWindow = rows.filter((row) => columns.earliest[row] < to && columns.latest[row] > from);
  const drawn = lane.marks.map(({ row }) => row);
  const found: string[] = [];
  if (lane.density !== null) found.push('has density');
  if (lane.inWindow !== inWindow.length) found.push(`says ${lane.inWindow} events, has ${inWindow.length}`);
  const omitted = inWindow.filter((row) => !drawn.includes(row));
  if (new Set(drawn).size < drawn.length) found.push('draws a row twice');
  if (omitted.length !== lane.beyond) found.push(`omits ${omitted.length} events, says ${lane.beyond}`);
  for (const row of omitted) {
    if (columns.latest[row] - columns.earliest[row] < to - from) found.push(`row ${row} is not drawn`);
  }
  if (drawn.some((row, i) => i > 0 && row <= drawn[i - 1])) found.push('rows are not ascending');
  if (drawn.some((row) => !rows.includes(row))) found.push('draws what it does not hold');
  const dots = lane.marks.filter(
    ({ row, shape }) => shape === 'dot' && columns.latest[row] - columns.earliest[row] === 86_400_000,
  );
  if (dots.some((dot, i) => i > 0 && dot.x0 < dots[i - 1].x0)) found.push('dots are not in time order');
  return found;
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function overlaps(lane: Lane, scene: Scene): string[] {
  const found: string[] = [];
  const inside = ({ x0, x1 }: Mark): boolean => x1 + 5 > scene.plotLeft && x0 - 5 < scene.width;
  const marks = lane.marks.filter(inside);
  for (const [i, mark] of marks.entries()) {
    const { label } = mark;
    if (label !== null) found.push(...wrongLabel(mark, label, scene));
    for (const [j, other] of marks.entries()) {
      if (j < i && other.layer === mark.layer && meet(shapeOf(mark), shapeOf(other))) {
        found.push(`rows ${other.row} and ${mark.row} collide`);
      }
      if (label === null || i === j) continue;
      if (meet(textOf(mark, label), shapeOf(other))) found.push(`label of row ${mark.row} covers row ${other.row}`);
      if (other.label !== null && meet(textOf(mark, label), textOf(other, other.label))) {
        found.push(`labels of rows ${mark.row} and ${other.row} collide`);
      }
    }
  }
  return found;
}

function wrongLabel(mark: Mark, label: Label, scene: Scene): string[] {
  const found: string[] = [];
  if (label.width !== measured(label.text)) found.push(`label of row ${mark.row} is not as wide as it says`);
  if (label.x < scene.plotLeft || label.x + label.width > scene.width)
    found.push(`label of row ${mark.row} leaves the plot`);
  if (!label.inside && meet(textOf(mark, label), shapeOf(mark)))
    found.push(`label of row ${mark.row} covers its own mark`);
  return found;
}

/** Ten px high, less a hair so that touching is no meeting. */
function shapeOf(mark: Mark): Rectangle {
  const grow = mark.shape === 'dot' ? 4.99 : -0.01;
  return { left: mark.x0 - grow, right: mark.x1 + grow, top: mark.y - 4.99, bottom: mark.y + 4.99 };
}

function textOf(mark: Mark, label: Label): Rectangle {
  return { left: label.x, right: label.x + label.width, top: mark.y - 5.99, bottom: mark.y + 5.99 };
}

function meet(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
