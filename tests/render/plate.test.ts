import { describe, expect, it } from 'vitest';
import { Plate } from '../../src/render/plate';
import type { Rounded } from '../../src/render/stencil';
import { random } from '../fixtures/random';

const [WIDTH, HEIGHT] = [64, 40];
/** Samples of a pixel, across and down. */
const FINE = 8;
const RED = 0xff0000ff;
const GREEN = 0xff00ff00;

function empty(): Plate {
  const plate = new Plate();
  plate.fit(WIDTH, HEIGHT);
  return plate;
}

const alphaAt = (plate: Plate, x: number, y: number): number => plate.pixels[y * WIDTH + x] >>> 24;

/** Share of each pixel inside a shape, by asking for many points of it. */
function sampled(inside: (x: number, y: number) => boolean): number[] {
  return Array.from({ length: WIDTH * HEIGHT }, (_, at) => {
    let hits = 0;
    for (let i = 0; i < FINE * FINE; i++) {
      const x = (at % WIDTH) + ((i % FINE) + 0.5) / FINE;
      const y = Math.floor(at / WIDTH) + (Math.floor(i / FINE) + 0.5) / FINE;
      if (inside(x, y)) hits++;
    }
    return hits / (FINE * FINE);
  });
}

/** Signed distance of a point from the edge of a rounded box; negative inside. */
function away(x: number, y: number, left: number, top: number, { width, height, radius }: Rounded): number {
  const nearX = Math.min(Math.max(x, left + radius), left + width - radius);
  const nearY = Math.min(Math.max(y, top + radius), top + height - radius);
  const inner = Math.min(x - left - radius, left + width - radius - x, y - top - radius, top + height - radius - y);
  return (nearX === x && nearY === y ? -inner : Math.hypot(x - nearX, y - nearY)) - radius;
}

describe('shapes on a plate cover what they should', () => {
  const source = random(31);
  for (let i = 0; i < 24; i++) {
    const radius = source.below(12) / 2;
    const stroke = i % 3 === 0 ? 1 + source.below(3) : 0;
    const shape = { width: 2 * radius + source.below(80) / 2, height: 2 * radius + source.below(20) / 2, radius };
    const box: Rounded = {
      ...shape,
      width: Math.max(shape.width, 3),
      height: Math.max(shape.height, 3),
      stroke,
      dash: 0,
    };
    const [x, y] = [source.next() * 50 - 8, source.next() * 32 - 4];
    it(`a box of ${box.width} by ${box.height}, radius ${radius}, stroke ${stroke} (seed 31, ${i})`, () => {
      const plate = empty();
      plate.rounded(x, y, box, RED, 1);
      const wanted = sampled((px, py) => {
        const distance = away(px, py, x, y, box);
        return stroke > 0 ? Math.abs(distance) <= stroke / 2 : distance <= 0;
      });
      let off = 0;
      wanted.forEach((share, at) => {
        const got = plate.pixels.length === 0 ? 0 : (plate.pixels[at] >>> 24) / 255;
        // Shapes stand to an eighth of a pixel, and what a bent edge cuts off is judged by its distance.
        expect(Math.abs(got - share), `pixel ${at % WIDTH}, ${Math.floor(at / WIDTH)}`).toBeLessThan(0.34);
        off += got - share;
      });
      expect(Math.abs(off)).toBeLessThan(2 + box.width * 0.13);
    });
  }
});

