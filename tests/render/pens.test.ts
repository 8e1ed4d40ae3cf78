import { describe, expect, it } from 'vitest';
import { canvasPen } from '../../src/render/canvas-pen';
import { readPalette } from '../../src/render/palette';
import { crisp, type Pen } from '../../src/render/surface';
import { svgPen } from '../../src/render/svg-pen';
import { sceneToSvg } from '../../src/render/svg';
import { drawTimeline, NO_ACCENTS } from '../../src/render/timeline';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { measured, sceneOf } from '../oracle/layout';

const palette = readPalette((name) => name);

/** A context that only notes what is called and set. */
function recorder() {
  const calls: { name: string; values: unknown[]; alpha: unknown }[] = [];
  const state: Record<string | symbol, unknown> = { globalAlpha: 1 };
  const stack: Record<string | symbol, unknown>[] = [];
  const context = new Proxy(state, {
    get(target, key) {
      if (key in target) return target[key];
      return (...values: unknown[]) => {
        calls.push({ name: String(key), values, alpha: target.globalAlpha });
        if (key === 'save') stack.push({ ...target });
        if (key === 'restore') Object.assign(target, stack.pop());
        return key === 'measureText' ? { width: measured(String(values[0])) } : undefined;
      };
    },
  });
  const count = (name: string): number => calls.filter((call) => call.name === name).length;
  return { context: context as unknown as CanvasRenderingContext2D, calls, count, state, stack };
}

describe('the canvas pen', () => {
  it('paints shapes that share a paint as one path', () => {
    const { context, count, calls } = recorder();
    canvasPen(context).dots([1, 2, 3, 4, 5, 6], 5, { fill: 'red', fillAlpha: 0.5, stroke: 'blue' });
    expect([count('beginPath'), count('arc'), count('fill'), count('stroke')]).toEqual([1, 3, 1, 1]);
    expect(calls.find(({ name }) => name === 'fill')?.alpha).toBe(0.5);
  });

  it('draws nothing for an empty list', () => {
    const { context, calls } = recorder();
    const pen = canvasPen(context);
    pen.boxes([], { fill: 'red' });
    pen.dots([], 5, { fill: 'red' });
    pen.lines([], { stroke: 'red' });
    expect(calls).toEqual([]);
  });

  it('leaves the context as it was', () => {
    const { context, state, stack, count } = recorder();
    const pen: Pen = canvasPen(context);
    pen.clipped({ x: 0, y: 0, width: 9, height: 9 }, () => pen.boxes([0, 0, 1, 1], { fill: 'red', fillAlpha: 0.1 }));
    pen.fading({ x: 0, y: 0, width: 99, height: 9 }, 5, 'red', 0.5, 24, 0);
    expect(state.globalAlpha).toBe(1);
    expect(stack).toEqual([]);
    expect(count('save')).toBe(count('restore'));
  });
});

describe('a painted scene', () => {
  const columns = columnsOf(generateChronology(4000, 18, { lean: true }));

  for (const days of [40, 400, 9000]) {
    it(`takes few fills and strokes, ${days} days across (seed 18)`, () => {
      const from = columns.earliest[columns.dated >> 1];
      const scene = sceneOf(columns, { from, to: from + days * 86_400_000, by: 'topic', height: 700 });
      const { context, count } = recorder();
      drawTimeline(canvasPen(context), scene, palette, NO_ACCENTS);
      const open = scene.lanes.flatMap(({ marks }) => marks).filter((mark) => mark.openEnd || mark.openStart).length;
      const carried = scene.lanes.flatMap(({ marks }) => marks).filter(({ label }) => label?.inside).length;
      expect(count('fill') + count('stroke') - 2 * open - carried).toBeLessThan(8 * 9 * 4 + 20);
    });
  }

  it('says the same words on canvas and in SVG', () => {
    const scene = sceneOf(columns, { from: Date.UTC(2004, 0, 1), to: Date.UTC(2004, 0, 20), by: 'type', height: 900 });
    const { context, calls } = recorder();
    drawTimeline(canvasPen(context), scene, palette, NO_ACCENTS);
    const painted = calls.filter(({ name }) => name === 'fillText').map(({ values }) => values[0]);
    const written = [...sceneToSvg(scene, palette, 'x').matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
    const labels = scene.lanes.flatMap(({ marks }) => marks.flatMap(({ label }) => label?.text ?? []));
    const words = [...labels, ...scene.ticks.map(({ label }) => label)].filter((word) => word !== '');
    expect(labels.length).toBeGreaterThan(3);
    expect(painted).toEqual(expect.arrayContaining(words));
    expect(written).toEqual(expect.arrayContaining(words));
  });
});

describe('the SVG pen', () => {
  it('escapes what is text and leaves out what XML cannot hold', () => {
    const pen = svgPen();
    pen.text('<b> & "x" \u0000\u001f]]>', 1, 2, { size: 11, bold: true, fill: '#000', align: 'end' });
    const document = pen.document(10, 10, 'A & B');
    expect(document).toContain('<title>A &amp; B</title>');
    expect(document).toContain('>&lt;b&gt; &amp; &quot;x&quot; ]]&gt;</text>');
  });

  it('never writes NaN or Infinity', () => {
    const pen = svgPen();
    pen.boxes([NaN, Infinity, -Infinity, 1e-9], { fill: 'red' });
    expect(pen.document(1, 1, '')).toContain('<rect x="0" y="0" width="0" height="0" fill="red"/>');
  });

  it('draws a scene of titles meant to break it', () => {
    const titles = ['<script>alert(1)</script>', '&&&', ']]>', '"\'', '\u202eabc', '👩‍👩‍👧‍👦'.repeat(40), ''];
    const nasty = columnsOf(chronologyOf(titles.map((title, i) => ({ title, date: `2022-0${i + 1}-01` }))));
    const scene = sceneOf(nasty, {
      from: Date.UTC(2022, 0, 1),
      to: Date.UTC(2023, 0, 1),
      labelOf: (row) => titles[row],
    });
    const document = sceneToSvg(scene, palette, titles[0]);
    expect(document).not.toContain('<script');
    expect(
      document.match(/<(?!\/?(svg|title|defs|clipPath|rect|g|path|text|circle|linearGradient|stop)\b)/g),
    ).toBeNull();
  });
});

it('lines 1 px wide fall on whole pixels at any ratio', () => {
  for (const px of [0, 0.4, 17.5, 99.99, -3.2]) {
    expect(Math.abs(crisp(px) % 1)).toBe(0.5);
    expect(Math.abs(crisp(px) - px)).toBeLessThanOrEqual(0.5 + 1e-9);
  }
});
