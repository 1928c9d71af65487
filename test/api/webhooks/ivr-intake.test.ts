import type { Express } from 'express';
import type { Store } from '../../../store/open.ts';
import { Caller } from './caller.ts';
import { appOf, givenRoute } from './support.ts';
import { openStore } from '../../database.ts';

let store: Store;
let app: Express;
let started: string[];
beforeAll(async () => void (store = await openStore()));
afterAll(() => store.close());
beforeEach(async () => {
  await store.db.deleteFrom('callback').execute();
  await store.db.deleteFrom('route').execute();
  started = [];
  app = appOf({ store, callbacks: { start: async ({ callbackId }) => void started.push(callbackId) } });
});

async function call(): Promise<Caller> {
  await givenRoute(store);
  const caller = new Caller(app);
  await caller.dial();
  return caller;
}

function rows() {
  return store.db.selectFrom('callback').selectAll().execute();
}

describe('a request that is there already', () => {
  test('is found again, and the caller is told when the call will come', async () => {
    const first = await call();
    await first.press('1');
    await first.press('1');
    const second = new Caller(app);
    await second.dial();
    await second.press('1');
    await second.press('1');
    expect(second.said).toContain('We already have your request');
    expect(second.said).toContain('5 6 7 8, as soon as one of us is free');
    expect(second.hungUp).toBe(true);
    expect(await rows()).toHaveLength(1);
    expect(started).toHaveLength(1);
  });

  test('is not made twice by a webhook that Twilio repeats', async () => {
    const caller = await call();
    await caller.press('1');
    const twin = new Caller(app, { CallSid: caller.callSid });
    await twin.dial();
    await twin.press('1');
    await Promise.all([caller.press('1'), twin.press('1')]);
    expect([caller.said, twin.said]).toEqual([caller.said, caller.said]);
    expect(await rows()).toHaveLength(1);
  });

  test('during the conversation itself is kept for afterwards', async () => {
    const first = await call();
    await first.press('1');
    await first.press('1');
    await store.db.updateTable('callback').set({ status: 'connected' }).execute();
    const second = new Caller(app);
    await second.dial();
    await second.press('1');
    await second.press('1');
    expect(second.said).toContain('call again afterwards');
    expect(await rows()).toHaveLength(2);
    expect(started).toHaveLength(1);
  });
});

describe('while Temporal is away', () => {
  test.each([
    ['refuses', () => Promise.reject(new Error('unavailable'))],
    ['hangs', () => new Promise<void>(() => undefined)],
  ])('and %s, the caller is served all the same, and the start is left to the sweep', async (_how, start) => {
    app = appOf({ store, callbacks: { start } });
    const caller = await call();
    await caller.press('1');
    const askedAt = Date.now();
    await caller.press('1');
    expect(Date.now() - askedAt).toBeLessThan(2_500);
    expect(caller.said).toContain('We will call you');
    expect(await rows()).toMatchObject([{ started_at: null }]);
  });
});
