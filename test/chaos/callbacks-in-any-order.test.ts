import { jest } from '@jest/globals';
import fc from 'fast-check';
import { until } from '../start/until.ts';
import { asksFor } from './gate.ts';
import type { Line } from './line.ts';
import { openLine } from './line.ts';

jest.setTimeout(120_000);

let line: Line;
beforeAll(async () => {
  line = await openLine();
});
afterEach(() => line.clear());
afterAll(() => line.close());

/** How the number's last digits end the attempt, and what the network says last of its customer's call. */
const LIVES = [
  { ending: '10', outcome: 'busy', last: 'busy' },
  { ending: '20', outcome: 'no_answer', last: 'no-answer' },
  { ending: '40', outcome: 'failed', last: 'failed' },
  { ending: '50', outcome: 'answered', last: 'completed' },
] as const;

const arrivals = fc.record({
  life: fc.constantFrom(...LIVES),
  /** How often each word is said, and where it stands among the others; longer than anything said of two legs. */
  times: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 40, maxLength: 40 }),
  places: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 120, maxLength: 120 }),
  /** When the REST answer comes: before the first word, in the midst of them, after the last, or never. */
  answer: fc.constantFrom('first', 'midst', 'last', 'never'),
});

/** The words said as often and in the order that was drawn. */
function drawn<T>(words: readonly T[], times: readonly number[], places: readonly number[]): T[] {
  const repeated = words.flatMap((word, n) => Array.from({ length: times[n] ?? 1 }, () => word));
  return repeated.map((word, n) => ({ word, place: places[n] ?? 0 })).toSorted((a, b) => a.place - b.place).map(({ word }) => word);
}

test('status callbacks, repeated and in every order, with the REST answer before, among or after them: one end, one call, counted once', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ life, times, places, answer }) => {
      const asked = line.gate.holdAnswer((passing) => {
        const isIt = asksFor('customer')(passing);
        if (isIt) line.ears.are = 'slow';
        return isIt;
      });
      const id = await line.accepted(life.ending);
      const held = await asked;
      const { sid } = await line.whenCall(id, ({ active }) => !active);
      await until(() => line.ears.kept.some(({ form }) => form.get('CallSid') === sid && form.get('CallStatus') === life.last));
      line.ears.are = 'open';
      const words = drawn(line.ears.kept.splice(0), times, places);
      const half = Math.floor(words.length / 2);
      if (answer === 'first') held.letGo();
      if (answer === 'never') held.lose();
      for (const [n, word] of words.entries()) {
        if (answer === 'midst' && n === half) held.letGo();
        expect(await line.ears.say(word)).toBe(204);
      }
      if (answer === 'last') held.letGo();
      const row = await line.when(id, ({ status }) => status === 'wrap_up');
      expect(row).toMatchObject({ last_outcome: life.outcome, attempt: 1, attempts_placed: 1, attempts_counted: 1 });
      expect(await line.rings(id)).toHaveLength(1);
      await line.clear();
      await line.quiet();
    }),
    { numRuns: 25 },
  );
});
