import { describe, expect, it } from 'vitest';
import { canvasPen } from '../../src/render/canvas-pen';
import { readPalette } from '../../src/render/palette';
import { crisp } from '../../src/render/surface';
import { svgPen } from '../../src/render/svg-pen';
import { sceneToSvg } from '../../src/render/svg';
import { drawTimeline, NO_ACCENTS } from '../../src/render/timeline';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf } from '../fixtures/events';
import { generateChronology } from '../fixtures/generate';
import { recorder } from '../fixtures/recorder';
import { sceneOf } from '../oracle/layout';

const palette = readPalette((name) => name);

describe('the canvas pen', () => {
  it('lays all shapes over the canvas in one go', () => {
    const { context, count, last } = recorder();
    const pen = canvasPen(context);
    pen.begin(100, 50, 2);
    pen.dots([10, 20, 30, 20, 50, 20], 5, { fill: 'red', fillAlpha: 0.5, stroke: 'blue' });
    pen.boxes([60, 10, 30, 10], { fill: 'red' }, 5);
    pen.fading([10, 35, 40, 10], { stroke: 'blue', dash: [2, 2] }, 5, 24, 0);
    expect(count('drawImage')).toBe(0);
    pen.finish();
    expect([count('drawImage'), count('fill'), count('stroke')]).toEqual([1, 0, 0]);
    const [, left, top, width, height, ...where] = last('drawImage');
    expect(where).toEqual([left, top, width, height]);
    expect([left, top, Number(left) + Number(width), Number(top) + Number(height)]).toEqual([8, 19, 182, 93]);
    pen.finish();
    expect(count('drawImage')).toBe(1);
  });

  it('keeps the order of what is drawn', () => {
    const { context, calls } = recorder();
    const pen = canvasPen(context);
    pen.begin(100, 50, 1);
    pen.boxes([0, 0, 100, 50], { fill: 'white' });
    pen.dots([10, 10], 5, { fill: 'red' });
    pen.text('a', 1, 1, { size: 11, bold: false, fill: 'red' });
    pen.dots([10, 10], 5, { fill: 'red' });
    pen.lines([0, 0, 1, 1], { stroke: 'red' });
    pen.dots([10, 10], 5, { fill: 'red' });
    pen.clipped([0, 0, 9, 9], () => pen.dots([10, 10], 5, { fill: 'red' }));
    pen.boxes([0, 0, 1, 1], { fill: 'red' });
    pen.finish();
    const drawn = ['fillRect', 'drawImage', 'fillText', 'stroke', 'save', 'restore'];
    expect(calls.map(({ name }) => name).filter((name) => drawn.includes(name))).toEqual([
      'fillRect',
      'drawImage',
      'fillText',
      'drawImage',
      'stroke',
      'drawImage',
      'save',
      'drawImage',
      'restore',
      'fillRect',
    ]);
  });

  it('draws nothing for an empty list', () => {
    const { context, calls } = recorder();
    const pen = canvasPen(context);
    pen.boxes([], { fill: 'red' });
    pen.dots([], 5, { fill: 'red' });
    pen.lines([], { stroke: 'red' });
    pen.finish();
    expect(calls).toEqual([]);
  });

  it('leaves the context as it was', () => {
    const { context, state, stack, count } = recorder();
    const pen = canvasPen(context);
    pen.begin(100, 50, 1);
    pen.clipped([0, 0, 9, 9], () => pen.boxes([0, 0, 1, 1], { fill: 'red', fillAlpha: 0.1 }));
    pen.lines([0, 0, 1, 1], { stroke: 'red', strokeAlpha: 0.5 });
    expect(state.globalAlpha).toBe(1);
    expect(stack).toEqual([]);
    expect(count('save')).toBe(count('restore'));
  });

  it('measures a text once, until a font comes', () => {
    const { context, count } = recorder();
    const pen = canvasPen(context);
    for (let i = 0; i < 3; i++) pen.measure('abc', { size: 11, bold: false });
    pen.measure('abc', { size: 11, bold: true });
    expect(count('measureText')).toBe(2);
    pen.forget();
    pen.measure('abc', { size: 11, bold: false });
    expect(count('measureText')).toBe(3);
  });
});

describe('a painted scene', () => {
  const columns = columnsOf(generateChronology(4000, 18, { lean: true }));

  for (const days of [40, 400, 9000]) {
    it(`takes few strokes and lays its marks over the canvas once, ${days} days across (seed 18)`, () => {
      const from = columns.earliest[columns.dated >> 1];
      const scene = sceneOf(columns, { from, to: from + days * 86_400_000, by: 'topic', height: 700 });
      const { context, count } = recorder();
      const pen = canvasPen(context);
      pen.begin(scene.width, scene.height, 1);
      drawTimeline(pen, scene, palette, NO_ACCENTS);
      pen.finish();
      expect(count('fill') + count('stroke') + count('fillRect')).toBeLessThan(12);
      expect(count('drawImage')).toBe(1);
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
