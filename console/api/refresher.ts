/**
 * Gathers hints of what to read again and has it read one batch after the other: a hint that comes while a batch is being read
 * waits for the next, so that no hint is lost and no reading is cut short by the hint after it.
 */
export class Refresher {
  readonly #read: (names: readonly string[]) => Promise<unknown>;
  readonly #gatherMs: number;
  readonly #firstMs: number;
  #readAt = Number.NEGATIVE_INFINITY;
  #hinted = new Set<string>();
  #isReading = false;

  /**
   * @param gatherMs how long hints are gathered before they are read
   * @param firstMs the same for the first hint after a pause of that length
   */
  constructor(read: (names: readonly string[]) => Promise<unknown>, gatherMs: number, firstMs = gatherMs) {
    this.#read = read;
    this.#gatherMs = gatherMs;
    this.#firstMs = firstMs;
  }

  /** Says that something of this name may have changed. */
  hint(...names: readonly string[]): void {
    for (const name of names) this.#hinted.add(name);
    if (!this.#isReading) void this.#readAll();
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#hinted.size > 0) {
      const isFirst = Date.now() - this.#readAt >= this.#gatherMs;
      await new Promise((resolve) => setTimeout(resolve, isFirst ? this.#firstMs : this.#gatherMs));
      const names = [...this.#hinted];
      this.#hinted = new Set();
      await this.#read(names).catch(() => undefined);
      this.#readAt = Date.now();
    }
    this.#isReading = false;
  }
}
