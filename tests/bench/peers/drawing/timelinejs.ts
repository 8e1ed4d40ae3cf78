import '@knight-lab/timelinejs/dist/css/timeline.css';
import script from '@knight-lab/timelinejs/dist/js/timeline.js?url';
import type { DrawingPeer } from '../peer';
import { spansOf } from './spans';

interface Timeline {
  on(event: 'ready', listener: () => void): void;
}
declare global {
  interface Window {
    TL: { readonly Timeline: new (host: HTMLElement, data: object, options: object) => Timeline };
  }
}

// It comes as a plain script that makes a global of itself.
await new Promise((resolve, reject) => {
  const element = document.createElement('script');
  Object.assign(element, { src: script, onload: resolve, onerror: reject });
  document.head.append(element);
});

export const peer: DrawingPeer = {
  draw(host, events) {
    const slides = spansOf(events).map(({ from, title }) => {
      const date = new Date(from);
      const start = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      return { start_date: start, text: { headline: title } };
    });
    // Of its own fonts and themes nothing is fetched from elsewhere.
    const options = { hash_bookmark: false, font: null, theme: null, script_path: location.href };
    return new Promise((resolve) => {
      new window.TL.Timeline(host, { events: slides }, options).on('ready', resolve);
    });
  },
};
