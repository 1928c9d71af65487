/** The smallest of the values that at least `share` of them do not exceed (nearest rank). NaN when there is none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** What is usual, and what hardly any exceeds. */
export interface Spread {
  readonly median: number;
  readonly p99: number;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), p99: quantile(values, 0.99) };
}
