import { mapped, type Row } from '../measure/outcome';
import { duration } from '../statistics';
import { ENGINE, PRODUCT, type Results } from './results';
import { table } from './tables';

const OPEN = '<!-- bench -->';
const CLOSE = '<!-- /bench -->';

type Times = readonly Row<number | null>[];

/**
 * What README shows of a run: per measurement and size Dateline, and of its peers the one that is best there; "none" where
 * no peer came to its end.
 */
export function shortTable(results: Results): string {
  const { sizes, drawing, filtering, searching, typing } = results;
  const measured: readonly (readonly [string, Times])[] = [
    ['From a file to the first picture', mapped(drawing, ({ load }) => load.wall)],
    ['A frame while panning, p95', mapped(drawing, ({ moving }) => moving?.pan?.p95 ?? null)],
    ['A filter and 60 counts, p50', mapped(filtering, ({ series }) => series.click?.p50 ?? null)],
    [
      'A search, p50',
      [
        ...mapped(typing, ({ query }) => query.worker?.p50 ?? null),
        ...mapped(searching, ({ series }) => series.query?.p50 ?? null),
      ],
    ],
  ];
  const lines = measured.flatMap(([what, times]) => [
    [`${what}: Dateline`, ...sizes.map((size) => told(times.filter((row) => row.size === size && isOurs(row))))],
    [
      'the best peer',
      ...sizes.map((size) =>
        told(
          times.filter((row) => row.size === size && !isOurs(row)),
          true,
        ),
      ),
    ],
  ]);
  return table(['Events', ...sizes.map((size) => size.toLocaleString('en'))], lines);
}

/** `text` with `short` between the two marks; unchanged where it has none. */
export function withShortTable(text: string, short: string): string {
  const [from, to] = [text.indexOf(OPEN), text.indexOf(CLOSE)];
  if (from < 0 || to < from) return text;
  return `${text.slice(0, from + OPEN.length)}\n\n${short}\n\n${text.slice(to)}`;
}

function isOurs({ name }: { readonly name: string }): boolean {
  return name === PRODUCT || name === ENGINE;
}

/** The least of `rows`, with its name when asked for. */
function told(rows: Times, named = false): string {
  const times = rows.flatMap(({ name, outcome }) =>
    outcome.ok && outcome.value !== null ? [{ name, ms: outcome.value }] : [],
  );
  const best = times.sort((a, b) => a.ms - b.ms).at(0);
  if (best === undefined) return 'none';
  return named ? `${duration(best.ms)} (${best.name})` : duration(best.ms);
}
