import { fetchFile } from './file';
import { frameDone, mark } from './marks';

const { peer } = await import('virtual:drawing');

const host = document.createElement('div');
host.id = 'host';
document.body.append(host);

Object.assign(window, {
  bench: {
    /** From the first byte asked for to the first picture. */
    async load(width: number, height: number): Promise<void> {
      host.style.width = `${width}px`;
      host.style.height = `${height}px`;
      mark('fetch');
      const { events } = await fetchFile();
      mark('draw');
      await peer.draw(host, events);
      await frameDone();
      mark('painted');
    },
  },
});
