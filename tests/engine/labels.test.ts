import { expect, test } from 'vitest';
import { shortened } from '../../src/engine/layout/labels';
import { random } from '../fixtures/random';

const WIDTHS = { i: 3, l: 3, ' ': 4, e: 7, o: 7, m: 11, W: 14, '…': 9 } as const;
const LETTERS = ['i', 'l', ' ', 'e', 'o', 'm', 'W'] as const;
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + WIDTHS[letter as keyof typeof WIDTHS], 0);

/** The longest beginning that fits, by trying all from the longest on. */
function slowlyShortened(text: string, room: number): string | null {
  if (widthOf(text) <= room) return text === '' ? null : text;
  if (room < 60) return null;
  for (let count = text.length - 1; count > 0; count--) {
    const beginning = `${text.slice(0, count).trimEnd()}…`;
    if (widthOf(beginning) <= room) return beginning;
  }
  return null;
}

test('a label is as much of its text as fits, and is found with few texts measured (seed 7)', () => {
  const source = random(7);
  let measured = 0;
  let cut = 0;
  for (let time = 0; time < 3000; time++) {
    // Words of narrow letters and of wide ones, so that a text is seldom as wide all along.
    const some = source.chance(0.3) ? LETTERS.slice(source.below(6)) : LETTERS;
    const text = Array.from({ length: source.below(120) }, () => source.pick(source.chance(0.8) ? some : LETTERS)).join(
      '',
    );
    const room = source.below(400);
    const found = shortened(text, room, (asked) => {
      measured++;
      return widthOf(asked);
    });
    expect(found?.text ?? null).toBe(slowlyShortened(text, room));
    if (found !== null) expect(found.width).toBe(widthOf(found.text));
    if (found !== null && found.text !== text) cut++;
    else measured--;
  }
  expect(cut).toBeGreaterThan(500);
  expect(measured / cut).toBeLessThan(6);
});

test('a label whose letters are of one width needs its text measured, and where it ends', () => {
  const asked: string[] = [];
  shortened('o'.repeat(300), 249, (text) => {
    asked.push(text);
    return widthOf(text);
  });
  expect(new Set(asked).size).toBeLessThanOrEqual(4);
});
