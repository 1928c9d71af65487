import { jest } from '@jest/globals';
import type { Draft, Saving, Sending } from '../../console/case/draft-keeper.ts';
import type { DraftBackup, Unsaved } from '../../console/case/draft-backup.ts';
import { DraftKeeper, LONGEST_NOTE } from '../../console/case/draft-keeper.ts';

const EMPTY: Draft = { note: '', disposition: null };

/** A tab's storage for one draft. */
function backupOf(unsaved: Unsaved | null = null): DraftBackup & { readonly held: () => Unsaved | null } {
  let held = unsaved;
  return { held: () => held, read: () => held, write: (next) => void (held = next) };
}

/** A keeper whose requests are answered by hand. */
function keeping(server = EMPTY, backup = backupOf()) {
  const sent: (Sending & { readonly answer: (became: Saving | 'lost') => Promise<void> })[] = [];
  const save = (sending: Sending) =>
    new Promise<Saving>((resolve, reject) => {
      const answer = async (became: Saving | 'lost') => {
        if (became === 'lost') reject(new Error('no answer'));
        else resolve(became);
        await jest.advanceTimersByTimeAsync(0);
      };
      sent.push({ ...sending, answer });
    });
  return { keeper: new DraftKeeper(server, save, () => {}, backup), sent, held: backup.held };
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

test('who types without a pause is saved every two seconds', () => {
  const { keeper, sent } = keeping();
  for (let letters = 1; letters <= 25; letters += 1) {
    keeper.type({ note: 'a'.repeat(letters) });
    jest.advanceTimersByTime(100);
  }
  expect(sent.map(({ draft }) => draft.note.length)).toEqual([20]);
});

test('what is too long is not sent before it is shortened, and stays in the tab', () => {
  const { keeper, sent, held } = keeping();
  keeper.type({ note: 'a'.repeat(LONGEST_NOTE + 1) });
  jest.advanceTimersByTime(5_000);
  keeper.flush(true);
  expect([keeper.keeping, sent.length, held()?.draft.note.length]).toEqual(['tooLong', 0, LONGEST_NOTE + 1]);
  keeper.type({ note: 'a'.repeat(LONGEST_NOTE) });
  jest.advanceTimersByTime(500);
  expect(sent).toHaveLength(1);
});

describe('the tab itself', () => {
  test('has what is typed until the server has it', async () => {
    const { keeper, sent, held } = keeping({ note: 'ha', disposition: null });
    keeper.type({ note: 'half a sen' });
    expect(held()).toEqual({ draft: { note: 'half a sen', disposition: null }, seenNotes: ['ha'] });
    jest.advanceTimersByTime(500);
    await sent[0]?.answer('lost');
    expect(held()).toEqual({ draft: { note: 'half a sen', disposition: null }, seenNotes: ['ha', 'half a sen'] });
    jest.advanceTimersByTime(2_000);
    await sent[1]?.answer('kept');
    expect(held()).toBeNull();
  });

  test('gives it back after a reload, joined with what the server has, and it is saved', async () => {
    const { keeper, sent, held } = keeping({ note: 'ha\nCall the bank', disposition: null }, backupOf({ draft: { note: 'half', disposition: 'resolved' }, seenNotes: ['ha'] }));
    expect(keeper.shown).toEqual({ note: 'half\nCall the bank', disposition: 'resolved' });
    jest.advanceTimersByTime(0);
    expect(sent[0]).toMatchObject({ draft: keeper.shown, seenNotes: ['ha\nCall the bank', 'ha'] });
    await sent[0]?.answer('kept');
    expect([keeper.keeping, held()]).toEqual(['saved', null]);
  });

  test('forgets it where the server has it already, it was filed, or was never this agent’s', async () => {
    const same = keeping({ note: 'all', disposition: null }, backupOf({ draft: { note: 'all', disposition: null }, seenNotes: [''] }));
    jest.advanceTimersByTime(0);
    expect([same.sent.length, same.held()]).toEqual([0, null]);
    const filed = keeping();
    filed.keeper.type({ note: 'final' });
    filed.keeper.hold();
    filed.keeper.filed();
    expect(filed.held()).toBeNull();
    const refused = keeping();
    refused.keeper.type({ note: 'late' });
    jest.advanceTimersByTime(500);
    await refused.sent[0]?.answer('refused');
    expect(refused.held()).toBeNull();
  });
});

test('what is typed while a request is under way is sent after it', async () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'a' });
  jest.advanceTimersByTime(500);
  keeper.type({ disposition: 'resolved' });
  jest.advanceTimersByTime(500);
  expect(sent).toHaveLength(1);
  await sent[0]?.answer('kept');
  expect(sent[1]?.draft).toEqual({ note: 'a', disposition: 'resolved' });
  await sent[1]?.answer('kept');
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
  await sent[1]?.answer('kept');
  expect(keeper.keeping).toBe('saved');
});

