import { describe, expect, test } from 'vitest';
import type { TextFormat } from '../../src/engine/formats/format';
import { icalendar } from '../../src/engine/formats/icalendar';
import { markwhen } from '../../src/engine/formats/markwhen';
import { simileXml } from '../../src/engine/formats/simile-xml';
import { readText as readAs, sortedFound } from '../fixtures/found';
import { random } from '../fixtures/random';
import { filesOf, FORMATS } from './fixture-files';
import { readText } from './read-only';

/** Characters of one thing: as a file, in a reader's hands, within a file. */
const [ALONE, READ, WITHIN] = [1_000_000, 300_000, 30_000];
const TIMEOUT = { timeout: 600_000 };
/** Each alone is nothing; a pattern that goes back, or text that is looked through again and again, takes minutes for a million. */
const UNITS = [
  '\n', '\r', ' ', '\t', '\0', '"', "'", '\\', ',', ';', ':', '/', '-', '0', 'a', '#', '<', '&', '[', '{', '](', '="', '\n ',
  '\n"', ',"', '{"a":', '[[', '<a ', '<!--', '&#', '\n- ', '1/', '(a', ' !a', ' every ', '\nBEGIN:VEVENT', '\n<event ',
]; // prettier-ignore

test.each(UNITS)('a million characters of %j are read in steps that grow with them', TIMEOUT, async (unit) => {
  const { steps } = await readText(unit.repeat(ALONE / unit.length));
  expect(steps).toBeLessThan(ALONE);
});

describe('300,000 characters of one thing, whatever it is taken for', () => {
  const cases = [icalendar, simileXml, markwhen].flatMap((format) =>
    UNITS.map((unit): [string, string, TextFormat] => [format.name, unit, format]),
  );

  test.each(cases)('%s: %j', TIMEOUT, (_, unit, format) => {
    const { steps, all } = sortedFound(readAs(format, unit.repeat(READ / unit.length), 65_536));
    expect(steps).toBeLessThan(READ);
    expect(all.length).toBeLessThanOrEqual(READ / unit.length + 2);
  });
});

describe('30,000 characters of one thing within a file of each format, seed 3', () => {
  test.each(FORMATS.filter((format) => format !== 'xlsx'))('%s', TIMEOUT, async (format) => {
    const source = random(3);
    const files = filesOf(format).map((bytes) => new TextDecoder().decode(bytes));
    for (const unit of UNITS) {
      const file = source.pick(files);
      const at = source.below(file.length);
      const text = file.slice(0, at) + unit.repeat(WITHIN / unit.length) + file.slice(at);
      const { steps } = await readText(text, 8192);
      expect(steps, unit).toBeLessThan(text.length);
    }
  });
});
