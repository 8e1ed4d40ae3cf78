import { PEERS } from '../peers/roster';
import type { Summary } from '../statistics';
import { amount, duration, significant } from '../statistics';
import { mapped } from '../measure/outcome';
import { PRODUCT, type Results, valueOf } from './results';
import { bySize, type Cells, table, titled, together } from './tables';
import { budgets, isMet, ratios, type Target } from './targets';

/** The whole report, for people. */
export function markdown(results: Results): string {
  return [
    `# Benchmark of ${results.date.slice(0, 10)}`,
    about(results),
    '## Ratios',
    'Measured in this one run. "Over" a peer: so many times what Dateline takes.',
    targetTable(ratios(results), 'Ratio'),
    '## Budgets',
    targetTable(budgets(results), 'Dateline alone'),
    '## Load and first paint',
    'Wall time, in brackets CPU time of the main thread; the best of all runs. First paint: from the data in memory (of Dateline: the columns that its worker hands over, of others: parsed JSON) to the end of the first frame with them in it. Load: from asking for the file.',
    loadTable(results),
    productLoadTable(results),
    '## Pan and zoom',
    'CPU time of the main thread per frame, by the same events for everyone, one a frame. "All": of all threads and processes of the browser, mean of all frames.',
    frameTable(results),
    '## Filter with all counts',
    'CPU time per click: which events match, and how many have each of the 60 values. Of Dateline itself it is the whole way from the button to pixels: counts, list, sentence, timeline and overview.',
    filterTable(results),
    '## Search',
    'CPU time per query. Of Dateline: of its worker, and apart from it that of the main thread, which shows the answer: counts, list, timeline.',
    searchTable(results),
    '## Size',
    'Gzipped script, style and WebAssembly.',
    table(
      ['', 'size'],
      results.bundles.map(({ name, bytes }) => [name, amount(bytes)]),
    ),
    '## Who does less, who more',
    PEERS.map(({ name, says }) => `- **${name}**: ${says}.`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

function about({ machine, loadAverage, versions, files, command, seed }: Results): string {
  const averages = (values: Cells | readonly number[]): string =>
    values.map((value) => Number(value).toFixed(2)).join(', ');
  const facts: readonly Cells[] = [
    ['Command', `\`${command}\``],
    ['Machine', `${machine.cpu}, ${machine.cores} cores, ${amount(machine.memoryBytes)}, ${machine.system}`],
    ['Browser', `${machine.browser}, headless, no GPU, 1440 x 900`],
    ['Node', machine.node],
    ['Load average before, after', `${averages(loadAverage.before)}; ${averages(loadAverage.after)}`],
    ['Seed', String(seed)],
    ['Files', files.map(({ size, bytes }) => `${size.toLocaleString('en')} events ${amount(bytes)}`).join(', ')],
    [
      'Versions',
      Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
  ];
  return table(['', ''], facts).replace('--:', '---');
}

function targetTable(targets: readonly Target[], title: string): string {
  const told = targets.map((target) => {
    const { what, bound, sense, unit, reached, over } = target;
    const met = { true: 'yes', false: '**no**', null: 'not measured' }[
      String(isMet(target)) as 'true' | 'false' | 'null'
    ];
    const value = reached === null ? '' : `${over ? 'over ' : ''}${significant(reached)} ${unit}`;
    return [what, `${sense === 'least' ? 'at least' : 'at most'} ${bound.toLocaleString('en')} ${unit}`, value, met];
  });
  return table([title, 'target', 'reached', 'met?'], told);
}

function span({ wall, cpu }: { readonly wall: number; readonly cpu: number }): string {
  return `${duration(wall)} (${duration(cpu)})`;
}

function middle(costs: Summary | null | undefined): string {
  return costs ? `${significant(costs.p50)} / ${significant(costs.p95)} ms` : 'not measured';
}

function loadTable({ drawing, sizes }: Results): string {
  return together(
    titled(
      'First paint',
      bySize(drawing, sizes, ({ paint }) => span(paint)),
    ),
    titled(
      'Load to first paint',
      bySize(drawing, sizes, ({ load }) => span(load)),
    ),
    titled(
      'Longest task of the main thread until then',
      bySize(drawing, sizes, ({ longest }) => span(longest)),
    ),
    titled(
      'Most memory until then, all processes',
      bySize(drawing, sizes, ({ peak }) => (peak === null ? 'unknown' : amount(peak))),
    ),
  );
}

function productLoadTable({ loading, sizes }: Results): string {
  const told = (
    title: string,
    tell: (of: Extract<(typeof loading)[number]['outcome'], { ok: true }>['value']) => string,
  ) => [
    title,
    ...sizes.map((size) => {
      const value = valueOf(loading, PRODUCT, size);
      return value === null ? '' : tell(value);
    }),
  ];
  if (loading.length === 0) return '';
  const rows = [
    told('Worker: reading, checking, sorting (CPU)', ({ reading }) => duration(reading)),
    told('Worker: search index (CPU)', ({ indexing }) => duration(indexing)),
    told('Data in memory to search ready', ({ indexed }) => duration(indexed)),
    told('Longest main-thread task, index included', ({ longestIndexing }) => span(longestIndexing)),
    told('Most memory, index included', ({ peakIndexing }) =>
      peakIndexing === null ? 'unknown' : amount(peakIndexing),
    ),
    told('Memory after a collection: page', ({ heap }) => amount(heap.page)),
    told('Memory after a collection: worker (the index)', ({ heap }) => amount(heap.workers)),
  ];
  return titled('Dateline, further', table(['', ...sizes.map((size) => size.toLocaleString('en'))], rows));
}

function frameTable({ drawing, sizes }: Results): string {
  const moved = drawing.filter(({ outcome }) => !outcome.ok || outcome.value.moving !== null);
  return together(
    titled(
      'Pan, p50 / p95',
      bySize(moved, sizes, ({ moving }) => middle(moving?.pan)),
    ),
    titled(
      'Zoom, p50 / p95',
      bySize(moved, sizes, ({ moving }) => middle(moving?.zoom)),
    ),
    titled(
      'Frames over 16.7 ms, of all',
      bySize(moved, sizes, ({ moving }) => {
        const of = [moving?.pan, moving?.zoom].flatMap((frames) => frames ?? []);
        const sum = (pick: (frames: (typeof of)[number]) => number): number =>
          of.reduce((all, each) => all + pick(each), 0);
        return `${sum(({ over16 }) => over16)} of ${sum(({ count }) => count)}`;
      }),
    ),
    titled(
      'Frames a second while panning',
      bySize(moved, sizes, ({ moving }) => significant(moving?.pan?.perSecond ?? 0)),
    ),
    titled(
      'All threads, CPU a frame',
      bySize(moved, sizes, ({ moving }) => (moving ? duration(moving.allThreads) : '')),
    ),
  );
}

function filterTable({ filtering, clicking, sizes }: Results): string {
  const disagreeing = filtering
    .filter(({ outcome }) => outcome.ok && outcome.value.agrees === false)
    .map(({ name }) => name);
  return together(
    titled(
      'The product: click to pixels, p50 / p95',
      bySize(clicking, sizes, ({ click }) => middle(click.cpu)),
    ),
    titled(
      'The product: release of the button to the next frame, p50 / p95, wall time',
      bySize(clicking, sizes, ({ click }) => middle(click.wall)),
    ),
    titled(
      'The product: brush step to pixels, p50 / p95',
      bySize(clicking, sizes, ({ brush }) => middle(brush)),
    ),
    titled(
      'Engines: click, p50 / p95',
      bySize(filtering, sizes, ({ series }) => middle(series.click)),
    ),
    titled(
      'Engines: brush step, p50 / p95',
      bySize(filtering, sizes, ({ series }) => middle(series.brush)),
    ),
    titled(
      'Engines: building (CPU), memory',
      bySize(filtering, sizes, ({ build, heap }) => `${duration(build.cpu)}, ${amount(heap)}`),
    ),
    disagreeing.length === 0
      ? ''
      : `Other counts than the loop over an array: ${[...new Set(disagreeing)].join(', ')}.`,
  );
}

function searchTable({ searching, typing, sizes }: Results): string {
  const part = (title: string, series: 'query' | 'key'): string => {
    const own = mapped(typing, (typed) => typed[series].worker);
    const peers = mapped(searching, (asked) => asked.series[series]);
    return titled(title, bySize([...own, ...peers], sizes, middle));
  };
  return together(
    part('Query, p50 / p95', 'query'),
    part('Keystroke, p50 / p95', 'key'),
    titled(
      'Dateline’s main thread: a query, p50 / p95',
      bySize(typing, sizes, ({ query }) => middle(query.main)),
    ),
    titled(
      'Dateline’s main thread: a keystroke, p50 / p95',
      bySize(typing, sizes, ({ key }) => middle(key.main)),
    ),
    titled(
      'Peers: index, CPU and memory',
      bySize(searching, sizes, ({ build, heap }) => `${duration(build.cpu)}, ${amount(heap)}`),
    ),
  );
}
