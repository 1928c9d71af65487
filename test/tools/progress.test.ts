import { jest } from '@jest/globals';
import { createProgress, duration } from '../../tools/progress.mjs';

const screen = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const until = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test.each([
  [0, '0.0 s'],
  [432, '0.4 s'],
  [9949, '9.9 s'],
  [9950, '10 s'],
  [27_400, '27 s'],
  [59_700, '1 min 0 s'],
  [185_000, '3 min 5 s'],
])('%d ms read as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('a short step is one line with its time', async () => {
  const out = screen(false);
  const step = createProgress(out)('looking', async (say) => say.done('found'));
  await step;
  expect(out.written).toEqual(['✓ found (0.0 s)\n']);
});

test('a step that had nothing to do leaves no line', async () => {
  const out = screen(false);
  await expect(createProgress(out)('looking', async () => 7)).resolves.toBe(7);
  expect(out.written).toEqual([]);
});

test('in a log, a long step says what it does after a second, when that changes, and every 30 seconds', async () => {
  const out = screen(false);
  const step = createProgress(out)('downloading', async (say) => {
    await until(2000);
    say.now('building');
    await until(35_000);
    say.done('built');
  });
  await jest.advanceTimersByTimeAsync(37_000);
  await step;
  expect(out.written).toEqual(['… downloading\n', '… building\n', '… building (32 s)\n', '✓ built (37 s)\n']);
});

test('a terminal shows the time elapsed on one line, which the outcome replaces', async () => {
  const out = screen(true);
  const step = createProgress(out)('building', async (say) => {
    await until(1500);
    say.done('built');
  });
  await jest.advanceTimersByTimeAsync(1500);
  await step;
  expect(out.written.some((text) => text.includes('building (1.2 s)'))).toBe(true);
  expect(out.written.slice(-2)).toEqual(['\r\u001B[K', '✓ built (1.5 s)\n']);
});

test('a step that fails leaves its outcome to the error', async () => {
  const out = screen(false);
  const step = createProgress(out)('building', async (say) => {
    say.done('built');
    throw new Error('no');
  });
  await expect(step).rejects.toThrow('no');
  expect(out.written).toEqual([]);
});
