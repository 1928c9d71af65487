import { apologise } from '../../activities/call/apologise.ts';
import { control } from '../../activities/call/control.ts';
import { endLeg } from '../../activities/call/end-leg.ts';
import type { Operation, Seat } from '../../domain/call/seating.ts';
import type { Network, Talk } from './network.ts';
import { openNetwork, until } from './network.ts';

let network: Network;
beforeAll(async () => void (network = await openNetwork()));
afterAll(() => network.close());

const change = (label: string, changed: Partial<Seat>): Operation => ({ type: 'change', label, change: changed });
const remove = (label: string): Operation => ({ type: 'remove', label });
const ask = ({ callbackId, attempt }: Talk, operation: Operation) => control(network.dependencies, { callbackId, attempt, operation });

async function steps({ callbackId }: Talk) {
  const rows = await network.store.db.selectFrom('call_step').selectAll().where('callback_id', '=', callbackId).orderBy('id').execute();
  return rows.map(({ step, result }) => ({ step, result }));
}

async function fault(pathPattern: string, more: object): Promise<void> {
  await network.control('POST', '/faults', { method: 'POST', pathPattern, times: 1, ...more });
}

describe('changing how a party sits', () => {
  test('on hold the customer hears our music until they are taken back; asking twice changes nothing', async () => {
    const talk = await network.talk();
    expect(await ask(talk, change(talk.customer, { isOnHold: true }))).toBe('done');
    expect(await ask(talk, change(talk.customer, { isOnHold: true }))).toBe('done');
    await network.when(talk.callbackId, talk.customer, ({ on_hold }) => on_hold);
    const music = await until(async () => (await network.call(talk.callbackId, talk.customer)).transcript.find(({ kind }) => kind === 'play'));
    expect(music.text).toMatch(/\/twilio\/media\/hold-music\.wav$/);
    const { headers, status } = await fetch(music.text);
    expect([status, headers.get('content-type')]).toEqual([200, 'audio/wav']);
    expect(await ask(talk, change(talk.customer, { isOnHold: false }))).toBe('done');
    await network.when(talk.callbackId, talk.customer, ({ on_hold }) => !on_hold);
    expect(await steps(talk)).toEqual([
      { step: change(talk.customer, { isOnHold: true }), result: 'done' },
      { step: change(talk.customer, { isOnHold: true }), result: 'done' },
      { step: change(talk.customer, { isOnHold: false }), result: 'done' },
    ]);
    expect(await network.complaints()).toEqual([]);
  });

  test('everything that changes goes in one request', async () => {
    const talk = await network.talk();
    const { call_sid } = await network.leg(talk.callbackId, talk.customer);
    expect(await ask(talk, change(talk.customer, { isOnHold: true, isMuted: true, endsCall: false }))).toBe('done');
    const [request, ...others] = await network.requests(`${call_sid}.json`);
    expect(others).toEqual([]);
    expect(request?.parameters).toEqual({
      Hold: 'true',
      HoldUrl: expect.stringMatching(/^http.*\/twilio\/voice\/hold-music$/),
      HoldMethod: 'POST',
      Muted: 'true',
      EndConferenceOnExit: 'false',
    });
  });

  test('a supervisor comes muted, coaches the agent alone, and is heard by all', async () => {
    const talk = await network.talk();
    const agentId = await network.agent('mori', 'client:mori');
    const supervisor = await network.ring(talk.callbackId, { role: 'supervisor', n: 1, agentId });
    await network.when(talk.callbackId, supervisor, ({ joined_at, muted }) => joined_at && muted);
    expect(await ask(talk, change(supervisor, { isMuted: false, coaches: talk.agent }))).toBe('done');
    await network.when(talk.callbackId, supervisor, ({ coaches, muted }) => coaches === talk.agent && !muted);
    expect(await ask(talk, change(supervisor, { coaches: null }))).toBe('done');
    await network.when(talk.callbackId, supervisor, ({ coaches }) => coaches === null);
    const { call_sid } = await network.leg(talk.callbackId, talk.agent);
    const { call_sid: supervisorSid } = await network.leg(talk.callbackId, supervisor);
    const requests = await network.requests(`${supervisorSid}.json`);
    expect(requests.map(({ parameters }) => parameters)).toEqual([{ Muted: 'false', Coaching: 'true', CallSidToCoach: call_sid }, { Coaching: 'false' }]);
    expect(await network.complaints()).toEqual([]);
  });

  test('whom nobody can coach any more is not coached', async () => {
    const talk = await network.talk();
    expect(await ask(talk, change(talk.customer, { coaches: 'agent-1-9' }))).toBe('refused');
    expect(await steps(talk)).toEqual([]);
  });

  test('of a call whose conference or sid nobody has told us of, it is asked again; of one that is over, nothing is asked', async () => {
    const talk = await network.talk();
    const { conference_sid } = await network.store.db.selectFrom('attempt').selectAll().where('callback_id', '=', talk.callbackId).executeTakeFirstOrThrow();
    const setConference = (sid: string | null) =>
      network.store.db.updateTable('attempt').set({ conference_sid: sid }).where('callback_id', '=', talk.callbackId).execute();
    await setConference(null);
    await expect(ask(talk, change(talk.customer, { isOnHold: true }))).rejects.toThrow('not known yet');
    await setConference(conference_sid);
    await network.control('POST', `/calls/${(await network.leg(talk.callbackId, talk.customer)).call_sid}/hangup`);
    await network.when(talk.callbackId, talk.customer, ({ progress }) => progress === 'ended');
    expect(await ask(talk, change(talk.customer, { isOnHold: true }))).toBe('gone');
    expect(await ask(talk, change('customer-1-9', { isOnHold: true }))).toBe('gone');
    expect(await steps(talk)).toEqual([]);
  });

  test.each([
    ['is refused', { kind: 'status', status: 400, code: 20001 }, 'refused'],
    ['finds the party gone', { kind: 'status', status: 404, code: 20404 }, 'gone'],
  ] as const)('a request that %s says so', async (_what, how, answer) => {
    const talk = await network.talk();
    await fault('/Participants/', how);
    expect(await ask(talk, change(talk.customer, { isOnHold: true }))).toBe(answer);
    expect(await steps(talk)).toMatchObject([{ result: answer }]);
  });

  test.each([
    ['meets an error of the network', { kind: 'status', status: 503, code: 20503 }],
    ['is one too many', { kind: 'status', status: 429, code: 20429 }],
    ['is broken off', { kind: 'reset' }],
  ])('a request that %s is asked again, and its step has no answer', async (_what, how) => {
    const talk = await network.talk();
    await fault('/Participants/', how);
    await expect(ask(talk, change(talk.customer, { isOnHold: true }))).rejects.toThrow('Twilio');
    expect(await steps(talk)).toMatchObject([{ result: null }]);
  });

  test('a party that has answered and not joined yet is asked for again', async () => {
    const talk = await network.talk();
    await network.store.db.updateTable('leg').set({ joined_at: null }).where('callback_id', '=', talk.callbackId).where('label', '=', talk.agent).execute();
    await fault('/Participants/', { kind: 'status', status: 404, code: 20404 });
    await expect(ask(talk, change(talk.agent, { isMuted: true }))).rejects.toThrow('not joined');
  });
});