test('what is refused because the case is in other hands is not sent again', async () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'late' });
  jest.advanceTimersByTime(500);
  await sent[0]?.answer('refused');
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

test('leaving the page while a request is under way says that its note may be stored by now, and is refused for none but another tab’s', () => {
  const { keeper, sent } = keeping({ note: 'ha', disposition: null });
  keeper.type({ note: 'half a sen' });
  jest.advanceTimersByTime(500);
  keeper.type({ note: 'half a sentence' });
  keeper.flush(true);
  expect(sent[1]).toMatchObject({ draft: { note: 'half a sentence' }, seenNotes: ['ha', 'half a sen'], leaving: true });
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
  await sent[0]?.answer('kept');
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

test('a request that is still under way when it is filed brings nothing back, and what is typed after it is a draft again', async () => {
  const { keeper, sent, held } = keeping();
  keeper.type({ note: 'half' });
  jest.advanceTimersByTime(500);
  keeper.type({ note: 'half of it' });
  keeper.hold();
  keeper.filed();
  await sent[0]?.answer('lost');
  jest.advanceTimersByTime(5_000);
  keeper.flush(true);
  expect([sent.length, held()]).toEqual([1, null]);
  keeper.learn(EMPTY);
  expect(keeper.shown).toEqual(EMPTY);
  keeper.type({ note: 'next' });
  jest.advanceTimersByTime(500);
  expect(sent.at(-1)?.draft.note).toBe('next');
});

test('a page that goes while something is being filed still keeps it as a draft', () => {
  const { keeper, sent } = keeping();
  keeper.type({ note: 'final' });
  keeper.hold();
  keeper.flush(true);
  expect(sent).toMatchObject([{ draft: { note: 'final' }, leaving: true }]);
});

describe('where another tab has typed another note meanwhile', () => {
  /** A keeper that has typed over what it saw, and is told what is stored. */
  async function refused(seen: string, typed: string, storedNote: string) {
    const known = keeping({ note: seen, disposition: null });
    known.keeper.type({ note: typed, disposition: 'resolved' });
    jest.advanceTimersByTime(500);
    await known.sent[0]?.answer({ storedNote });
    return known;
  }

  test('its text is added below one’s own, and both are saved over it', async () => {
    const { keeper, sent } = await refused('Invoice 4471', 'Invoice 4471, paid twice', 'Invoice 4471\nCall the bank');
    expect(sent[0]?.seenNotes).toEqual(['Invoice 4471']);
    expect(keeper.shown).toEqual({ note: 'Invoice 4471, paid twice\nCall the bank', disposition: 'resolved' });
    expect(keeper.keeping).toBe('saving');
    expect(sent[1]).toMatchObject({ draft: keeper.shown, seenNotes: ['Invoice 4471\nCall the bank'] });
    await sent[1]?.answer('kept');
    expect(keeper.keeping).toBe('saved');
    keeper.learn({ note: 'taken over again', disposition: null });
    expect(keeper.shown.note).toBe('taken over again');
  });

  test('what is typed while that is found out is kept, too', async () => {
    const { keeper, sent } = keeping();
    keeper.type({ note: 'mi' });
    jest.advanceTimersByTime(500);
    keeper.type({ note: 'mine' });
    await sent[0]?.answer({ storedNote: 'theirs' });
    expect(sent[1]).toMatchObject({ draft: { note: 'mine\ntheirs' }, seenNotes: ['theirs'] });
  });

  test('nothing is added that is one’s own, stored by a request whose answer was lost', async () => {
    const { keeper, sent } = keeping();
    keeper.type({ note: 'half a sen' });
    jest.advanceTimersByTime(500);
    await sent[0]?.answer('lost');
    keeper.type({ note: 'half a sentence' });
    jest.advanceTimersByTime(500);
    await sent[1]?.answer({ storedNote: 'half a sen' });
    expect(keeper.shown.note).toBe('half a sentence');
    expect(sent[2]).toMatchObject({ draft: { note: 'half a sentence' }, seenNotes: ['half a sen'] });
  });

  test.each([
    ['', 'mine', '', 'mine'],
    ['', '', 'theirs', 'theirs'],
    ['a\nb', 'b', 'a\nb\n\nc', 'b\nc'],
    ['half a sen', 'half a sense', 'half a sentence', 'half a sense\nhalf a sentence'],
  ])('of %j it makes of %j and %j: %j', async (seen, own, other, joined) => {
    expect((await refused(seen, own, other)).keeper.shown.note).toBe(joined);
  });
});
