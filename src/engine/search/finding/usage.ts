import type { SearchIndex } from '../indexing/search-index';

/** Events that have a word written in them or in one of their names, at least. */
export function timesUsed({ written, namedStarts, namedValues, valueRows }: SearchIndex, word: number): number {
  let most = written.counts[word];
  for (let at = namedStarts[word]; at < namedStarts[word + 1]; at++) {
    most = Math.max(most, valueRows.counts[namedValues[at]]);
  }
  return most;
}
