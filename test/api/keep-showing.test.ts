import { jest } from '@jest/globals';
import { keepShowing } from '../../api/events/keep-showing.ts';

/** Readings that end when the test says so. */
function readings() {
  const begun: { resolve: (read: string) => void; reject: (error: Error) => void }[] = [];
  const read = () => new Promise<string>((resolve, reject) => void begun.push({ resolve, reject }));
  return { begun, read };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('whatever changes during a reading is read once more, after it', async () => {
  const { begun, read } = readings();
  const shown: string[] = [];
  const changed = keepShowing({ read, show: async (what) => void shown.push(what), failed: () => undefined });
  changed();
  changed();
  changed();
  expect(begun).toHaveLength(1);
  begun[0]?.resolve('first');
  await settled();
  expect(begun).toHaveLength(2);
  begun[1]?.resolve('second');
  await settled();
  expect(shown).toEqual(['first', 'second']);
  expect(begun).toHaveLength(2);
});

test('the next is read when the one before has been shown', async () => {
  const { begun, read } = readings();
  let arrive = () => {};
  const shown = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const changed = keepShowing({ read, show: () => shown, failed: () => undefined });
  changed();
  begun[0]?.resolve('first');
  await settled();
  changed();
  expect(begun).toHaveLength(1);
  arrive();
  await settled();
  expect(begun).toHaveLength(2);
});

test('a reading that fails is told of, and the next change is read', async () => {
  const { begun, read } = readings();
  const [failed, shown] = [jest.fn(), jest.fn(async () => undefined)];
  const changed = keepShowing({ read, show: shown, failed });
  changed();
  begun[0]?.reject(new Error('The database is away.'));
  await settled();
  expect(failed).toHaveBeenCalledTimes(1);
  changed();
  begun[1]?.resolve('again');
  await settled();
  expect(shown).toHaveBeenCalledWith('again');
});
