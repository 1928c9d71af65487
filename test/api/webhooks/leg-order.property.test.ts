import type { Express } from 'express';
import fc from 'fast-check';
import type { Store } from '../../../store/open.ts';
import type { LegRow } from '../../../store/tables.ts';
import { givenLeg, LABEL, legIn, told } from './legs-support.ts';
import { appOf, callSid, post } from './support.ts';
import { openStore } from '../../database.ts';

let store: Store;
let app: Express;
beforeAll(async () => {
  store = await openStore();
  app = appOf({ store });
});
afterAll(() => store.close());

interface Word {
  readonly path: 'leg' | 'amd';
  readonly form: Record<string, string>;
}

const status = (CallStatus: string, n: number): Word => ({ path: 'leg', form: { CallStatus, SequenceNumber: String(n) } });
const answered = (AnsweredBy: string): Word => ({ path: 'amd', form: { AnsweredBy } });

/** Everything Twilio says of one call, in the order in which it happens. */
const LIVES: readonly (readonly Word[])[] = [
  [status('initiated', 0), status('ringing', 1), status('in-progress', 2), answered('human'), status('completed', 3)],
  [status('initiated', 0), status('ringing', 1), status('in-progress', 2), answered('machine_start'), status('completed', 3)],
  [status('initiated', 0), status('ringing', 1), status('busy', 2)],
  [status('initiated', 0), status('ringing', 1), status('no-answer', 2)],
  [status('initiated', 0), status('failed', 1)],
];

/** A life of a call as it may arrive: every word at least once, some again, in any order. */
const arrivals = fc.constantFrom(...LIVES).chain((life) => {
  const times = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: life.length, maxLength: life.length });
  const repeated = times.map((counts) => life.flatMap((word, n) => Array.from({ length: counts[n] ?? 1 }, () => word)));
  return repeated.chain((words) => fc.shuffledSubarray(words, { minLength: words.length })).map((words) => ({ life, words }));
});

async function hear(words: readonly Word[], atOnce: boolean): Promise<string> {
  const callback = await givenLeg(store, 'unknown');
  const CallSid = callSid();
  const send = ({ path, form }: Word) => post(app, `/twilio/voice/${path}?callback=${callback}&leg=${LABEL}`, { CallSid, ...form }).expect(204);
  if (atOnce) await Promise.all(words.map(send));
  else for (const word of words) await send(word);
  return callback;
}

/** What is known in the end, apart from when it was learnt and of which call. */
function facts({ state, progress, call_end, answered_by, answered_at, settled_at }: LegRow) {
  return { state, progress, call_end, answered_by, wasAnswered: answered_at !== null, isSettled: settled_at !== null };
}

test('status callbacks, duplicated and in every order, leave the same leg and tell each fact at most once', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, fc.boolean(), async ({ life, words }, atOnce) => {
      const inOrder = await hear(life, false);
      const asTheyCame = await hear(words, atOnce);
      expect(facts(await legIn(store, asTheyCame))).toEqual(facts(await legIn(store, inOrder)));
      const all = (await told(store, asTheyCame)).map((message) => JSON.stringify(message));
      expect(new Set(all).size).toBe(all.length);
      expect(all.filter((message) => message.includes('"progress":"answered"') && !message.includes('machine')).length).toBeLessThanOrEqual(1);
      expect(all.at(-1)).toContain('"ended"');
    }),
    { numRuns: 40 },
  );
}, 120_000);
