import { Charset, Document } from 'flexsearch';
import type { SearchingPeer } from '../peer';

export const peer: SearchingPeer = {
  build(texts) {
    const index = new Document({
      document: { id: 'id', index: ['title', 'summary', 'actors'] },
      tokenize: 'forward',
      encoder: Charset.LatinBalance,
    });
    for (const { id, title, summary, actors } of texts) index.add({ id, title, summary, actors: actors.join(' ') });
    return Promise.resolve((text) => {
      const found = index.search(text, { limit: texts.length, merge: true });
      return found.length;
    });
  },
};
