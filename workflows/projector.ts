import type { CallbackState, LegIntent, Projection } from '../domain/projection.ts';
import type { CallbackEvent } from '../domain/words.ts';
import { project } from './activities.ts';

/** What happens beside the change of state: rows that are written with it. */
export type Effects = Partial<
  Pick<Projection, 'endedOffer' | 'confirm' | 'release' | 'startedAttempt' | 'endedAttempt' | 'unresponsive'>
> & { readonly intent?: LegIntent };

type Step = Omit<Projection, 'callbackId' | 'generation' | 'after' | 'version'>;

/**
 * Writes a callback's steps to the projection, in order and one at a time. Steps decided while a write is under way go together
 * in the next one, unless both touch the same row.
 */
export class Projector {
  version: number;
  readonly #callbackId: string;
  readonly #generation: number;
  #steps: Step[] = [];
  #writing: Promise<string | null> | null = null;

  constructor(callbackId: string, generation: number, version: number) {
    this.#callbackId = callbackId;
    this.#generation = generation;
    this.version = version;
  }

  add(state: CallbackState, events: readonly CallbackEvent[], { intent, ...effects }: Effects): void {
    const step = { ...EMPTY, ...effects, state, events, intents: intent ? [intent] : [] };
    const last = this.#steps.at(-1);
    if (last && goTogether(last, step)) this.#steps.splice(-1, 1, merged(last, step));
    else this.#steps.push(step);
  }

  /**
   * Resolves when everything added so far is stored. Answers the reservation that could not be confirmed, because its agent had
   * been let go; null: none.
   */
  async write(): Promise<string | null> {
    while (this.#writing) await this.#writing;
    if (this.#steps.length === 0) return null;
    this.#writing = this.#writeSteps();
    try {
      return await this.#writing;
    } finally {
      this.#writing = null;
    }
  }

  async #writeSteps(): Promise<string | null> {
    let unconfirmed: string | null = null;
    for (let step = this.#steps.shift(); step; step = this.#steps.shift()) {
      if (!(await this.#store(step))) unconfirmed = step.confirm;
    }
    return unconfirmed;
  }

  /**
   * The row may be ahead of us: it then shows a step that history has forgotten, and this one is written above it. `after` tells
   * the store which events were never part of this life.
   */
  async #store(step: Step): Promise<boolean> {
    const after = this.version;
    let version = after + 1;
    for (;;) {
      const answer = await project({ callbackId: this.#callbackId, generation: this.#generation, after, version, ...step });
      if (answer.stored) {
        this.version = version;
        return answer.confirmed || step.confirm === null;
      }
      version = answer.version + 1;
    }
  }
}

const EMPTY = {
  intents: [] as readonly LegIntent[],
  endedOffer: null,
  confirm: null,
  release: null,
  startedAttempt: null,
  endedAttempt: null,
  unresponsive: null,
} as const;

const ROWS = ['endedOffer', 'confirm', 'release', 'startedAttempt', 'endedAttempt', 'unresponsive'] as const;

/** Two steps may be written as one unless both touch the same row, or the earlier lets go what the later takes. */
function goTogether(earlier: Step, later: Step): boolean {
  const collide = ROWS.some((row) => earlier[row] !== null && later[row] !== null);
  return !collide && !(earlier.release !== null && later.confirm !== null);
}

function merged(earlier: Step, later: Step): Step {
  const rows = Object.fromEntries(ROWS.map((row) => [row, later[row] ?? earlier[row]])) as Pick<Step, (typeof ROWS)[number]>;
  return {
    ...rows,
    state: later.state,
    events: [...earlier.events, ...later.events],
    intents: [...earlier.intents, ...later.intents],
  };
}
