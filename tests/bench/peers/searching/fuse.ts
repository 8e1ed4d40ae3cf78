import Fuse from 'fuse.js';
import type { SearchingPeer } from '../peer';

export const peer: SearchingPeer = {
  build(texts) {
    const fuse = new Fuse(texts, { keys: ['title', 'summary', 'actors'], ignoreLocation: true, threshold: 0.3 });
    return Promise.resolve((text) => fuse.search(text).length);
  },
};
