export interface Pressure<T> {
  /** How many are under way at any moment; each slot begins the next as soon as its own has ended. */
  readonly concurrency: number;
  /** How many are counted, after as many as there are slots have warmed everything up. */
  readonly counted: number;
  readonly one: (slot: number) => Promise<T>;
  readonly onProgress?: (ended: number) => void;
}

export interface Sustained<T> {
  readonly perSecond: number;
  /** Processor time this process spent on each, in milliseconds. */
  readonly cpuMs: number;
  /** What each answered, those that were not counted included. */
  readonly results: readonly T[];
}

/** Keeps up a constant pressure and measures the rate in the midst of it: neither the start nor the last ones running dry count. */
export async function sustain<T>({ concurrency, counted, one, onProgress }: Pressure<T>): Promise<Sustained<T>> {
  const results: T[] = [];
  const last = concurrency + counted;
  let begun = mark();
  let ended = begun;
  const slot = async (_: unknown, index: number) => {
    while (results.length < last) {
      results.push(await one(index));
      if (results.length === concurrency) begun = mark();
      if (results.length === last) ended = mark();
      onProgress?.(Math.min(results.length, last));
    }
  };
  await Promise.all(Array.from({ length: concurrency }, slot));
  const seconds = (ended.atMs - begun.atMs) / 1000;
  return { perSecond: counted / seconds, cpuMs: (ended.cpuMs - begun.cpuMs) / counted, results };
}

function mark(): { atMs: number; cpuMs: number } {
  const { user, system } = process.cpuUsage();
  return { atMs: performance.now(), cpuMs: (user + system) / 1000 };
}