describe('removing a party', () => {
  test('that is in the conference ends its call and leaves the others', async () => {
    const talk = await network.talk();
    await ask(talk, change(talk.customer, { endsCall: false }));
    const agentId = await network.agent('ueda', 'client:ueda');
    const guest = await network.ring(talk.callbackId, { role: 'target', n: 1, agentId });
    await network.when(talk.callbackId, guest, ({ joined_at }) => joined_at);
    expect(await ask(talk, remove(guest))).toBe('done');
    const left = await network.when(talk.callbackId, guest, ({ progress, left_at }) => progress === 'ended' && left_at);
    expect(left.left_reason).toBe('participant_updated_via_api');
    expect(await network.leg(talk.callbackId, talk.customer)).toMatchObject({ progress: 'answered', left_at: null });
    expect(await ask(talk, remove(guest))).toBe('gone');
  });

  test('that still rings cancels its call', async () => {
    const talk = await network.talk();
    const agentId = await network.agent('late', '+815099999990');
    const guest = await network.ring(talk.callbackId, { role: 'target', n: 1, agentId });
    await network.when(talk.callbackId, guest, ({ progress }) => progress === 'ringing');
    expect(await ask(talk, remove(guest))).toBe('done');
    expect(await network.when(talk.callbackId, guest, ({ progress }) => progress === 'ended')).toMatchObject({ call_end: 'cancelled' });
  });

  test('that the network does not find leaves nobody on a line', async () => {
    const talk = await network.talk();
    await network.control('POST', '/faults', { method: 'DELETE', pathPattern: '/Participants/', times: 1, kind: 'status', status: 404, code: 20404 });
    expect(await ask(talk, remove(talk.agent))).toBe('gone');
    await network.when(talk.callbackId, talk.agent, ({ progress }) => progress === 'ended');
  });
});

