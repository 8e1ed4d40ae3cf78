import Fuse from 'fuse.js';
import type { SearchingPeer } from '../peer';

export const peer: SearchingPeer = {
  build(texts) {
    const keys = ['title', 'summary', 'actors'];
    const fuse = new Fuse(texts, { keys, useTokenSearch: true, tokenMatch: 'all', threshold: 0.3 });
    return Promise.resolve((text) => fuse.search(text).length);
  },
};
