import '@knight-lab/timelinejs/dist/css/timeline.css';
import '@knight-lab/timelinejs/dist/js/timeline.js';
import type { DrawingPeer } from '../peer';
import { spansOf } from './spans';

interface Timeline {
  on(event: 'ready', listener: () => void): void;
}
declare const TL: { readonly Timeline: new (host: HTMLElement, data: object, options: object) => Timeline };

export const peer: DrawingPeer = {
  draw(host, events) {
    const slides = spansOf(events).map(({ from, title }) => {
      const date = new Date(from);
      const start = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      return { start_date: start, text: { headline: title } };
    });
    return new Promise((resolve) => {
      new TL.Timeline(host, { events: slides }, { hash_bookmark: false, font: null }).on('ready', resolve);
    });
  },
};
