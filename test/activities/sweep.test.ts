import { reconcileConferences } from '../../activities/sweep/conferences.ts';
import { reconcileLegs } from '../../activities/sweep/legs.ts';
import { settlePartings } from '../../activities/sweep/partings.ts';
import { reconcileRecordings } from '../../activities/sweep/recordings.ts';
import { apologise } from '../../activities/call/apologise.ts';
import { record } from '../../activities/call/record.ts';
import { control } from '../../activities/call/control.ts';
import { endAttempt } from '../../activities/end-attempt.ts';
import { noteRecording, recordingsOf } from '../../store/call/call-recordings.ts';
import { learnLeg, letGo } from '../../store/call/legs.ts';
import type { Network, Talk } from './network.ts';
import { openNetwork, until } from './network.ts';

let network: Network;
beforeAll(async () => void (network = await openNetwork()));
beforeEach(() => network.store.db.updateTable('callback').set({ status: 'wrap_up' }).execute());
afterEach(() => void (network.isDeaf = false));
afterAll(() => network.close());

async function hangUp({ callbackId }: Talk, label: string): Promise<void> {
  await network.control('POST', `/calls/${(await network.leg(callbackId, label)).call_sid}/hangup`);
}

/** Legs are looked at when they are older than half a minute. */
async function age({ callbackId }: Talk): Promise<void> {
  const long = new Date(Date.now() - 60_000);
  await network.store.db.updateTable('leg').set({ intended_at: long, joined_at: long }).where('callback_id', '=', callbackId).execute();
}

async function told({ callbackId }: Talk, label: string) {
  const rows = await network.store.db.selectFrom('outbox').select('payload').where('callback_id', '=', callbackId).orderBy('id').execute();
  return rows.map(({ payload }) => payload as { label: string; isLost?: boolean; facts: { progress: string } }).filter((news) => news.label === label);
}

async function requestCount(): Promise<number> {
  return (await network.requests('')).length;
}

describe('after an outage', () => {
  test('how everybody sits is drawn as the network has it, and what is right already is left alone', async () => {
    const talk = await network.talk();
    network.isDeaf = true;
    const { callbackId, attempt, customer } = talk;
    await control(network.dependencies, { callbackId, attempt, operation: { type: 'change', label: customer, change: { isOnHold: true, isMuted: true } } });
    expect(await network.leg(callbackId, customer)).toMatchObject({ on_hold: false, muted: false });
    expect(await reconcileConferences(network.dependencies)).toBe(1);
    expect(await network.leg(callbackId, customer)).toMatchObject({ on_hold: true, muted: true, left_at: null });
    expect(await reconcileConferences(network.dependencies)).toBe(0);
  });

  test('who has come is there, and who was believed to have left', async () => {
    const talk = await network.talk();
    const { callbackId, agent, customer } = talk;
    const { db } = network.store;
    await db.updateTable('leg').set({ joined_at: null }).where('callback_id', '=', callbackId).where('label', '=', customer).execute();
    await db.updateTable('leg').set({ left_at: new Date(), left_reason: 'participant_hung_up' }).where('callback_id', '=', callbackId).where('label', '=', agent).execute();
    expect(await reconcileConferences(network.dependencies)).toBe(2);
    expect(await network.leg(callbackId, customer)).toMatchObject({ joined_at: expect.anything() });
    expect(await network.leg(callbackId, agent)).toMatchObject({ left_at: null, left_reason: null });
  });

  test('a party that is not there any more has left, is looked up, and told of', async () => {
    const talk = await network.talk();
    await age(talk);
    network.isDeaf = true;
    await hangUp(talk, talk.customer);
    expect(await reconcileConferences(network.dependencies)).toBe(2);
    expect(await network.leg(talk.callbackId, talk.customer)).toMatchObject({ progress: 'ended', left_at: expect.anything() });
    expect((await told(talk, talk.customer)).at(-1)).toMatchObject({ facts: { progress: 'ended', end: 'completed' } });
  });

  test('an event that came while the network was asked is not drawn over', async () => {
    const talk = await network.talk();
    const { telephony } = network.dependencies;
    const { callbackId, customer } = talk;
    const interrupted = {
      ...network.dependencies,
      telephony: {
        ...telephony,
        partiesOf: async (sid: string) => {
          const seen = await telephony.partiesOf(sid);
          await control(network.dependencies, { ...talk, operation: { type: 'change', label: customer, change: { isOnHold: true } } });
          await network.when(callbackId, customer, ({ on_hold }) => on_hold);
          return seen?.map((party) => ({ ...party, isMuted: true })) ?? null;
        },
      },
    };
    await reconcileConferences(interrupted);
    expect(await network.leg(callbackId, customer)).toMatchObject({ on_hold: true, muted: false });
  });
});

