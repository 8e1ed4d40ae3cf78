import type { Clicked, ProductLoading, Typed } from '../measure/product';
import type { Frames } from '../measure/frames';
import type { Drawn } from '../measure/loading';
import type { Row } from '../measure/outcome';
import type { Asked } from '../measure/peers';

export const PRODUCT = 'Dateline';
/** The engine's modules without the page, in the harness of the peers. */
export const ENGINE = 'Dateline’s engine alone';

/** Code that is loaded, gzipped, in bytes. */
export interface Bundle {
  readonly name: string;
  readonly bytes: number;
}

export interface Filtered extends Asked {
  /** Whether every count was that of the loop over an array; null when that was not asked. */
  readonly agrees: boolean | null;
}

export interface ProductFiltered {
  readonly click: Clicked;
  readonly brush: Frames | null;
}

export interface ProductSearched {
  readonly query: Typed;
  readonly key: Typed;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly browser: string;
  readonly node: string;
}

/** All that one run measured; what it was not asked for is empty. */
export interface Results {
  /** ISO, UTC. */
  readonly date: string;
  readonly command: string;
  readonly machine: Machine;
  /** Of the last minute, of five and fifteen. */
  readonly loadAverage: { readonly before: readonly number[]; readonly after: readonly number[] };
  readonly seed: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly sizes: readonly number[];
  readonly files: readonly { readonly size: number; readonly bytes: number }[];
  readonly bundles: readonly Bundle[];
  readonly drawing: readonly Row<Drawn>[];
  /** The product's own part of the drawing. */
  readonly loading: readonly Row<ProductLoading>[];
  readonly filtering: readonly Row<Filtered>[];
  readonly clicking: readonly Row<ProductFiltered>[];
  readonly searching: readonly Row<Asked>[];
  readonly typing: readonly Row<ProductSearched>[];
}

/** What a row holds, or null where nothing was measured. */
export function valueOf<T>(rows: readonly Row<T>[], name: string, size: number): T | null {
  const outcome = rows.find((row) => row.name === name && row.size === size)?.outcome;
  return outcome?.ok ? outcome.value : null;
}
