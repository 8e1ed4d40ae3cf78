import { brushSteps, clicks } from '../data/filters';
import { keystrokesOf, queriesOf } from '../data/queries';
import type { Options } from '../options';
import type { Kind, Listed } from '../peers/roster';
import { type Filtered, PRODUCT, type ProductFiltered, type ProductSearched, type Results } from '../report/results';
import type { Drawn } from './loading';
import { outcomeOf, type Row, Table } from './outcome';
import { type Area, type Asked, measureAsking, measureDrawing } from './peers';
import { openProduct, type ProductLoading } from './product';

type Measured = Pick<Results, 'drawing' | 'loading' | 'filtering' | 'clicking' | 'searching' | 'typing'>;

/** How much is done of each. */
interface Amounts {
  readonly loads: number;
  /** Moves of a pointer or a wheel. */
  readonly steps: number;
  readonly clicks: number;
  readonly queries: number;
  /** Texts that are typed letter by letter. */
  readonly typed: number;
}

const WHOLE: Amounts = { loads: 3, steps: 60, clicks: 40, queries: 72, typed: 16 };
const QUICK: Amounts = { loads: 1, steps: 15, clicks: 8, queries: 12, typed: 3 };
/** From this size on one load has to do. */
const LARGE = 1_000_000;
const REFERENCE = 'arrays of objects';
/** Of the product's timeline, should it not have come up. */
const USUAL_AREA: Area = { width: 860, height: 440 };

/** Measures the product and each of `peers` at each size, the small sizes first. `site` ends with a slash. */
export async function measureSizes(site: string, options: Options, peers: readonly Listed[]): Promise<Measured> {
  const { parts } = options;
  const amounts = options.quick ? QUICK : WHOLE;
  const draws = parts.has('load') || parts.has('frame');
  const drawing = new Table<Drawn>('draws');
  const loading = new Table<ProductLoading>('loads');
  const filtering = new Table<Asked>('filters');
  const clicking = new Table<ProductFiltered>('filters');
  const searching = new Table<Asked>('searches');
  const typing = new Table<ProductSearched>('searches');

  for (const size of options.sizes) {
    const of = (kind: Kind) => peers.filter((peer) => peer.kind === kind);
    const page = ({ kind, file }: Listed) => `${site}${kind}/${file}/${kind}.html?data=/data/${size}.json`;
    const loads = parts.has('load') && size < LARGE ? amounts.loads : 1;
    const texts = queriesOf(size).map(({ text }) => text);
    const [queries, typed] = [texts.slice(0, amounts.queries), texts.slice(0, amounts.typed)];
    const wanted = clicks(amounts.clicks);
    let area = USUAL_AREA;

    const opened =
      draws || parts.has('filter') || parts.has('search')
        ? await outcomeOf(() => openProduct(`${site}app/${size}/`, loads))
        : null;
    if (opened?.ok === false) await drawing.measure(PRODUCT, size, () => Promise.reject(new Error(opened.why)));
    if (opened?.ok) {
      const { product, best } = opened.value;
      try {
        area = await product.area();
        await loading.measure(PRODUCT, size, () => Promise.resolve(product.loading));
        if (draws) {
          await drawing.measure(PRODUCT, size, async () => {
            return { ...best, moving: parts.has('frame') ? await product.moveAbout(amounts.steps) : null };
          });
        }
        if (parts.has('filter')) {
          await clicking.measure(PRODUCT, size, async () => {
            return { click: await product.click(wanted), brush: await product.brush(amounts.steps) };
          });
        }
        if (parts.has('search')) {
          await typing.measure(PRODUCT, size, async () => {
            return { query: await product.type(queries, 'query'), key: await product.type(typed, 'key') };
          });
        }
      } finally {
        await product.close();
      }
    }

    const steps = parts.has('frame') ? amounts.steps : 0;
    for (const peer of draws ? of('drawing') : []) {
      await drawing.climb(peer.name, size, () => measureDrawing(page(peer), area, loads, steps));
    }
    const filters = { click: wanted.map(({ filter }) => filter), brush: brushSteps(amounts.steps) };
    for (const peer of parts.has('filter') ? of('filtering') : []) {
      await filtering.climb(peer.name, size, () => measureAsking(page(peer), filters));
    }
    const asked = { query: queries, key: keystrokesOf(typed) };
    for (const peer of parts.has('search') ? of('searching') : []) {
      await searching.climb(peer.name, size, () => measureAsking(page(peer), asked));
    }
  }
  return {
    drawing: drawing.rows,
    loading: loading.rows,
    filtering: compared(filtering.rows),
    clicking: clicking.rows,
    searching: searching.rows,
    typing: typing.rows,
  };
}

/** The rows, with whether their counts are those of the plain loop, as far as both came. */
function compared(rows: readonly Row<Asked>[]): readonly Row<Filtered>[] {
  return rows.map(({ name, size, outcome }) => {
    if (!outcome.ok) return { name, size, outcome };
    const reference = rows.find((row) => row.name === REFERENCE && row.size === size)?.outcome;
    const agrees = reference?.ok ? isSame(outcome.value.answers, reference.value.answers) : null;
    return { name, size, outcome: { ok: true, value: { ...outcome.value, answers: {}, agrees } } };
  });
}

function isSame(answers: Asked['answers'], expected: Asked['answers']): boolean {
  return Object.entries(expected).every(([series, values]) => {
    const both = Math.min(values.length, answers[series].length);
    return both > 0 && values.slice(0, both).join() === answers[series].slice(0, both).join();
  });
}
