/** Middle and tail of a series, in its unit; `count` measurements. */
export interface Summary {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/**
 * The smallest of `values` that at least `share` (0 to 1) of them do not exceed: always one that was measured. NaN when
 * there are none. O(n log n).
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Null when there is nothing to sum up. */
export function summary(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  return {
    count: values.length,
    p50: percentile(values, 0.5),
    p95: percentile(values, 0.95),
    max: percentile(values, 1),
  };
}

/** Three significant digits, and no more zeros than they need: 0.0823, 4.1, 83, 31,200. */
export function significant(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

/** A length of time in its handiest unit: "83 ms", "1.24 s". */
export function duration(ms: number): string {
  return ms < 1000 ? `${significant(ms)} ms` : `${significant(ms / 1000)} s`;
}

/** An amount of memory or of code, in thousands: "480 kB", "110 MB". */
export function amount(bytes: number): string {
  if (bytes < 1e6) return `${significant(bytes / 1e3)} kB`;
  return bytes < 1e9 ? `${significant(bytes / 1e6)} MB` : `${significant(bytes / 1e9)} GB`;
}