describe('who hung up, where nobody told us', () => {
  /** Everybody's call is over, and we know it: from the network's lists alone. */
  async function over(talk: Talk): Promise<void> {
    await age(talk);
    await reconcileLegs(network.dependencies);
  }
  const reasons = async ({ callbackId, agent, customer }: Talk) => [(await network.leg(callbackId, agent)).left_reason, (await network.leg(callbackId, customer)).left_reason];
  async function asked({ callbackId }: Talk): Promise<number> {
    const { conference_sid } = await network.store.db.selectFrom('attempt').selectAll().where('callback_id', '=', callbackId).executeTakeFirstOrThrow();
    const { entries } = await network.control<{ entries: { path: string }[] }>('GET', '/journal?kind=request');
    return entries.filter(({ path }) => path.endsWith(`/Conferences/${conference_sid}.json`)).length;
  }
  /** The network counts calls in seconds. */
  async function nextSecond(): Promise<void> {
    const second = Math.floor(Date.now() / 1_000);
    await until(async () => Math.floor(Date.now() / 1_000) > second);
  }

  test('is the customer, with whom the conference ended; it is asked once, and a late webhook changes nothing', async () => {
    const talk = await network.talk();
    network.isDeaf = true;
    await hangUp(talk, talk.customer);
    await over(talk);
    await settlePartings(network.dependencies);
    expect(await reasons(talk)).toEqual([null, 'participant_hung_up']);
    const leg = await network.leg(talk.callbackId, talk.customer);
    expect((await network.leg(talk.callbackId, talk.agent)).left_at).not.toBeNull();
    await settlePartings(network.dependencies);
    expect(await asked(talk)).toBe(1);
    await learnLeg(network.store.db, { callbackId: talk.callbackId, label: talk.customer, facts: {}, party: { event: 'left', reason: 'participant_updated_via_api' } });
    expect(await network.leg(talk.callbackId, talk.customer)).toEqual(leg);
  });

  test('is the agent, who had gone before', async () => {
    const talk = await network.talk();
    network.isDeaf = true;
    await hangUp(talk, talk.agent);
    await age(talk);
    await reconcileLegs(network.dependencies);
    // The conference goes on: nobody asks how it ended.
    await settlePartings(network.dependencies);
    expect([await reasons(talk), await asked(talk)]).toEqual([[null, null], 0]);
    await nextSecond();
    await endAttempt(network.dependencies, talk);
    await over(talk);
    await settlePartings(network.dependencies);
    expect(await reasons(talk)).toEqual(['participant_hung_up', null]);
  });

  test('is the agent, though the customer then put the telephone down, too', async () => {
    const talk = await network.talk();
    network.isDeaf = true;
    await hangUp(talk, talk.agent);
    await nextSecond();
    await hangUp(talk, talk.customer);
    await over(talk);
    await settlePartings(network.dependencies);
    expect(await reasons(talk)).toEqual(['participant_hung_up', null]);
  });

  test.each([
    ['we ended the call', (talk: Talk) => endAttempt(network.dependencies, talk)],
    ['we took the customer out', (talk: Talk) => control(network.dependencies, { ...talk, operation: { type: 'remove', label: talk.customer } })],
    ['we took the agent out, and the customer stayed', async (talk: Talk) => {
      await control(network.dependencies, { ...talk, operation: { type: 'remove', label: talk.agent } });
      await nextSecond();
      await hangUp(talk, talk.customer);
    }],
    ['we said that we are sorry', (talk: Talk) => apologise(network.dependencies, talk)],
  ])('is nobody where %s; it is asked once', async (_what, end) => {
    const talk = await network.talk();
    network.isDeaf = true;
    await end(talk);
    await until(async () => (await network.call(talk.callbackId, talk.customer)).status === 'completed');
    await over(talk);
    for (let n = 0; n < 2; n += 1) await settlePartings(network.dependencies);
    expect([await reasons(talk), await asked(talk)]).toEqual([[null, null], 1]);
  });

  test('is as the webhooks said, and the network is not asked', async () => {
    const talk = await network.talk();
    await hangUp(talk, talk.customer);
    for (const label of [talk.agent, talk.customer]) await network.when(talk.callbackId, label, ({ left_reason, progress }) => left_reason !== null && progress === 'ended');
    await settlePartings(network.dependencies);
    expect([await reasons(talk), await asked(talk)]).toEqual([['moderator_ended_conference', 'participant_hung_up'], 0]);
  });

  test('is asked again where the network could not be asked, and that holds no other up', async () => {
    const [one, other] = [await network.talk(), await network.talk()];
    network.isDeaf = true;
    for (const talk of [one, other]) await hangUp(talk, talk.customer);
    for (const talk of [one, other]) await over(talk);
    const { conference_sid } = await network.leg(one.callbackId, one.customer);
    await network.control('POST', '/faults', { method: 'GET', pathPattern: `/Conferences/${conference_sid}`, times: 1, kind: 'status', status: 503, code: 20503 });
    await settlePartings(network.dependencies);
    expect([await reasons(one), await reasons(other)]).toEqual([[null, null], [null, 'participant_hung_up']]);
    await settlePartings(network.dependencies);
    expect(await reasons(one)).toEqual([null, 'participant_hung_up']);
  });
});

