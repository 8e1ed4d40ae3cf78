import { bench, describe } from 'vitest';
import { buildSearchIndex } from '../../../src/engine/search/indexing/build';
import type { SearchIndex, SearchInput } from '../../../src/engine/search/indexing/search-index';
import { search } from '../../../src/engine/search/search';
import { foldText } from '../../../src/engine/search/text/tokens';
import { FEW, SEED, SIZES } from '../../fixtures/bench-data';
import { generateEvents, generatedHead } from '../../fixtures/generate';

interface Data {
  readonly input: SearchInput;
  readonly index: SearchIndex;
  readonly keystrokes: readonly string[];
  /** Event by event: what is written in it, as it is. */
  readonly texts: readonly string[];
}

const FEW_TYPED = 3;

/** Made when first asked for; only the size asked for last is kept. */
function dataFor(): (size: number) => Data {
  let kept: { readonly size: number; readonly data: Data } | null = null;
  return (size) => {
    if (kept?.size !== size) {
      kept = null;
      kept = { size, data: dataOf(size) };
    }
    return kept.data;
  };
}

function dataOf(size: number): Data {
  const chronology = generatedHead(size, SEED);
  const records = [...generateEvents(chronology, size, SEED, { lean: true })];
  const day = (row: number): number => Date.UTC(1996, 0, 1 + Math.floor((row * 10_950) / size));
  const input: SearchInput = {
    chronology,
    count: size,
    earliest: Float64Array.from(records, (_, row) => day(row)),
    latest: Float64Array.from(records, (_, row) => day(row) + 86_400_000),
    records: (from) => records.slice(from, from + 1000),
  };
  const names = chronology.actors.slice(0, FEW_TYPED).map(({ name }) => name);
  const titles = records.slice(0, FEW_TYPED).map(({ title }) => title.split(' ').slice(-3).join(' '));
  const typed = [...names, ...titles, ...titles.map((title) => title.replace(/(.)(.)(?= )/, '$2$1'))];
  const keystrokes = typed.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));
  return { input, index: buildSearchIndex(input), keystrokes, texts: records.map(({ title }) => title) };
}

const of = dataFor();

for (const size of SIZES) {
  describe(`the search index of ${size} events`, () => {
    bench('words, names and texts', () => void buildSearchIndex(of(size).input), FEW);
    bench(
      'slow twin: words of each title into a map of sets',
      () => {
        const rows = new Map<string, Set<number>>();
        of(size).texts.forEach((text, row) => {
          for (const word of foldText(text).split(' ')) rows.set(word, (rows.get(word) ?? new Set()).add(row));
        });
      },
      FEW,
    );
  });

  describe(`names and titles, typed letter by letter, among ${size} events`, () => {
    bench('the index', () => {
      const { index, keystrokes } = of(size);
      for (const text of keystrokes) search(index, text);
    });
    bench(
      'slow twin: every title folded and looked through, for one letter in twenty',
      () => {
        const { texts, keystrokes } = of(size);
        for (let i = 0; i < keystrokes.length; i += 20) {
          const wanted = foldText(keystrokes[i]).split(' ');
          texts.filter((text) => {
            const folded = ` ${foldText(text)}`;
            return wanted.every((word) => folded.includes(` ${word}`));
          });
        }
      },
      FEW,
    );
  });
}
