import { bench, describe } from 'vitest';
import { ENGLISH } from '../../src/domain/phrase-books';
import { Bitmap } from '../../src/engine/bitmap';
import { lanesBy, type LaneRows } from '../../src/engine/lanes';
import { layoutScene } from '../../src/engine/layout';
import { benchData, FEW, SCALE, SIZES } from '../fixtures/bench-data';
import { measured, PLOT_LEFT } from '../oracle/layout';

const dataOf = benchData();
const [WIDTH, HEIGHT] = [828, 306];

/** Events in sight of each zoom. */
const ZOOMS = [
  ['all there is', Infinity],
  ['marks', 1200],
  ['labels', 60],
] as const;

for (const size of SIZES) {
  for (const [name, inSight] of ZOOMS) {
    /** A window about the middle, and the lanes of all topics. */
    const setting = () => {
      const { columns, rows } = dataOf(size);
      const all = Bitmap.all(columns.count);
      const lanes = kept(size, () => lanesBy(columns.field('topic'), all, new Set(), 'Without'));
      const first = Math.max(0, (columns.dated >> 1) - inSight / 2);
      const last = Math.min(columns.dated - 1, first + inSight);
      const scale =
        inSight === Infinity
          ? SCALE
          : { from: Math.max(SCALE.from, columns.earliest[first]), to: columns.earliest[last] + 1, width: 1 };
      return { columns, rows, lanes, scale };
    };

    describe(`a scene of twenty topics, ${name}, ${size} events`, () => {
      bench('layoutScene', () => {
        const { columns, lanes, scale } = setting();
        layoutScene({
          columns,
          lanes,
          scale,
          plotLeft: PLOT_LEFT,
          width: WIDTH,
          height: HEIGHT,
          scrollTop: 0,
          phrases: ENGLISH,
          slotOf: (row) => row % 8,
          labelOf: (row) => `Event ${row}`,
          measure: measured,
        });
      });
      bench(
        'slow twin: every event of every topic, looked at for the window',
        () => {
          const { rows, lanes, scale } = setting();
          const found = new Map(lanes.map(({ id }): [string, number[]] => [id, []]));
          for (const { date, event, row } of rows) {
            if (date === null || date.earliest >= scale.to || date.latest <= scale.from) continue;
            for (const topic of event.topics) found.get(topic)?.push(row);
          }
        },
        FEW,
      );
    });
  }
}

const lanesOf = new Map<number, readonly LaneRows[]>();

/** Only those of the size asked for last. */
function kept(size: number, make: () => readonly LaneRows[]): readonly LaneRows[] {
  const known = lanesOf.get(size);
  if (known !== undefined) return known;
  lanesOf.clear();
  const made = make();
  lanesOf.set(size, made);
  return made;
}