describe('a recording whose end nobody told us of', () => {
  async function recorded(): Promise<Talk> {
    const talk = await network.talk();
    await record(network.dependencies, { ...talk, recording: 'on' });
    await network.store.db.updateTable('call_recording').set({ started_at: new Date(Date.now() - 60_000) }).where('callback_id', '=', talk.callbackId).execute();
    return talk;
  }
  const kept = async ({ callbackId }: Talk) => (await recordingsOf(network.store.db, callbackId)).map(({ status }) => status);

  test('is looked up when the call is over, and can be heard', async () => {
    const talk = await recorded();
    await age(talk);
    await reconcileRecordings(network.dependencies);
    expect(await kept(talk)).toEqual(['recording']);
    network.isDeaf = true;
    await hangUp(talk, talk.customer);
    await reconcileLegs(network.dependencies);
    await reconcileRecordings(network.dependencies);
    expect(await recordingsOf(network.store.db, talk.callbackId)).toMatchObject([{ status: 'completed', duration_s: expect.any(Number), ended_at: expect.anything() }]);
    const before = await requestCount();
    await reconcileRecordings(network.dependencies);
    expect(await requestCount()).toBe(before);
  });

  test('is looked up when it was stopped in a call that goes on', async () => {
    const talk = await recorded();
    network.isDeaf = true;
    await record(network.dependencies, { ...talk, recording: 'off' });
    expect(await kept(talk)).toEqual(['processing']);
    await reconcileRecordings(network.dependencies);
    expect(await kept(talk)).toEqual(['completed']);
  });

  test('and that the network does not have any more is absent; one that cannot be asked for holds no other up', async () => {
    const [here, gone] = [await recorded(), await recorded()];
    network.isDeaf = true;
    for (const talk of [here, gone]) await hangUp(talk, talk.customer);
    await network.store.db.updateTable('attempt').set({ ended_at: new Date() }).execute();
    const { callbackId, attempt } = gone;
    const lost = { callbackId, attempt, state: 'recording' as const, startedAt: new Date(Date.now() - 60_000), durationS: null };
    await noteRecording(network.store.db, { ...lost, sid: `RE${'0'.repeat(32)}` });
    const [recording] = await recordingsOf(network.store.db, here.callbackId);
    await network.control('POST', '/faults', { method: 'GET', pathPattern: `/Recordings/${recording?.recording_sid}.json`, times: 1, kind: 'status', status: 503, code: 20503 });
    await reconcileRecordings(network.dependencies);
    expect([await kept(here), (await kept(gone)).toSorted()]).toEqual([['recording'], ['absent', 'completed']]);
    await reconcileRecordings(network.dependencies);
    expect(await kept(here)).toEqual(['completed']);
  });
});

