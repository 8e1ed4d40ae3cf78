import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import type { DrawingPeer } from '../peer';
import { spansOf } from './spans';

export const peer: DrawingPeer = {
  draw(host, events) {
    const items = spansOf(events).map(({ from, title }, id) => ({ id, content: title, start: from, type: 'point' }));
    return new Promise((resolve) => {
      const options = { height: host.clientHeight, onInitialDrawComplete: resolve };
      new Timeline(host, items, options);
    });
  },
};
