import { isDeepStrictEqual } from 'node:util';
import { median } from '../statistics.ts';

/** One question, asked twice: as the product asks it, and by one statement written by hand. Both give their answer in one form. */
export interface Question {
  readonly name: string;
  readonly product: () => Promise<unknown>;
  readonly byHand: () => Promise<unknown>;
}

/** Milliseconds, in medians. */
export interface Compared {
  readonly name: string;
  readonly productMs: number;
  readonly byHandMs: number;
}

/** Before anything counts, so often, and for so long or so often: until then JavaScript is compiled, and pages are read into memory. */
const WARM_UP = 8;
const WARM_UP_MS = 2_000;
const WARM_UP_MOST = 400;

/** What is answered within milliseconds is asked more often, as often as this and for no longer than this: a moment's disturbance is long to it. */
const MOST_TIMES_AS_OFTEN = 8;
const NO_LONGER_THAN_MS = 3_000;

/**
 * Asks by turns, so that whatever else the machine does meets both alike.
 *
 * @throws when the two answers are not the same: then they are not the same question
 */
export async function compare({ name, product, byHand }: Question, rounds: number): Promise<Compared> {
  const [ours, theirs] = [await product(), await byHand()];
  if (!isDeepStrictEqual(ours, theirs)) throw new Error(`"${name}" is answered differently by hand:\n${show(ours)}\n${show(theirs)}`);
  const asked = { product, byHand };
  await byTurns(asked, (round, spentMs) => round >= WARM_UP && (spentMs > WARM_UP_MS || round >= WARM_UP_MOST));
  const took = await byTurns(asked, (round, spentMs) => round >= rounds && (spentMs > NO_LONGER_THAN_MS || round >= rounds * MOST_TIMES_AS_OFTEN));
  return { name, productMs: median(took.product), byHandMs: median(took.byHand) };
}

/** How long each answer took, in milliseconds, until it is enough. */
async function byTurns(asked: Omit<Question, 'name'>, isEnough: (round: number, spentMs: number) => boolean) {
  const took = { product: [] as number[], byHand: [] as number[] };
  let spentMs = 0;
  for (let round = 0; !isEnough(round, spentMs); round += 1) {
    const order = round % 2 === 0 ? (['product', 'byHand'] as const) : (['byHand', 'product'] as const);
    for (const side of order) {
      const begunMs = performance.now();
      await asked[side]();
      const tookMs = performance.now() - begunMs;
      took[side].push(tookMs);
      spentMs += tookMs;
    }
  }
  return took;
}

function show(answer: unknown): string {
  return JSON.stringify(answer).slice(0, 400);
}
