import type { CallbackState, LegIntent, Projected, Projection } from '../domain/projection.ts';
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
 *
 * A step may travel: the request that it asks for takes it along and writes it before the network is asked, so that nobody waits for
 * one after the other. What is decided meanwhile is not kept waiting: the step is written once more, above where it went, and a
 * request that comes with it later writes nothing.
 */
export class Projector {
  version: number;
  readonly #callbackId: string;
  readonly #generation: number;
  #steps: Step[] = [];
  /** What waits to be taken along by a request, alone. */
  #mayTravel = false;
  #travelling: Step | null = null;
  /** The highest version that was given to a step, whatever became of it. */
  #given = 0;
  #writing: Promise<string | null> | null = null;

  constructor(callbackId: string, generation: number, version: number) {
    this.#callbackId = callbackId;
    this.#generation = generation;
    this.version = version;
  }

  add(state: CallbackState, events: readonly CallbackEvent[], { intent, ...effects }: Effects): void {
    this.#mayTravel = false;
    const step = { ...EMPTY, ...effects, state, events, intents: intent ? [intent] : [] };
    const last = this.#steps.at(-1);
    if (last && goTogether(last, step)) this.#steps.splice(-1, 1, merged(last, step));
    else this.#steps.push(step);
  }

  /** The version of the step that travels; null: none does. */
  get onItsWay(): number | null {
    return this.#mayTravel || this.#travelling ? this.version + 1 : null;
  }

  /** What was added last waits for the request that it asks for, unless more is to be written. */
  letTravel(): void {
    this.#mayTravel = this.#steps.length === 1 && this.#writing === null && this.#travelling === null;
  }

  /** The step that goes along with a request; null: none is to. */
  takeAlong(): Projection | null {
    const [step] = this.#steps;
    if (!this.#mayTravel || !step) return null;
    this.#mayTravel = false;
    this.#steps = [];
    this.#travelling = step;
    this.#given = this.version + 1;
    return this.#projection(step, this.#given);
  }

  /** What became of a step that was taken along; null: nobody knows, and it is for `write` to write. Answers as `write` does. */
  hasArrived({ version }: Projection, projected: Projected | null): string | null {
    const step = this.#travelling;
    if (step === null || version !== this.#given) return null;
    if (!projected?.stored) {
      this.recall();
      return null;
    }
    this.#travelling = null;
    this.version = projected.version;
    return projected.confirmed ? null : step.confirm;
  }

  /** A step that travels is to be written by us after all. */
  recall(): void {
    this.#mayTravel = false;
    if (this.#travelling) this.#steps.unshift(this.#travelling);
    this.#travelling = null;
  }

  /**
   * Resolves when everything added so far is stored, or on its way. Answers the reservation that could not be confirmed, because its
   * agent had been let go; null: none.
   */
  async write(): Promise<string | null> {
    while (this.#writing) await this.#writing;
    if (this.#steps.length === 0 || this.#mayTravel) return null;
    this.recall();
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
    let version = Math.max(this.version, this.#given) + 1;
    for (;;) {
      const answer = await project(this.#projection(step, version));
      if (answer.stored) {
        this.version = version;
        return answer.confirmed || step.confirm === null;
      }
      version = answer.version + 1;
    }
  }

  #projection(step: Step, version: number): Projection {
    return { callbackId: this.#callbackId, generation: this.#generation, after: this.version, version, ...step };
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
