import { headOf, typesOf, vocabulary } from '../data/chronology';
import { brushSteps, type Click, clicks } from '../data/filters';
import { keystrokesOf, queriesOf } from '../data/queries';
import type { Options } from '../options';
import type { Kind, Listed } from '../peers/roster';
import { type Filtered, PRODUCT, type ProductFiltered, type ProductSearched, type Results } from '../report/results';
import type { Drawn } from './loading';
import { Ladder, outcomeOf, type Row } from './outcome';
import { type Asked, measureAsking, measureDrawing } from './peers';
import { type Named, openProduct, type Product, type ProductLoading } from './product';

type Measured = Pick<Results, 'drawing' | 'loading' | 'filtering' | 'clicking' | 'searching' | 'typing'>;

/** How much is done of each. */
interface Amounts {
  readonly loads: number;
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

/** Measures the product and each of `peers` at each size, the small sizes first. `site` ends with a slash. */
export async function measureSizes(site: string, options: Options, peers: readonly Listed[]): Promise<Measured> {
  const { sizes, parts, quick } = options;
  const amounts = quick ? QUICK : WHOLE;
  const ladder = new Ladder();
  const drawing: Row<Drawn>[] = [];
  const loading: Row<ProductLoading>[] = [];
  const filtering: Row<Filtered>[] = [];
  const clicking: Row<ProductFiltered>[] = [];
  const searching: Row<Asked>[] = [];
  const typing: Row<ProductSearched>[] = [];
  const of = (kind: Kind): readonly Listed[] => peers.filter((peer) => peer.kind === kind);
  const measure = async <T>(rows: Row<T>[], name: string, size: number, work: () => Promise<T>): Promise<void> => {
    const start = performance.now();
    const row = await ladder.step(name, size, work);
    rows.push(row);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${size.toLocaleString('en').padStart(9)}  ${name}: ${row.outcome.ok ? `${seconds} s` : row.outcome.why}`,
    );
  };

  for (const size of sizes) {
    const loads = parts.has('load') && size < LARGE ? amounts.loads : 1;
    const steps = parts.has('frame') ? amounts.steps : 0;
    const data = `?data=/data/${size}.json`;
    const page = ({ kind, file }: Listed): string => `${site}${kind}/${file}/${kind}.html${data}`;

    if (['load', 'frame', 'filter', 'search'].some((part) => parts.has(part as 'load'))) {
      await measureProduct(`${site}app/${size}/`, size, loads);
    }
    if (parts.has('load') || parts.has('frame')) {
      for (const peer of of('drawing')) {
        await measure(drawing, peer.name, size, () => measureDrawing(page(peer), loads, steps));
      }
    }
    if (parts.has('filter')) {
      const series = { click: clicks(amounts.clicks).map(({ filter }) => filter), brush: brushSteps(amounts.steps) };
      for (const peer of of('filtering')) {
        await measure(filtering, peer.name, size, async () => ({
          ...(await measureAsking(page(peer), series)),
          agrees: true,
        }));
      }
    }
    if (parts.has('search')) {
      const texts = queriesOf(size).map(({ text }) => text);
      const series = { query: texts.slice(0, amounts.queries), key: keystrokesOf(texts.slice(0, amounts.typed)) };
      for (const peer of of('searching')) {
        await measure(searching, peer.name, size, () => measureAsking(page(peer), series));
      }
    }
  }
  return { drawing, loading, filtering: filtering.map((row) => compared(row, filtering)), clicking, searching, typing };

  async function measureProduct(url: string, size: number, loads: number): Promise<void> {
    const opened = await outcomeOf(() => openProduct(url, loads));
    const rows = { name: PRODUCT, size };
    if (!opened.ok) {
      drawing.push({ ...rows, outcome: opened });
      console.log(`${size} ${PRODUCT}: ${opened.why}`);
      return;
    }
    const { product, best } = opened.value;
    try {
      loading.push({ ...rows, outcome: { ok: true, value: product.loading } });
      await measure(drawing, PRODUCT, size, async () => ({
        ...best,
        moving: parts.has('frame') ? await product.moveAbout(amounts.steps) : null,
      }));
      if (parts.has('filter')) await measure(clicking, PRODUCT, size, () => filterProduct(product, amounts));
      if (parts.has('search')) await measure(typing, PRODUCT, size, () => searchProduct(product, size, amounts));
    } finally {
      await product.close();
    }
  }
}

async function filterProduct(product: Product, amounts: Amounts): Promise<ProductFiltered> {
  const click = await product.click(clicks(amounts.clicks).map(namedBy()));
  return { click, brush: await product.brush(amounts.steps) };
}

async function searchProduct(product: Product, size: number, amounts: Amounts): Promise<ProductSearched> {
  const texts = queriesOf(size).map(({ text }) => text);
  const query = await product.type(texts.slice(0, amounts.queries), 'query');
  return { query, key: await product.type(texts.slice(0, amounts.typed), 'key') };
}

/** How the button of a click's value is called on the page. */
function namedBy(): (click: Click) => Named {
  const words = vocabulary();
  const { actors, topics } = headOf(0, words);
  const names = {
    actors: actors.map(({ name }) => name),
    topics: topics.map(({ name }) => name),
    types: typesOf(words),
  };
  return ({ facet, value }) => ({ facet, name: names[facet][value] });
}

/** The row, with whether its counts are those of the plain loop, as far as both came. */
function compared(row: Row<Filtered>, rows: readonly Row<Filtered>[]): Row<Filtered> {
  const reference = rows.find(({ name, size }) => name === REFERENCE && size === row.size)?.outcome;
  if (!row.outcome.ok || !reference?.ok) return row;
  const { answers } = row.outcome.value;
  const agrees = Object.entries(reference.value.answers).every(([series, expected]) =>
    answers[series].every((answer, at) => at >= expected.length || answer === expected[at]),
  );
  return { ...row, outcome: { ok: true, value: { ...row.outcome.value, agrees } } };
}