describe('a plate', () => {
  it('mixes what is half transparent with what is there, and hides that under what is not', () => {
    const plate = empty();
    plate.box(0, 0, 10, 10, RED, 1);
    plate.box(5, 0, 10, 10, GREEN, 0.5);
    plate.box(5, 5, 1, 1, GREEN, 1);
    expect(plate.pixels[0]).toBe(RED);
    expect(plate.pixels[12]).toBe(0x8000ff00);
    expect(plate.pixels[7]).toBe(0xff008080);
    expect(plate.pixels[5 * WIDTH + 5]).toBe(GREEN);
    expect(plate.pixels[20]).toBe(0);
  });

  it('keeps the sides of plain boxes on whole pixels, at least one apart', () => {
    const plate = empty();
    plate.box(2.4, 3.25, 0.2, 4, RED, 1);
    expect([1, 2, 3].map((x) => alphaAt(plate, x, 5))).toEqual([0, 255, 0]);
    expect([2, 3, 7].map((y) => alphaAt(plate, 2, y))).toEqual([0, 191, 64]);
  });

  it('fades at the ends that are open', () => {
    const plate = empty();
    plate.rounded(4, 10, { width: 50, height: 10, radius: 0, stroke: 0, dash: 0 }, RED, 1, 20, 0);
    const row = Array.from({ length: 50 }, (_, x) => alphaAt(plate, 4 + x, 15));
    expect(row[0]).toBeLessThan(20);
    expect(row[9]).toBeGreaterThan(100);
    expect(row[9]).toBeLessThan(150);
    expect(new Set(row.slice(21))).toEqual(new Set([255]));
    expect(row.every((alpha, x) => x === 0 || alpha >= row[x - 1])).toBe(true);
  });

  it('leaves as much between dashes as they are long', () => {
    const plate = empty();
    plate.rounded(2, 10, { width: 60, height: 12, radius: 0, stroke: 2, dash: 5 }, RED, 1);
    const row = Array.from({ length: 40 }, (_, x) => (alphaAt(plate, 12 + x, 10) > 127 ? 1 : 0));
    expect(row.reduce((sum: number, on) => sum + on, 0)).toBe(20);
    expect(row.join('')).toMatch(/1{5}0{5}1{5}/);
  });

  it('paints the same pixels whatever was painted before', () => {
    const source = random(32);
    const dots = Array.from({ length: 40 }, () => source.next() * 60);
    const paint = (plate: Plate): void => {
      plate.dots(dots, 1, 5, RED, 0.5);
      plate.rounded(3.3, 4.1, { width: 41.7, height: 10, radius: 5, stroke: 1, dash: 0 }, GREEN, 0.8);
    };
    const fresh = empty();
    paint(fresh);
    const used = empty();
    for (let i = 0; i < 50; i++) {
      const [width, radius] = [20 + source.next() * 30, 4.9 + source.next() * 0.2];
      used.rounded(source.next() * 60, source.next() * 30, { width, height: 10, radius, stroke: 1, dash: 0 }, RED, 1);
      used.dots([source.next() * 60, 20], 1, radius, RED, 1);
    }
    used.wipe();
    paint(used);
    expect(used.pixels).toEqual(fresh.pixels);
  });

  it('tells what was painted on, and is empty when wiped', () => {
    const plate = empty();
    expect(plate.painted).toBeNull();
    plate.dots([20, 20], 1, 5, RED, 1);
    plate.box(50, 30, 100, 100, RED, 1);
    expect(plate.painted).toEqual({ left: 14, top: 14, right: WIDTH, bottom: HEIGHT });
    plate.wipe();
    expect(plate.painted).toBeNull();
    expect(plate.pixels.every((pixel) => pixel === 0)).toBe(true);
  });

  it('stands what lies outside of it, and numbers that make no sense', () => {
    const plate = empty();
    const box = { width: 1e6, height: 10, radius: 5, stroke: 0, dash: 0 };
    plate.rounded(-5e5, -100, box, RED, 1);
    plate.dots([-1e9, 5, NaN, NaN], 1, 5, RED, 1);
    expect(plate.painted).toBeNull();
    plate.rounded(-5e5, 10, box, RED, 1);
    expect(alphaAt(plate, 0, 15) + alphaAt(plate, WIDTH - 1, 15)).toBe(510);
  });

  it('is made anew at another size only', () => {
    const plate = empty();
    plate.dots([20, 20], 1, 5, RED, 1);
    const { pixels } = plate;
    plate.fit(WIDTH, HEIGHT);
    plate.dots([30, 20], 1, 5, RED, 1);
    expect(plate.pixels).toBe(pixels);
    plate.fit(WIDTH, 10);
    plate.dots([5, 5], 1, 5, RED, 1);
    expect(plate.pixels).toHaveLength(WIDTH * 10);
  });
});
