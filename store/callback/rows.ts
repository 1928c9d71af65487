/** A statement takes at most 65,535 values: this many rows of a dozen columns stay well below. */
const ROWS = 1_000;

/** The same rows in portions that one statement can take. */
export function* inChunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += ROWS) yield rows.slice(start, start + ROWS);
}

/** The values of `pairs` by their key, each in the order they came. */
export function gathered<K, V>(pairs: Iterable<readonly [K, V]>): Map<K, V[]> {
  const all = new Map<K, V[]>();
  for (const [key, value] of pairs) {
    const known = all.get(key);
    if (known) known.push(value);
    else all.set(key, [value]);
  }
  return all;
}
