import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { MessageState } from '../../../domain/message.ts';
import { giveMessageUp, messagesToLookAt, messagesToSend, otherSids } from '../../../store/message/message-sweep.ts';
import type { NewMessage } from '../../../store/message/messages.ts';
import { fileMessage, learnMessage, messagesOf, readMessage, recordUnanswered, recordUnsent, takeMessage } from '../../../store/message/messages.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { makeCallback, POLICY } from '../world.ts';

const AUTHOR = { type: 'user', id: 'aoki' } as const;
const SID = `SM${'1'.repeat(32)}`;

export function messageFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  beforeEach(() => db().deleteFrom('case_message').execute());

  async function intend(more: Partial<NewMessage> = {}): Promise<string> {
    const callbackId = more.callbackId ?? (await makeCallback(opened().store));
    const wanted: NewMessage = { callbackId, kind: 'sms', recipient: '+819012345678', subject: '', text: 'Your invoice', author: AUTHOR, requestKey: randomUUID(), ...more };
    return (await fileMessage(db(), wanted)).message.id;
  }

  async function sending(more: Partial<NewMessage> = {}): Promise<string> {
    const id = await intend(more);
    await takeMessage(db(), id);
    return id;
  }

  async function known(id: string) {
    const row = await readMessage(db(), id);
    if (!row) throw new Error('it is gone');
    return row;
  }

  async function linesOf(id: string) {
    const { callback_id } = await known(id);
    return (await readTimeline(db(), callback_id)).flatMap(({ type, actor, data }) => (type.startsWith('message_') ? [{ type, actor, data }] : []));
  }

  const age = (id: string, ms: number) =>
    sql`update case_message set created_at = created_at - ${ms} * interval '1 millisecond', sent_at = sent_at - ${ms} * interval '1 millisecond',
        looked_at = looked_at - ${ms} * interval '1 millisecond' where id = ${id}`.execute(db());

  test('said again with the same key it is the same message, also at the same time', async () => {
    const callbackId = await makeCallback(opened().store);
    const wanted: NewMessage = { callbackId, kind: 'sms', recipient: '+819012345678', subject: '', text: 'once', author: AUTHOR, requestKey: 'k1' };
    const filed = await Promise.all([1, 2, 3].map(() => fileMessage(db(), wanted)));
    expect(filed.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await messagesOf(db(), callbackId)).toMatchObject([{ state: 'intended', author: AUTHOR, text: 'once' }]);
  });

  test('however many ask, one may hand a message over, from the caller ID of its route', async () => {
    const id = await intend();
    const taken = await Promise.all(Array.from({ length: 10 }, () => takeMessage(db(), id)));
    expect(taken.filter((one) => one !== null)).toMatchObject([{ callerId: POLICY.callerId, message: { id, state: 'sending' } }]);
    await recordUnanswered(db(), id);
    expect(await takeMessage(db(), id)).toBeNull();
  });

  test('what nobody took may be handed over again', async () => {
    const id = await sending();
    await recordUnsent(db(), id);
    expect(await known(id)).toMatchObject({ state: 'intended', sent_at: null });
    expect(await takeMessage(db(), id)).not.toBeNull();
  });

  const WORDS: MessageState[] = ['sending', 'sent', 'delivered'];
  test('what the network says adds up in any order, however often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...WORDS, ...WORDS], { minLength: 1 }), async (said) => {
        const id = await sending();
        const sid = `SM${randomUUID().replaceAll('-', '')}`;
        for (const state of said) await learnMessage(db(), { id, state, sid });
        const last = WORDS.findLast((state) => said.includes(state));
        expect(await known(id)).toMatchObject({ state: last, provider_sid: sid });
        expect((await linesOf(id)).map(({ type }) => type)).toEqual(['message_sent']);
      }),
      { numRuns: 15 },
    );
  });

  test('one that did not arrive says why, is settled, and stands on the timeline once, without its number or its text', async () => {
    const id = await sending();
    await learnMessage(db(), { id, state: 'sending', sid: SID });
    const failed = { id, state: 'undelivered', sid: SID, reason: 'unreachable', errorCode: 30003 } as const;
    expect(await learnMessage(db(), failed)).toMatchObject({ settles: true });
    expect(await learnMessage(db(), failed)).toMatchObject({ settles: false });
    await learnMessage(db(), { id, state: 'delivered', sid: SID });
    expect(await known(id)).toMatchObject({ state: 'undelivered', reason: 'unreachable', error_code: 30003, settled_at: expect.anything() });
    expect(await linesOf(id)).toEqual([
      { type: 'message_sent', actor: AUTHOR, data: { messageId: id, message: 'sms' } },
      { type: 'message_failed', actor: { type: 'system' }, data: { messageId: id, message: 'sms', failure: 'unreachable' } },
    ]);
  });

  test('what was refused was never on its way', async () => {
    const id = await sending();
    await learnMessage(db(), { id, state: 'failed', reason: 'unsubscribed', errorCode: 21610 });
    expect((await linesOf(id)).map(({ type }) => type)).toEqual(['message_failed']);
  });

  test('a lost answer leaves it unknown, unless the network has spoken of it; its word settles it', async () => {
    const [heard, unheard] = [await sending(), await sending()];
    await learnMessage(db(), { id: heard, state: 'sent', sid: SID });
    await Promise.all([recordUnanswered(db(), heard), recordUnanswered(db(), unheard)]);
    await Promise.all([recordUnsent(db(), heard), recordUnsent(db(), unheard)]);
    expect([(await known(heard)).state, (await known(unheard)).state]).toEqual(['sent', 'unknown']);
    expect(await linesOf(unheard)).toEqual([]);
    await learnMessage(db(), { id: unheard, state: 'delivered', sid: `SM${'2'.repeat(32)}` });
    expect((await linesOf(unheard)).map(({ type }) => type)).toEqual(['message_sent']);
  });

  test('of an e-mail whose answer was lost nobody can be asked: it is settled, and unknown', async () => {
    const id = await sending({ kind: 'email', recipient: 'yui@example.com', subject: 'Invoice' });
    await recordUnanswered(db(), id);
    expect(await known(id)).toMatchObject({ state: 'unknown', settled_at: expect.anything() });
  });

  test('an e-mail that the mail server has is settled', async () => {
    const id = await sending({ kind: 'email', recipient: 'yui@example.com' });
    expect(await learnMessage(db(), { id, state: 'sent', sid: null })).toMatchObject({ settles: true });
    expect((await linesOf(id)).map(({ type }) => type)).toEqual(['message_sent']);
  });

  test('what is said of another message of the network’s does not count', async () => {
    const id = await sending();
    await learnMessage(db(), { id, state: 'sending', sid: SID });
    await learnMessage(db(), { id, state: 'failed', sid: `SM${'9'.repeat(32)}`, reason: 'refused' });
    expect(await known(id)).toMatchObject({ state: 'sending', provider_sid: SID });
    expect(await learnMessage(db(), { id: randomUUID(), state: 'sent' })).toBeNull();
  });

  test('the sweep is given what nobody was asked to carry, and told when it is too old', async () => {
    const [fresh, left, stale] = [await intend(), await intend(), await intend()];
    await age(left, 20_000);
    await age(stale, 900_000);
    expect(await messagesToSend(db(), 10_000, 600_000, 10)).toEqual([{ id: stale, isStale: true }, { id: left, isStale: false }]);
    await takeMessage(db(), left);
    await learnMessage(db(), { id: left, state: 'failed', reason: 'not_sent', onlyFrom: 'intended' });
    expect((await known(left)).state).toBe('sending');
    await learnMessage(db(), { id: stale, state: 'failed', reason: 'not_sent', onlyFrom: 'intended' });
    expect(await known(stale)).toMatchObject({ state: 'failed', reason: 'not_sent', settled_at: expect.anything() });
    expect((await messagesToSend(db(), 0, 600_000, 10)).map(({ id }) => id)).toEqual([fresh]);
  });

  test('the sweep is given what was handed over and is not settled, what the carrier has less often', async () => {
    const [asked, sent, over] = [await sending(), await sending(), await sending()];
    await learnMessage(db(), { id: sent, state: 'sent', sid: SID });
    await learnMessage(db(), { id: over, state: 'delivered', sid: `SM${'3'.repeat(32)}` });
    const given = async () => (await messagesToLookAt(db(), 60_000, 10)).map(({ id }) => id);
    expect(await given()).toEqual([]);
    for (const id of [asked, sent, over]) await age(id, 120_000);
    expect(new Set(await given())).toEqual(new Set([asked, sent]));
    await sql`update case_message set looked_at = now()`.execute(db());
    expect(await given()).toEqual([]);
    for (const id of [asked, sent]) await age(id, 120_000);
    expect(await given()).toEqual([asked]);
  });

  test('giving a message up leaves it as it is known, or unknown, once its time has passed', async () => {
    const [asked, sent] = [await sending(), await sending()];
    await learnMessage(db(), { id: sent, state: 'sent', sid: SID });
    await giveMessageUp(db(), asked, 60_000);
    expect((await known(asked)).settled_at).toBeNull();
    for (const id of [asked, sent]) {
      await age(id, 120_000);
      await giveMessageUp(db(), id, 60_000);
    }
    expect([await known(asked), await known(sent)]).toMatchObject([{ state: 'unknown', settled_at: expect.anything() }, { state: 'sent', settled_at: expect.anything() }]);
    await learnMessage(db(), { id: asked, state: 'delivered', sid: `SM${'4'.repeat(32)}` });
    expect((await known(asked)).state).toBe('delivered');
  });

  test('the sids of other messages to the same number are known', async () => {
    const [first, second, another] = [await sending(), await sending(), await sending({ recipient: '+819099999999' })];
    await learnMessage(db(), { id: first, state: 'sent', sid: SID });
    await learnMessage(db(), { id: another, state: 'sent', sid: `SM${'5'.repeat(32)}` });
    expect(await otherSids(db(), await known(second))).toEqual([SID]);
    expect(await otherSids(db(), await known(first))).toEqual([]);
  });
}
