import { jest } from '@jest/globals';
import type { Draft } from '../../console/case/draft-keeper.ts';
import { DraftKeeper } from '../../console/case/draft-keeper.ts';

const EMPTY: Draft = { note: '', disposition: null };

/** A keeper whose requests are answered by hand. */
function keeping(server = EMPTY) {
  const sent: { draft: Draft; leaving: boolean; answer: (isSaved: boolean | 'lost') => Promise<void> }[] = [];
  const save = (draft: Draft, leaving: boolean) =>
    new Promise<boolean>((resolve, reject) => {
      const answer = async (isSaved: boolean | 'lost') => {
        if (isSaved === 'lost') reject(new Error('no answer'));
        else resolve(isSaved);
        await jest.advanceTimersByTimeAsync(0);
      };
      sent.push({ draft, leaving, answer });
    });
  return { keeper: new DraftKeeper(server, save, () => {}), sent };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('what is typed is sent within half a second of a pause, once', () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'a' });
  jest.advanceTimersByTime(300);
  keeper.type({ note: 'ab' });
  expect(sent).toEqual([]);
  jest.advanceTimersByTime(500);
  expect(sent.map(({ draft }) => draft)).toEqual([{ note: 'ab', disposition: null }]);
});

test('what is typed while a request is under way is sent after it', async () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'a' });
  jest.advanceTimersByTime(500);
  keeper.type({ disposition: 'resolved' });
  jest.advanceTimersByTime(500);
  expect(sent).toHaveLength(1);
  await sent[0]?.answer(true);
  expect(sent[1]?.draft).toEqual({ note: 'a', disposition: 'resolved' });
  await sent[1]?.answer(true);
  expect(keeper.keeping).toBe('saved');
});

test('what could not be saved is sent again until it is', async () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'a' });
  jest.advanceTimersByTime(500);
  await sent[0]?.answer('lost');
  expect(keeper.keeping).toBe('failed');
  jest.advanceTimersByTime(2_000);
  expect(sent[1]?.draft.note).toBe('a');
  await sent[1]?.answer(true);
  expect(keeper.keeping).toBe('saved');
});

test('what is refused because the case is in other hands is not sent again', async () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'late' });
  jest.advanceTimersByTime(500);
  await sent[0]?.answer(false);
  jest.advanceTimersByTime(60_000);
  expect(sent).toHaveLength(1);
  expect(keeper.keeping).toBe('failed');
});

test('leaving the page sends at once what is not saved, in a request that outlives the page', () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'half a sen' });
  keeper.flush(true);
  expect(sent).toMatchObject([{ draft: { note: 'half a sen' }, leaving: true }]);
});

test('leaving the page with everything saved sends nothing', () => {
  const { keeper, sent } = keeping({ note: 'old', disposition: null });
  keeper.flush(true);
  expect(sent).toEqual([]);
});

test('what another tab typed is taken over', () => {
  const { keeper } = keeping();
  keeper.learn({ note: 'from the other tab', disposition: null });
  expect(keeper.shown.note).toBe('from the other tab');
});

test('what the server says never replaces what waits to be saved', async () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'mine' });
  keeper.learn({ note: 'older', disposition: null });
  expect(keeper.shown.note).toBe('mine');
  jest.advanceTimersByTime(500);
  keeper.learn({ note: 'older', disposition: null });
  await sent[0]?.answer(true);
  expect(keeper.shown.note).toBe('mine');
});

test('nothing is sent as a draft while it is being filed, and it goes on when filing is refused', () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'final' });
  keeper.hold();
  jest.advanceTimersByTime(5_000);
  keeper.flush(false);
  expect(sent).toEqual([]);
  keeper.resume();
  expect(sent.map(({ draft }) => draft.note)).toEqual(['final']);
});

test('a page that goes while something is being filed still keeps it as a draft', () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'final' });
  keeper.hold();
  keeper.flush(true);
  expect(sent).toMatchObject([{ draft: { note: 'final' }, leaving: true }]);
});
