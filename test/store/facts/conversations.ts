import { sql } from 'kysely';
import { noteRecording, noteRecordingBegun, recordingsOf, recordingsToLookAt } from '../../../store/call/call-recordings.ts';
import { answerStep, intendStep, readConversation } from '../../../store/call/conversation.ts';
import { drawFound, drawSeat, emptyConference, liveConferences } from '../../../store/call/leg-seats.ts';
import { letGo, readLeg, takeSlotAndPost, voidIntended, wantEnded } from '../../../store/call/legs.ts';
import { endTones, readTones, takeTones } from '../../../store/call/played-tones.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import type { LegRole } from '../../../domain/leg.ts';
import type { Db } from '../../../store/tables.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeCallback, step } from '../world.ts';

/** A conversation with its agent and customer, in a conference whose sid is known. */
export function conversationFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  beforeEach(() => db().updateTable('telephone_account').set({ calls_per_second: 1e9, next_at: sql<Date>`clock_timestamp()` }).execute());

  interface Intended {
    readonly role: LegRole;
    readonly n?: number;
    readonly agentId?: string | null;
    readonly targetId?: string | null;
  }

  async function intend(callbackId: string, { role, n = 1, agentId = null, targetId = null }: Intended) {
    const label = `${role}-1-${n}`;
    const { version } = await db().selectFrom('callback').select('version').where('id', '=', callbackId).executeTakeFirstOrThrow();
    const intent = { label, attempt: 1, role, agentId, targetId, deadlineMs: 30_000 };
    await writeProjection(db(), step(callbackId, version + 1, { status: 'connected', attempt: 1 }, { intents: [intent] }));
    return { callbackId, label };
  }

  async function talk({ conferenceSid = 'CF1' }: { conferenceSid?: string | null } = {}) {
    const callbackId = await makeCallback(opened().store);
    const agentId = await makeAgent(opened().store);
    await db().insertInto('attempt').values({ callback_id: callbackId, attempt: 1, agent_id: agentId, conference_sid: conferenceSid }).execute();
    const agent = await intend(callbackId, { role: 'agent', agentId });
    const customer = await intend(callbackId, { role: 'customer' });
    const sid = ({ label }: { label: string }) => `CA ${callbackId} ${label}`;
    for (const leg of [agent, customer]) {
      const placed = { state: 'placed', call_sid: sid(leg), conference_sid: conferenceSid, progress: 'answered', joined_at: new Date() } as const;
      await db().updateTable('leg').set(placed).where('callback_id', '=', callbackId).where('label', '=', leg.label).execute();
    }
    return { callbackId, attempt: 1, agent, customer, agentId, sid };
  }

  async function legOf({ callbackId, label }: { callbackId: string; label: string }) {
    return db().selectFrom('leg').selectAll().where('callback_id', '=', callbackId).where('label', '=', label).executeTakeFirstOrThrow();
  }

  test('a guest is rung on the target’s number, or where its agent is; a supervisor where they are', async () => {
    const { callbackId } = await talk();
    const agentId = await makeAgent(opened().store, 'client:mori');
    const shared = { callback_id: callbackId, attempt: 1, asked_by: 'aoki', purpose: 'consult' } as const;
    await db().insertInto('call_target').values([{ ...shared, id: `${callbackId} out`, number: '+14155550101' }, { ...shared, id: `${callbackId} in`, agent_id: agentId }]).execute();
    const rung = [
      await intend(callbackId, { role: 'target', targetId: `${callbackId} out` }),
      await intend(callbackId, { role: 'target', n: 2, targetId: `${callbackId} in`, agentId }),
      await intend(callbackId, { role: 'supervisor', agentId }),
    ];
    expect(await Promise.all(rung.map(async (leg) => (await readLeg(db(), leg))?.to))).toEqual(['+14155550101', 'client:mori', 'client:mori']);
  });

  test('nobody is rung to a conference whose sid is not known, and no slot is taken', async () => {
    const { callbackId, agentId } = await talk({ conferenceSid: null });
    const leg = await intend(callbackId, { role: 'supervisor', agentId });
    expect(await takeSlotAndPost(db(), leg)).toMatchObject({ result: 'not_yet', reason: 'no_conference' });
    await db().updateTable('attempt').set({ conference_sid: 'CF2' }).where('callback_id', '=', callbackId).execute();
    expect(await takeSlotAndPost(db(), leg)).toMatchObject({ result: 'post', conferenceSid: 'CF2' });
  });

  test('one leg is voided, or wanted ended, without the others', async () => {
    const { callbackId, agent, customer, sid } = await talk();
    const guests = [await intend(callbackId, { role: 'target' }), await intend(callbackId, { role: 'target', n: 2 })] as const;
    expect(await voidIntended(db(), guests[0])).toEqual([guests[0].label]);
    expect((await legOf(guests[1])).state).toBe('intended');
    expect(await wantEnded(db(), agent)).toEqual([sid(agent)]);
    expect((await legOf(customer)).end_wanted).toBe(false);
  });

  test('what goes on without us is ended by nobody; what was to end already is', async () => {
    const { callbackId, attempt, agent, customer } = await talk();
    await wantEnded(db(), agent);
    await letGo(db(), { callbackId, attempt });
    expect([(await legOf(agent)).let_go, (await legOf(customer)).let_go]).toEqual([false, true]);
    expect(await wantEnded(db(), { callbackId, attempt })).toEqual([(await legOf(agent)).call_sid]);
    expect((await legOf(customer)).end_wanted).toBe(false);
  });

  test('where it is said which, only those go on without us', async () => {
    const { callbackId, attempt, agent, customer } = await talk();
    await letGo(db(), { callbackId, attempt, labels: [customer.label] });
    expect([(await legOf(agent)).let_go, (await legOf(customer)).let_go]).toEqual([false, true]);
  });

  test('a step is written before it is sent, and its answer after', async () => {
    const { callbackId, attempt } = await talk();
    const id = await intendStep(db(), { callbackId, attempt }, { type: 'record', recording: 'on' });
    const read = () => db().selectFrom('call_step').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    expect(await read()).toMatchObject({ step: { type: 'record', recording: 'on' }, answered_at: null, result: null });
    await answerStep(db(), id, 'done');
    expect(await read()).toMatchObject({ answered_at: expect.anything(), result: 'done' });
  });

  test('a conversation is read with its conference and legs', async () => {
    const { callbackId, attempt, agent, customer } = await talk();
    const read = await readConversation(db(), { callbackId, attempt });
    expect([read.conferenceSid, read.legs.map(({ label }) => label)]).toEqual(['CF1', [agent.label, customer.label]]);
    expect(await readConversation(db(), { callbackId, attempt: 2 })).toEqual({ callbackId, attempt: 2, conferenceSid: null, legs: [] });
  });

  test('of how a party sits the newest event is drawn, whatever comes later', async () => {
    const { agent, customer, sid } = await talk();
    const seat = { isOnHold: false, isMuted: false, coaches: null };
    await drawSeat(db(), customer, 5, { ...seat, isOnHold: true });
    await drawSeat(db(), customer, 4, { ...seat, isMuted: true });
    expect(await legOf(customer)).toMatchObject({ on_hold: true, muted: false, conference_sequence: 5 });
    await drawSeat(db(), customer, 6, { ...seat, coaches: sid(agent) });
    expect(await legOf(customer)).toMatchObject({ on_hold: false, coaches: agent.label });
    await drawSeat(db(), customer, 7, { ...seat, coaches: 'CA of nobody' });
    expect(await legOf(customer)).toMatchObject({ coaches: null });
  });

  test('what is found is drawn, unless an event was drawn meanwhile', async () => {
    const { customer } = await talk();
    const found = { isOnHold: true, isMuted: false, coaches: null };
    const before = await legOf(customer);
    await drawSeat(db(), customer, 1, { isOnHold: false, isMuted: true, coaches: null });
    expect(await drawFound(db(), before, found)).toBe(false);
    expect(await legOf(customer)).toMatchObject({ on_hold: false, muted: true });
    expect(await drawFound(db(), await legOf(customer), found)).toBe(true);
    expect(await drawFound(db(), await legOf(customer), found)).toBe(false);
    expect(await legOf(customer)).toMatchObject({ on_hold: true, muted: false });
    expect(await drawFound(db(), await legOf(customer), null)).toBe(true);
    expect((await legOf(customer)).left_at).not.toBeNull();
    expect(await drawFound(db(), await legOf(customer), null)).toBe(false);
    expect(await drawFound(db(), await legOf(customer), found)).toBe(true);
    expect((await legOf(customer)).left_at).toBeNull();
  });

  test('when a conference is over those who were in it have left, and nobody of another', async () => {
    const { callbackId, attempt, customer } = await talk();
    await emptyConference(db(), { callbackId, attempt }, 'CF9');
    expect((await legOf(customer)).left_at).toBeNull();
    await emptyConference(db(), { callbackId, attempt }, 'CF1');
    expect((await legOf(customer)).left_at).not.toBeNull();
  });

  test('live conferences are those of the attempts that talk', async () => {
    const { callbackId } = await talk();
    const live = async () => (await liveConferences(db(), 1_000)).filter((conference) => conference.callbackId === callbackId);
    expect(await live()).toEqual([{ callbackId, attempt: 1, conferenceSid: 'CF1' }]);
    await db().updateTable('attempt').set({ ended_at: new Date() }).where('callback_id', '=', callbackId).execute();
    expect(await live()).toEqual([]);
  });

  test('digits are had once, and once more at once, until they have been heard', async () => {
    const { callbackId } = await talk();
    const token = `token of ${callbackId}`;
    await db().insertInto('call_tones').values({ token, callback_id: callbackId, attempt: 1, digits: '12#', sent_by: 'aoki' }).execute();
    expect([await takeTones(db(), token), await takeTones(db(), token)]).toEqual(['12#', '12#']);
    expect(await readTones(db(), token)).toEqual({ count: 3, hasEnded: false });
    await endTones(db(), token);
    expect([await takeTones(db(), token), await readTones(db(), token)]).toEqual([null, { count: 3, hasEnded: true }]);
    expect([await takeTones(db(), 'none'), await readTones(db(), 'none')]).toEqual([null, null]);
  });

  test('of a recording nothing that comes late takes back what is known', async () => {
    const { callbackId, attempt } = await talk();
    const news = { sid: `RE of ${callbackId}`, callbackId, attempt, startedAt: new Date('2026-11-24T01:00:00Z') };
    const known = async () => (await recordingsOf(db(), callbackId)).map(({ status, duration_s, ended_at }) => [status, duration_s, ended_at !== null]);
    await noteRecordingBegun(db(), news);
    await noteRecording(db(), { ...news, state: 'paused', durationS: null });
    await noteRecordingBegun(db(), news);
    expect(await known()).toEqual([['paused', null, false]]);
    await noteRecording(db(), { ...news, state: 'completed', durationS: 42 });
    await noteRecording(db(), { ...news, state: 'processing', durationS: null });
    expect(await known()).toEqual([['completed', 42, true]]);
  });

  test('a recording is looked at once it was stopped or its call is over, some time after it began, until it is finished', async () => {
    const { callbackId, attempt, customer } = await talk();
    const sid = `RE to look at of ${callbackId}`;
    const news = { sid, callbackId, attempt, startedAt: new Date(Date.now() - 60_000), durationS: null };
    const isLookedAt = async (olderThanMs = 10_000) => (await recordingsToLookAt(db(), olderThanMs, 1_000)).some(({ recording_sid }) => recording_sid === sid);
    const attemptEnds = (ended_at: Date | null) => db().updateTable('attempt').set({ ended_at }).where('callback_id', '=', callbackId).execute();
    const settle = (settled_at: Date | null) =>
      db().updateTable('leg').set({ settled_at }).where('callback_id', '=', callbackId).where('label', '=', customer.label).execute();
    await noteRecording(db(), { ...news, state: 'paused' });
    expect(await isLookedAt()).toBe(false);
    await attemptEnds(new Date());
    expect([await isLookedAt(), await isLookedAt(120_000)]).toEqual([true, false]);
    await attemptEnds(null);
    await settle(new Date());
    expect(await isLookedAt()).toBe(true);
    await settle(null);
    await noteRecording(db(), { ...news, state: 'processing' });
    expect(await isLookedAt()).toBe(true);
    expect(await recordingsToLookAt(db(), 10_000, 0)).toEqual([]);
    await settle(new Date());
    await noteRecording(db(), { ...news, state: 'completed', durationS: 42 });
    expect(await isLookedAt()).toBe(false);
  });

  test('recordings of which the end is not known are found without reading through those that are kept', async () => {
    const readThrough = async (tx: Db) => sql<{ seq_scan: number }>`select seq_scan from pg_stat_xact_user_tables where relname = 'call_recording'`.execute(tx);
    await db().transaction().execute(async (tx) => {
      // However few there are in a test.
      await sql`set local enable_seqscan = off`.execute(tx);
      const { rows: before } = await readThrough(tx);
      await recordingsToLookAt(tx, 10_000, 10);
      expect((await readThrough(tx)).rows).toEqual(before);
    });
  });
}
