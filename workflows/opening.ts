import { condition } from '@temporalio/workflow';
import type { Case } from './case.ts';

/**
 * The case of this run, once its row has been claimed. Messages come earlier than that: they are heard from the first moment on,
 * and wait here, because Temporal refuses an update whose handler is not there yet.
 */
export class Opening {
  case: Case | null = null;
  #isNotOurs = false;

  openWith(c: Case): void {
    this.case = c;
  }

  /** The row is another run's: whoever waits is told so. */
  giveUp(): void {
    this.#isNotOurs = true;
  }

  /** Resolves with the case when it is open; null: it never will be. */
  async opened(): Promise<Case | null> {
    await condition(() => this.case !== null || this.#isNotOurs);
    return this.case;
  }
}
