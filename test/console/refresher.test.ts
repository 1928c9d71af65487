import { jest } from '@jest/globals';
import { Refresher } from '../../console/api/refresher.ts';

/** A refresher whose readings end by hand. */
function refreshing() {
  const readings: { names: readonly string[]; end: (isOk?: boolean) => Promise<void> }[] = [];
  const read = (names: readonly string[]) =>
    new Promise<void>((resolve, reject) => {
      const end = async (isOk = true) => {
        if (isOk) resolve();
        else reject(new Error('no'));
        await jest.advanceTimersByTimeAsync(0);
      };
      readings.push({ names, end });
    });
  return { refresher: new Refresher(read, 50), readings };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('hints that come together are read together', async () => {
  const { refresher, readings } = refreshing();
  refresher.hint('desk');
  refresher.hint('desk', 'case 1');
  await jest.advanceTimersByTimeAsync(50);
  expect(readings.map(({ names }) => names)).toEqual([['desk', 'case 1']]);
});

test('a hint during a reading is read after it: it is neither lost, nor does it cut the reading short', async () => {
  const { refresher, readings } = refreshing();
  refresher.hint('desk');
  await jest.advanceTimersByTimeAsync(50);
  refresher.hint('desk');
  await jest.advanceTimersByTimeAsync(500);
  expect(readings).toHaveLength(1);
  await readings[0]?.end();
  await jest.advanceTimersByTimeAsync(50);
  expect(readings).toHaveLength(2);
});

test('a reading that failed does not stop the next', async () => {
  const { refresher, readings } = refreshing();
  refresher.hint('desk');
  await jest.advanceTimersByTimeAsync(50);
  await readings[0]?.end(false);
  refresher.hint('desk');
  await jest.advanceTimersByTimeAsync(50);
  expect(readings).toHaveLength(2);
});

test('after a pause the first hint is read at once, where that is asked for; those soon after it are gathered', async () => {
  const read = jest.fn(async () => undefined);
  const refresher = new Refresher(read, 50, 0);
  refresher.hint('desk');
  await jest.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledTimes(1);
  refresher.hint('desk');
  refresher.hint('case 1');
  await jest.advanceTimersByTimeAsync(40);
  expect(read).toHaveBeenCalledTimes(1);
  await jest.advanceTimersByTimeAsync(10);
  expect(read.mock.calls).toEqual([[['desk']], [['desk', 'case 1']]]);
  await jest.advanceTimersByTimeAsync(50);
  refresher.hint('desk');
  await jest.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledTimes(3);
});
