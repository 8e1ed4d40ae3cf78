/** Instants, half-open. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** An event without a date: overlaps nothing. */
const NEVER: Extent = { from: Infinity, to: -Infinity };

/**
 * When an event of the generated file can have been: what peers are given, for they read no imprecise dates. Knows the
 * forms that the generator writes (day, month, year, two days with a slash), and agrees there with the product.
 */
export function extentOf(date: string | null): Extent {
  if (date === null) return NEVER;
  const slash = date.indexOf('/');
  const first = slash < 0 ? date : date.slice(0, slash);
  return { from: Date.parse(first), to: endOf(slash < 0 ? date : date.slice(slash + 1)) };
}

function endOf(date: string): number {
  const end = new Date(date);
  if (date.length === 4) end.setUTCFullYear(end.getUTCFullYear() + 1);
  else if (date.length === 7) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCDate(end.getUTCDate() + 1);
  return end.getTime();
}
