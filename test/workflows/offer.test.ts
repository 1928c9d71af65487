import { randomUUID } from 'node:crypto';
import { setWish } from '../../store/agent/presence.ts';
import { Refused } from '../../temporal/errors.ts';
import { acceptUpdate, agentGoneSignal, dialUpdate, rejectUpdate, reservedSignal } from '../../workflows/messages.ts';
import { MINUTE_MS, accept, offerEndsOf, offeredTo, user, wishOf } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

describe('an offer', () => {
  test('ends rejected, missed, withdrawn or accepted: four distinct facts, and the next agent gets it', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    const first = await offeredTo(centre, id, 'aoki');
    await centre.agent('mori');
    await centre.callbacks.update(rejectUpdate, id, { offerId: first, agentId: 'aoki' });
    await offeredTo(centre, id, 'mori');
    await centre.pass(6 * MINUTE_MS);
    await centre.when(id, (row) => row.status === 'queued');
    expect(await wishOf(centre, 'mori')).toMatchObject({ wish: 'not_ready', reason: 'missed_offer' });
    await centre.agent('sato');
    await offeredTo(centre, id, 'sato');
    await setWish(centre.store.db, { agentId: 'sato', channel: 'voice', wish: 'not_ready', reason: null });
    await centre.callbacks.signal(agentGoneSignal, id, { reservationId: await offeredTo(centre, id, 'sato') });
    await centre.when(id, (row) => row.status === 'queued');
    await centre.agent('ito');
    await accept(centre, id, 'ito');
    expect(await offerEndsOf(centre, id)).toEqual(['aoki rejected', 'mori missed', 'sato withdrawn', 'ito accepted']);
    await centre.when(id, (row) => row.status === 'wrap_up');
  });

  test('whose end is noticed late, since none of us was there to take an answer, is nobody’s fault, and is made again', async () => {
    await centre.agent('aoki');
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    const reservationId = randomUUID();
    await centre.store.db.insertInto('reservation').values({ id: reservationId, callback_id: id, agent_id: 'aoki', purpose: 'offer' }).execute();
    await centre.agent('aoki');
    await centre.callbacks.signal(reservedSignal, id, { reservationId, agentId: 'aoki', preview: false, offerTimeoutMs: -10_000, previewTimeoutMs: null });
    await centre.when(id, (row) => row.status === 'offered' && row.reservation_id !== reservationId);
    expect(await offerEndsOf(centre, id)).toEqual(['aoki withdrawn', 'aoki null']);
    expect(await wishOf(centre, 'aoki')).toMatchObject({ wish: 'ready' });
  });

  test('accepting twice dials once; accepting what is over is refused with a sentence', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    const offerId = await offeredTo(centre, id, 'aoki');
    const both = [0, 1].map(() => centre.callbacks.update(acceptUpdate, id, { offerId, agentId: 'aoki' }));
    await Promise.all(both);
    await centre.when(id, (row) => row.status === 'wrap_up');
    expect((await centre.row(id)).attempt).toBe(1);
    await expect(centre.callbacks.update(acceptUpdate, id, { offerId: 'another', agentId: 'aoki' })).rejects.toMatchObject({ refusal: 'offer_over' });
  });

  test('somebody else’s offer cannot be accepted', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    const offerId = await offeredTo(centre, id, 'aoki');
    await expect(centre.callbacks.update(acceptUpdate, id, { offerId, agentId: 'mori' })).rejects.toThrow(Refused);
  });

  test('a reservation that nobody made, or that was let go, is not shown as an offer', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.callbacks.signal(reservedSignal, id, { reservationId: 'gone', agentId: 'aoki', preview: false, offerTimeoutMs: 60_000, previewTimeoutMs: null });
    await centre.when(id, (row) => row.version >= 3 && row.status === 'queued');
    expect((await centre.row(id)).agent_id).toBeNull();
  });

  test('on web, accepting opens the preview and nothing is dialled until Call', async () => {
    await centre.only();
    await centre.agent('kato', { channel: 'web' });
    const id = await centre.request('50', { channel: 'web', origin: 'web' });
    await accept(centre, id, 'kato');
    expect(await centre.row(id)).toMatchObject({ status: 'preview', attempt: 0 });
    await centre.callbacks.update(dialUpdate, id, { actor: user('kato'), agentId: 'kato', reservationId: null, attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    expect(await offerEndsOf(centre, id)).toEqual(['kato accepted']);
  });
});
