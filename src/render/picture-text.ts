import { cutText, oneLine } from '../domain/quote';
import { type Measure, shortened } from '../engine/layout/labels';

/** More than fits any picture. */
const MOST_LETTERS = 2000;

/**
 * `text` in lines of at most `room` px, broken between words; the last of `most` lines takes the rest and is cut where it
 * does not fit, as is a word wider than a line. No lines for a text without letters, or where there is no room for any.
 */
export function wrapped(text: string, room: number, most: number, measure: Measure): readonly string[] {
  const words = oneLine(cutText(text, MOST_LETTERS)).split(' ');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most) {
    const isLast = lines.length === most - 1;
    let line = words.shift() ?? '';
    while (words.length > 0 && (isLast || measure(`${line} ${words[0]}`) <= room)) line += ` ${words.shift() ?? ''}`;
    const fitted = measure(line) <= room ? line : (shortened(line, room, measure)?.text ?? '');
    if (fitted !== '') lines.push(fitted);
  }
  return lines;
}
