import { createHash } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { eventsOf, headOf, vocabulary } from './chronology';

const FOLDER = '.cache/bench';
/** Another generator makes other files: those of an older one are not taken for its own. */
const MADE_BY = ['tests/bench/data/chronology.ts', 'tests/fixtures/generate-dates.ts', 'tests/fixtures/random.ts'];
const BATCH = 1000;

/** Path of the generated chronology of `count` events, made when it is not there yet; written as a stream. */
export async function dataFile(count: number): Promise<string> {
  const hash = createHash('sha256');
  for (const path of MADE_BY) hash.update(readFileSync(path));
  const path = `${FOLDER}/events-${count}-${hash.digest('hex').slice(0, 8)}.json`;
  if (existsSync(path)) return path;
  console.log(`Generating ${count.toLocaleString('en')} events …`);
  mkdirSync(dirname(path), { recursive: true });
  await pipeline(Readable.from(textOf(count)), createWriteStream(`${path}.partial`));
  renameSync(`${path}.partial`, path);
  return path;
}

function* textOf(count: number): Generator<string> {
  const words = vocabulary();
  const head = headOf(count, words);
  yield `${JSON.stringify(head).slice(0, -1)},"events":[\n`;
  let batch: string[] = [];
  let comma = '';
  for (const event of eventsOf(count, head, words)) {
    batch.push(JSON.stringify(event));
    if (batch.length < BATCH) continue;
    yield comma + batch.join(',\n');
    comma = ',\n';
    batch = [];
  }
  if (batch.length > 0) yield comma + batch.join(',\n');
  yield '\n]}\n';
}
