import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENGLISH } from '../../src/domain/phrase-books';
import { Bitmap } from '../../src/engine/bitmap';
import { LANE_PX, type LayoutInput } from '../../src/engine/layout';
import type { Scene } from '../../src/engine/scene';
import { pictureOf, pictureToSvg, type PictureWords } from '../../src/render/picture';
import { PICTURE_PALETTES } from '../../src/render/picture-palette';
import { MOST_LANES, wholeScene } from '../../src/render/picture-scene';
import { wrapped } from '../../src/render/picture-text';
import { estimated, svgPen } from '../../src/render/svg-pen';
import { movedPen } from '../../src/render/moved-pen';
import { NO_ACCENTS } from '../../src/render/timeline';
import { columnsOf } from '../fixtures/columns';
import { chronologyOf, type Sketch } from '../fixtures/events';
import { lanesFor, measured, PLOT_LEFT } from '../oracle/layout';

const WORDS: PictureWords = {
  title: 'A chronology of treaties',
  sentence: 'Events on Treaty, in 2022: 12 of 16',
  shown: '1 Jan 2022 – 31 Dec 2022',
  legend: { heading: 'Topic', names: ['Treaty', 'Summit', '', '', '', '', '', ''], other: 'no topic, or another one' },
  inColour: true,
  foot: 'CC BY 4.0',
};

function inputOf(sketches: readonly Sketch[], labelOf = (row: number) => `Event ${row}`) {
  const topics = [...new Set(sketches.flatMap((sketch) => sketch.topics ?? []))].map((id) => ({ id }));
  const columns = columnsOf(chronologyOf(sketches, { topics }));
  return {
    columns,
    lanes: lanesFor(columns, 'topic', Bitmap.all(columns.count)),
    scale: { from: Date.UTC(2022, 0, 1), to: Date.UTC(2023, 0, 1), width: 1 },
    plotLeft: PLOT_LEFT,
    width: 720,
    phrases: ENGLISH,
    slotOf: (row: number) => (row % 3) - 1,
    labelOf,
    measure: measured,
  } satisfies Omit<LayoutInput, 'height' | 'scrollTop'>;
}

const some = (topics: number): Sketch[] =>
  Array.from({ length: topics * 2 }, (_, i) => ({
    date: i % 5 === 4 ? '2022-10' : `2022-${String(1 + (i % 12)).padStart(2, '0')}-11${i % 7 === 6 ? '?' : ''}`,
    topics: [`Topic ${i % topics}`],
  }));

const svgOf = (scene: Scene, words = WORDS) =>
  pictureToSvg(pictureOf(scene, words, NO_ACCENTS, estimated), PICTURE_PALETTES.light, estimated);

