import { ENGINE } from '../report/results';

export type Kind = 'drawing' | 'searching' | 'filtering';

/** A peer as the tables name it. Its code is `peers/KIND/FILE.ts`, which only its own page loads. */
export interface Listed {
  readonly name: string;
  readonly kind: Kind;
  readonly file: string;
  /** The package whose version is told; null when it is code of the benchmark or of the product. */
  readonly package: string | null;
  /** Where it does less, or more, than Dateline does for the same measurement. */
  readonly says: string;
}

const DRAWN = 'no facets, list, text search or link beside it';

export const PEERS: readonly Listed[] = [
  {
    name: 'vis-timeline',
    kind: 'drawing',
    file: 'vis-timeline',
    package: 'vis-timeline',
    says: `more: every event an element with its title, stacked so that none hides another; less: ${DRAWN}, days instead of imprecise dates`,
  },
  {
    name: 'TimelineJS',
    kind: 'drawing',
    file: 'timelinejs',
    package: '@knight-lab/timelinejs',
    says: `more: a slide for every event, meant for a story of some dozens; less: ${DRAWN}, the wheel does not zoom`,
  },
  {
    name: 'd3 SVG',
    kind: 'drawing',
    file: 'd3-svg',
    package: 'd3',
    says: `less: circles in 20 lanes and an axis; no titles in the picture (a tooltip each), no stacking, ${DRAWN}, days instead of imprecise dates`,
  },
  {
    name: 'ECharts',
    kind: 'drawing',
    file: 'echarts',
    package: 'echarts',
    says: `less: points in 20 lanes and an axis on canvas, in its mode for large data, which draws over 10,000 a part at a time: while it is moved most of them are not in the picture; no titles, no stacking, ${DRAWN}, days instead of imprecise dates`,
  },
  {
    name: 'ECharts, whole frames',
    kind: 'drawing',
    file: 'echarts-whole',
    package: 'echarts',
    says: 'the same, told to draw all points in every frame, as the others do',
  },
  {
    name: 'uPlot',
    kind: 'drawing',
    file: 'uplot',
    package: 'uplot',
    says: `less: points in 20 lanes and an axis on canvas; no titles, no stacking, ${DRAWN}, days instead of imprecise dates; dragging and zooming by a plugin as in its examples`,
  },
  {
    name: 'Fuse.js',
    kind: 'searching',
    file: 'fuse',
    package: 'fuse.js',
    says: 'less: one pattern over each field, no words in any order, no phrases, prefixes or exclusions; typos of any number up to a share of the pattern',
  },
  {
    name: 'Fuse.js, token search',
    kind: 'searching',
    file: 'fuse-tokens',
    package: 'fuse.js',
    says: 'less: no phrases, prefixes or exclusions; every word must be found, each with typos',
  },
  {
    name: 'MiniSearch',
    kind: 'searching',
    file: 'minisearch',
    package: 'minisearch',
    says: 'less: no phrases (a phrase is three words to it), exclusions or transliteration; prefixes, and typos by a fifth of a word',
  },
  {
    name: 'uFuzzy',
    kind: 'searching',
    file: 'ufuzzy',
    package: '@leeoniya/ufuzzy',
    says: 'less: no index, one typo a word, ranks only when few are found; it knows phrases and exclusions',
  },
  {
    name: 'FlexSearch',
    kind: 'searching',
    file: 'flexsearch',
    package: 'flexsearch',
    says: 'less: no typos but what sounds alike, no phrases or exclusions, hardly a ranking; prefixes',
  },
  {
    name: ENGINE,
    kind: 'filtering',
    file: 'dateline',
    package: null,
    says: 'the modules of the product, called as the peers are, without the page; it counts a facet of datings more',
  },
  {
    name: 'arrays of objects',
    kind: 'filtering',
    file: 'objects',
    package: null,
    says: 'a loop over an array; gives the same counts',
  },
  {
    name: 'crossfilter2',
    kind: 'filtering',
    file: 'crossfilter',
    package: 'crossfilter2',
    says: 'gives the same counts; goes from one filter to the next by their difference',
  },
  {
    name: 'arquero',
    kind: 'filtering',
    file: 'arquero',
    package: 'arquero',
    says: 'gives the same counts',
  },
  {
    name: 'duckdb-wasm',
    kind: 'filtering',
    file: 'duckdb',
    package: '@duckdb/duckdb-wasm',
    says: 'gives the same counts; works in a worker, in one thread',
  },
  {
    name: 'roaring-wasm',
    kind: 'filtering',
    file: 'roaring',
    package: 'roaring-wasm',
    says: 'gives the same counts',
  },
];
