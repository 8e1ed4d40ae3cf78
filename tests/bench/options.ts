/** What can be measured apart from the rest. */
export const PARTS = ['size', 'load', 'frame', 'filter', 'search'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  /** Numbers of events, ascending. */
  readonly sizes: readonly number[];
  readonly parts: ReadonlySet<Part>;
  /** Names of peers to measure beside the product; null for all. */
  readonly peers: readonly string[] | null;
  /** Loads once, and asks and moves less: to see that all works, not to quote from. */
  readonly quick: boolean;
}

export const SIZES = [1_000, 10_000, 100_000, 1_000_000] as const;

export const USAGE = `npm run bench -- [--sizes ${SIZES.join(',')}] [--only ${PARTS.join(',')}] [--peers echarts,minisearch] [--quick]`;

/** Throws an Error that quotes what it does not know and says what would do. */
export function readOptions(args: readonly string[]): Options {
  let options: Options = { sizes: SIZES, parts: new Set(PARTS), peers: null, quick: false };
  for (let at = 0; at < args.length; at++) {
    const name = args[at];
    if (name === '--quick') options = { ...options, quick: true };
    else if (name === '--sizes')
      options = {
        ...options,
        sizes: listOf(args[++at])
          .map(sizeOf)
          .sort((a, b) => a - b),
      };
    else if (name === '--only') options = { ...options, parts: new Set(listOf(args[++at]).map(partOf)) };
    else if (name === '--peers') options = { ...options, peers: listOf(args[++at]) };
    else throw new Error(`"${name}" is not known; use ${USAGE}`);
  }
  return options;
}

function listOf(text: string | undefined): readonly string[] {
  if (!text) throw new Error(`a list is missing; use ${USAGE}`);
  return text.split(',');
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < 100) throw new Error(`size "${text}"; use a whole number from 100 on`);
  return size;
}

function partOf(text: string): Part {
  const part = PARTS.find((known) => known === text);
  if (part === undefined) throw new Error(`--only "${text}"; use ${PARTS.join(', ')}`);
  return part;
}