describe('a picture of the timeline', () => {
  it('looks as it did, with title, query, axis, lanes and legend', async () => {
    await expect(svgOf(wholeScene(inputOf(some(3))))).toMatchFileSnapshot('./picture.svg');
  });

  it('has every word as text, and nothing that lies elsewhere or runs', () => {
    const svg = svgOf(wholeScene(inputOf(some(3))));
    for (const word of [WORDS.title, WORDS.sentence, WORDS.shown, WORDS.foot, 'Treaty', 'Topic 0', 'Event 0']) {
      expect(svg).toContain(`>${word}</text>`);
    }
    expect(svg.replaceAll('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(
      /https?:|href|<image|<style|<script|@/,
    );
  });

  it('says what it was told, whatever that is: texts are escaped and never markup', () => {
    const hostile = '"><script>alert(1)</script>&amp;\u0000]]><!--';
    const words = { ...WORDS, title: hostile, sentence: hostile, shown: hostile, foot: hostile };
    const legend = { heading: hostile, names: Array.from({ length: 8 }, () => hostile), other: hostile };
    const scene = wholeScene(inputOf([{ date: '2022-03-01', topics: [hostile] }], () => hostile));
    const svg = svgOf(scene, { ...words, legend });
    expect(svg).not.toMatch(/<script|<!--|\u0000|&(?!amp;|lt;|gt;|quot;)/);
    expect(svg.split('&lt;script').length).toBeGreaterThan(6);
  });

  it('has texts as wide as they were measured, in whatever typeface the reader has', () => {
    const svg = svgOf(wholeScene(inputOf(some(3))));
    const width = estimated(WORDS.sentence, { size: 14, bold: false });
    expect(svg).toMatch(
      new RegExp(`textLength="${Math.round(width * 100) / 100}" lengthAdjust="spacingAndGlyphs">${WORDS.sentence}<`),
    );
    expect(svg.match(/<text /g)?.length).toBe(svg.match(/ textLength="/g)?.length);
  });

  it('tells no colours where only the one of the others is in it', () => {
    const svg = svgOf(wholeScene({ ...inputOf([{ date: '2022-03-01', topics: ['One'] }]), slotOf: () => -1 }));
    expect(svg).not.toMatch(/>Topic<|>no topic, or another one</);
  });

  it('says nothing of shapes and colours that are not in it', () => {
    const words = { ...WORDS, inColour: false };
    const svg = svgOf(wholeScene(inputOf([{ date: '2022-03-01', topics: ['One'] }])), words);
    expect(svg).toContain('>a day, or a short time<');
    expect(svg).not.toMatch(/>Topic<|>uncertain|>lasted|>columns|>Treaty</);
  });
});

describe('the whole timeline in one scene', () => {
  it('has every lane once, in order, one below the other, with all its marks inside', () => {
    const input = inputOf(some(40));
    const { lanes, height, plotTop } = wholeScene(input);
    expect(lanes.map(({ id }) => id)).toEqual(input.lanes.map(({ id }) => id));
    expect(lanes.map(({ index }) => index)).toEqual(lanes.map((_, i) => i));
    expect(height).toBe(plotTop + 40 * LANE_PX);
    lanes.forEach((lane, i) => {
      expect(lane.top).toBe(plotTop + i * LANE_PX);
      expect(lane.marks.length).toBe(2);
      for (const { y } of lane.marks) expect(Math.abs(y - lane.top - LANE_PX / 2)).toBeLessThan(LANE_PX / 2);
    });
  });

  it('has no more lanes than a canvas can hold', () => {
    expect(wholeScene(inputOf(some(MOST_LANES + 20))).lanes.length).toBe(MOST_LANES);
  });
});

describe('words in lines', () => {
  const six = (text: string) => text.length * 6;
  it('break between words, and the last line is cut', () => {
    expect(wrapped('one two three four', 60, 3, six)).toEqual(['one two', 'three four']);
    expect(wrapped('one  two\nthree four five', 60, 2, six)).toEqual(['one two', expect.stringMatching(/^three.*…$/)]);
    expect(wrapped(' ', 60, 2, six)).toEqual([]);
  });
  it('take no time however long they are', () => {
    let measured = 0;
    wrapped('a '.repeat(1_000_000), 60, 2, (text) => six(text.slice(0, (measured += 1) && 1e9)));
    expect(measured).toBeLessThan(2000);
  });
});

it('a moved pen draws the same elsewhere', () => {
  const draw = (pen: ReturnType<typeof svgPen>, dx: number, dy: number) => {
    const moved = movedPen(pen, -dx, -dy);
    moved.clipped([dx, dy, 9, 9], () => moved.boxes([dx, dy, 3, 4, dx + 5, dy, 3, 4], { fill: 'red' }, 2));
    moved.dots([dx + 1, dy + 2], 3, { fill: 'red' });
    moved.lines([dx, dy, dx + 9, dy + 9], { stroke: 'red' });
    moved.fading([dx, dy, 9, 3], { fill: 'red' }, 1, 2, 2);
    moved.text('a', dx + 3, dy + 4, { size: 11, bold: false, fill: 'red' });
    return pen.document(20, 20, 'a');
  };
  expect(draw(svgPen(), 70, 30)).toBe(draw(svgPen(), 0, 0));
});

it.each(['light', 'dark'] as const)('the colours of a %s picture are those of the page', (theme) => {
  const css = readFileSync(new URL('../../src/app.css', import.meta.url), 'utf8');
  const token = (name: string) => {
    const [, light, dark] = new RegExp(`${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`).exec(css)!;
    return theme === 'light' ? light : dark;
  };
  const { slots, ...others } = PICTURE_PALETTES[theme];
  expect(others).toEqual({
    ground: token('--panel'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    line: token('--line'),
    line2: token('--line-2'),
    accent: token('--accent'),
    accentInk: token('--accent-ink'),
    neutral: token('--neutral'),
  });
  expect(slots).toEqual(Array.from({ length: 8 }, (_, i) => token(`--slot-${i}`)));
});
