import MiniSearch from 'minisearch';
import type { SearchingPeer, Text } from '../peer';

export const peer: SearchingPeer = {
  build(texts) {
    const index = new MiniSearch<Text>({
      fields: ['title', 'summary', 'actors'],
      searchOptions: { prefix: true, fuzzy: 0.2, combineWith: 'AND' },
    });
    index.addAll(texts);
    return Promise.resolve((text) => index.search(text).length);
  },
};
