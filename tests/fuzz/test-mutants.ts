import { describe, expect, test } from 'vitest';
import { quote } from '../../src/domain/quote';
import { random } from '../fixtures/random';
import { mutants } from './fixture-files';
import { readOnly } from './read-only';
import { wholeWay } from './whole-way';

const TIMES = 10_000;
/** Opening a file to its end costs far more than reading it. */
const WHOLE = 200;
const TIMEOUT = { timeout: 600_000 };

/** Tests that files made of the fixtures of `formats` are read without a throw, and opened or refused in words. */
export function testMutants(formats: readonly string[]): void {
  describe('a file of each format, changed 10,000 times, seed 1, is read', () => {
    test.each(formats)('%s', TIMEOUT, async (format) => {
      let read = 0;
      await eachMutant(format, TIMES, 1, async (bytes) => {
        if ((await readOnly(bytes)).format !== null) read += 1;
      });
      // Of most nothing is broken but a row or two; of workbooks most cannot be unpacked.
      expect(read).toBeGreaterThan(TIMES / 20);
    });
  });

  describe('a file of each format, changed 200 times, seed 2, is opened the whole way, by its mapping if it needs one, or refused in words', () => {
    test.each(formats)('%s', TIMEOUT, async (format) => {
      const became = new Set<string>();
      await eachMutant(format, WHOLE, 2, async (bytes) => {
        became.add(await wholeWay(bytes, 1000));
      });
      expect([...became]).toContain('opened');
    });
  });
}

/** Throws, with what makes the file again, when one is not taken. */
async function eachMutant(
  format: string,
  times: number,
  seed: number,
  take: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>,
): Promise<void> {
  const next = mutants(format, random(seed));
  for (let time = 0; time < times; time += 1) {
    const bytes = next();
    try {
      await take(bytes);
    } catch (error) {
      const begins = quote(new TextDecoder().decode(bytes.subarray(0, 200)));
      throw new Error(`${format}, seed ${seed}, file ${time} of ${bytes.length} bytes: ${begins}`, { cause: error });
    }
  }
}
