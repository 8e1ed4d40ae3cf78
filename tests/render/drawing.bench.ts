import { bench, describe } from 'vitest';
import { canvasPen } from '../../src/render/canvas-pen';
import { readPalette } from '../../src/render/palette';
import { svgPen } from '../../src/render/svg-pen';
import { drawTimeline, NO_ACCENTS } from '../../src/render/timeline';
import { benchData, FEW, SCALE, SIZES } from '../fixtures/bench-data';
import { recorder } from '../fixtures/recorder';
import { sceneOf } from '../oracle/layout';

const dataOf = benchData();
const palette = readPalette((name) => name);

for (const size of SIZES) {
  for (const inSight of [Infinity, 600]) {
    const scene = () => {
      const { columns } = dataOf(size);
      const first = Math.max(0, (columns.dated >> 1) - inSight / 2);
      const last = Math.min(columns.dated - 1, first + inSight);
      const [from, to] =
        inSight === Infinity
          ? [SCALE.from, SCALE.to]
          : [Math.max(SCALE.from, columns.earliest[first]), columns.earliest[last] + 1];
      return sceneOf(columns, { from, to, by: 'topic', width: 828, height: 306 });
    };

    describe(`drawing ${inSight === Infinity ? 'all there is' : 'some hundred marks'}, ${size} events`, () => {
      const { context, calls } = recorder();
      const pen = canvasPen(context);
      let drawn: ReturnType<typeof sceneOf> | null = null;
      bench('canvas pen: shapes as pixels', () => {
        drawn ??= scene();
        pen.begin(drawn.width, drawn.height, 1);
        drawTimeline(pen, drawn, palette, NO_ACCENTS);
        pen.finish();
        calls.length = 0;
      });
      bench(
        'slow twin: SVG pen, every shape by itself',
        () => {
          drawn ??= scene();
          drawTimeline(svgPen(), drawn, palette, NO_ACCENTS);
        },
        FEW,
      );
    });
  }
}
