import { jest } from '@jest/globals';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { readAgain, showDesk } from '../../console/api/keep-current.ts';
import type { Desk } from '../../console/api/types.ts';

const deskAt = (second: number) => ({ serverTime: `2026-11-26T09:00:0${second}.000Z`, callbacks: [] }) as unknown as Desk;

let queries: QueryClient;
let stop: () => void;
/** Every reading of the desk, ended by hand. */
let readings: ((desk: Desk) => Promise<void>)[];
beforeEach(() => {
  queries = new QueryClient();
  readings = [];
  const queryFn = () =>
    new Promise<Desk>((resolve) => {
      readings.push(async (desk) => {
        resolve(desk);
        await new Promise((after) => setImmediate(after));
      });
    });
  stop = new QueryObserver(queries, { queryKey: ['desk'], queryFn }).subscribe(() => undefined);
});
afterEach(() => {
  stop();
  queries.clear();
});

const shown = () => queries.getQueryData<Desk>(['desk']);

describe('a desk that the stream brings', () => {
  test('is shown, without a reading', async () => {
    const readIt = jest.fn();
    await readings[0]?.(deskAt(1));
    showDesk(queries, deskAt(2), readIt);
    expect(shown()).toEqual(deskAt(2));
    expect(readIt).not.toHaveBeenCalled();
    expect(readings).toHaveLength(1);
  });

  test('is older than the one shown: it is read once more', async () => {
    const readIt = jest.fn();
    await readings[0]?.(deskAt(2));
    showDesk(queries, deskAt(1), readIt);
    expect(shown()).toEqual(deskAt(2));
    expect(readIt).toHaveBeenCalledTimes(1);
  });

  test('comes while one is being read, which may have looked before the change: it is read once more', async () => {
    const readIt = jest.fn();
    await readings[0]?.(deskAt(1));
    void queries.invalidateQueries({ queryKey: ['desk'] });
    showDesk(queries, deskAt(2), readIt);
    expect(readIt).toHaveBeenCalledTimes(1);
    expect(shown()).toEqual(deskAt(1));
  });

  test('comes before the first has been read: it is read once more', () => {
    const readIt = jest.fn();
    showDesk(queries, deskAt(1), readIt);
    expect(readIt).toHaveBeenCalledTimes(1);
  });
});

describe('reading again', () => {
  test('what is being read for the first time is read once more when it is there', async () => {
    const again = readAgain(queries, { queryKey: ['desk'] });
    await readings[0]?.(deskAt(1));
    expect(readings).toHaveLength(2);
    await readings[1]?.(deskAt(2));
    await again;
    expect(shown()).toEqual(deskAt(2));
  });

  test('what is there is read once', async () => {
    await readings[0]?.(deskAt(1));
    const again = readAgain(queries, { queryKey: ['desk'] });
    await readings[1]?.(deskAt(2));
    await again;
    expect(readings).toHaveLength(2);
  });
});
