import type { Search, Text } from '../peers/peer';
import { fetchFile } from './file';
import { mark } from './marks';
import { series } from './series';

const { peer } = await import('virtual:searching');

let texts: readonly Text[] = [];
let search: Search = () => 0;

Object.assign(window, {
  bench: {
    async load(): Promise<void> {
      const { actors, events } = await fetchFile();
      const names = new Map(actors.map(({ id, name }) => [id, name]));
      texts = events.map(({ title, summary, actors: ids }, id) => ({
        id,
        title,
        summary,
        actors: ids.map((each) => names.get(each) ?? each),
      }));
    },
    async build(): Promise<void> {
      mark('build');
      search = await peer.build(texts);
      mark('built');
    },
    /** Lets go of the texts, so that what is held is the index and what it keeps of them. */
    release(): void {
      texts = [];
    },
    run: (name: string, asked: readonly string[], budgetMs: number) => series(name, asked, budgetMs, search),
  },
});