describe('an agent’s leg', () => {
  test.each([
    ['client:aoki', true],
    ['sip:aoki@example.com', undefined],
  ])('at %s that goes by itself is lost: %s', async (endpoint, isLost) => {
    const talk = await network.talk({ endpoint });
    await hangUp(talk, talk.agent);
    const news = await until(async () => (await told(talk, talk.agent)).find(({ facts }) => facts.progress === 'ended'));
    expect(news.isLost).toBe(isLost);
  });

  test('at a browser that is taken out is not lost', async () => {
    const talk = await network.talk();
    await control(network.dependencies, { ...talk, operation: { type: 'remove', label: talk.agent } });
    const news = await until(async () => (await told(talk, talk.agent)).find(({ facts }) => facts.progress === 'ended'));
    expect(news).not.toHaveProperty('isLost');
  });

  test('whose loss nobody told us of is lost all the same', async () => {
    const talk = await network.talk();
    await age(talk);
    network.isDeaf = true;
    await hangUp(talk, talk.agent);
    await reconcileLegs(network.dependencies);
    expect((await told(talk, talk.agent)).at(-1)).toMatchObject({ isLost: true, facts: { progress: 'ended' } });
  });
});

test('a leg that was written down while its attempt was being ended is void, and will not ring', async () => {
  const talk = await network.talk();
  const { callbackId, attempt } = talk;
  const { db } = network.store;
  const late = { callback_id: callbackId, attempt, role: 'target' as const, state: 'intended' as const, deadline_at: new Date(Date.now() + 60_000) };
  await db.insertInto('leg').values({ ...late, label: 'target-1-9' }).execute();
  await reconcileLegs(network.dependencies);
  expect(await network.leg(callbackId, 'target-1-9')).toMatchObject({ state: 'intended' });
  await db.updateTable('attempt').set({ ended_at: new Date(Date.now() - 60_000) }).where('callback_id', '=', callbackId).execute();
  await reconcileLegs(network.dependencies);
  expect(await network.leg(callbackId, 'target-1-9')).toMatchObject({ state: 'void', settled_at: expect.anything() });
});

describe('a call that goes on without us', () => {
  test('is ended by nobody, and its end is learnt', async () => {
    const talk = await network.talk();
    const { callbackId, customer } = talk;
    await letGo(network.store.db, talk);
    await network.store.db.updateTable('attempt').set({ ended_at: new Date(Date.now() - 60_000) }).where('callback_id', '=', callbackId).execute();
    await age(talk);
    const before = await requestCount();
    expect(await endAttempt(network.dependencies, talk)).toEqual({ voided: [] });
    await reconcileLegs(network.dependencies);
    expect(await requestCount()).toBe(before);
    expect(await network.leg(callbackId, customer)).toMatchObject({ progress: 'answered', end_wanted: false });
    network.isDeaf = true;
    await hangUp(talk, customer);
    await reconcileLegs(network.dependencies);
    expect(await network.leg(callbackId, customer)).toMatchObject({ progress: 'ended' });
  });

  test('a leg whose end is wanted already is not let go', async () => {
    const talk = await network.talk();
    await network.store.db.updateTable('leg').set({ end_wanted: true }).where('callback_id', '=', talk.callbackId).where('label', '=', talk.agent).execute();
    await letGo(network.store.db, talk);
    expect(await network.leg(talk.callbackId, talk.agent)).toMatchObject({ let_go: false });
    expect(await network.leg(talk.callbackId, talk.customer)).toMatchObject({ let_go: true });
  });
});
