import { setImmediate as turn } from 'node:timers/promises';
import { sustain } from './pressure.ts';
import { median, quantile } from './statistics.ts';

test('the pressure is constant, and every result is kept', async () => {
  let underWay = 0;
  const seen: number[] = [];
  const { results, perSecond } = await sustain({
    concurrency: 3,
    counted: 10,
    one: async (slot) => {
      underWay += 1;
      seen.push(underWay);
      await turn();
      underWay -= 1;
      return slot;
    },
  });
  expect(Math.max(...seen)).toBe(3);
  expect(seen.slice(2).every((count) => count === 3)).toBe(true);
  expect(results.length).toBeGreaterThanOrEqual(13);
  expect(new Set(results)).toEqual(new Set([0, 1, 2]));
  expect(perSecond).toBeGreaterThan(0);
});

test('a failure ends the measurement', async () => {
  const failing = sustain({ concurrency: 2, counted: 5, one: () => Promise.reject(new Error('It broke.')) });
  await expect(failing).rejects.toThrow('It broke.');
});

test('quantiles are values that were measured', () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2);
  expect(quantile([1, 2, 3, 4], 0.99)).toBe(4);
  expect(median([])).toBeNaN();
});