describe('a guest outside', () => {
  test('is rung on the number of the target, into the conference by its sid', async () => {
    const talk = await network.talk();
    const targetId = `target of ${talk.callbackId}`;
    const target = { id: targetId, callback_id: talk.callbackId, attempt: 1, asked_by: 'aoki', purpose: 'consult', number: '+14155550101' } as const;
    await network.store.db.insertInto('call_target').values(target).execute();
    const guest = await network.ring(talk.callbackId, { role: 'target', n: 1, targetId });
    const { conference_sid } = await network.when(talk.callbackId, guest, ({ joined_at }) => joined_at);
    expect(conference_sid).toBe((await network.leg(talk.callbackId, talk.agent)).conference_sid);
    const [request] = (await network.requests(`${conference_sid}/Participants.json`)).slice(-1);
    expect(request?.parameters).toMatchObject({ To: '+14155550101', Label: guest, EndConferenceOnExit: 'false', StartConferenceOnEnter: 'true' });
    expect(request?.parameters).not.toHaveProperty('Muted');
  });
});

describe('ending one leg', () => {
  test('voids one that was never asked for, and ends one that talks', async () => {
    const talk = await network.talk();
    const { callbackId } = talk;
    const row = { callback_id: callbackId, label: 'target-1-5', attempt: 1, role: 'target', state: 'intended', deadline_at: new Date(Date.now() + 60_000) } as const;
    await network.store.db.insertInto('leg').values(row).execute();
    expect(await endLeg(network.dependencies, { callbackId, label: row.label })).toEqual({ voided: true });
    expect(await network.leg(callbackId, row.label)).toMatchObject({ state: 'void' });
    expect(await endLeg(network.dependencies, { callbackId, label: talk.agent })).toEqual({ voided: false });
    await network.when(callbackId, talk.agent, ({ progress }) => progress === 'ended');
    expect(await network.leg(callbackId, talk.customer)).toMatchObject({ progress: 'answered' });
  });
});

describe('an apology', () => {
  test('is said in the customer’s language, and the call ended', async () => {
    const talk = await network.talk({ language: 'ja' });
    await apologise(network.dependencies, talk);
    await network.when(talk.callbackId, talk.customer, ({ progress }) => progress === 'ended');
    const { transcript } = await network.call(talk.callbackId, talk.customer);
    expect(transcript.at(-1)).toMatchObject({ kind: 'say', language: 'ja-JP', text: expect.stringContaining('申し訳ございません') });
    expect(await steps(talk)).toEqual([{ step: { type: 'apology' }, result: 'done' }]);
    await apologise(network.dependencies, talk);
    expect(await steps(talk)).toHaveLength(1);
  });

  test('that cannot be said ends the call all the same', async () => {
    const talk = await network.talk();
    await fault('/Calls/', { kind: 'status', status: 400, code: 21205 });
    await apologise(network.dependencies, talk);
    await network.when(talk.callbackId, talk.customer, ({ progress }) => progress === 'ended');
  });
});
