import uFuzzy from '@leeoniya/ufuzzy';
import type { SearchingPeer } from '../peer';

/** Words in any order, as long as that does not take too many tries. */
const OUT_OF_ORDER = 1;

export const peer: SearchingPeer = {
  build(texts) {
    const lines = texts.map(({ title, summary, actors }) => `${title} ${summary} ${actors.join(' ')}`);
    const fuzzy = new uFuzzy({ intraMode: 1 });
    return Promise.resolve((text) => fuzzy.search(lines, text, OUT_OF_ORDER)[0]?.length ?? 0);
  },
};
