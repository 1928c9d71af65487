import type { CallbackState } from '../../../domain/projection.ts';
import type { OwnerRule } from '../../../domain/route.ts';
import type { AttemptOutcome } from '../../../domain/words.ts';
import { SYSTEM } from '../../../domain/words.ts';
import { saveAgent } from '../../../store/agent/agents.ts';
import { assign, readCallback } from '../../../store/callback/callbacks.ts';
import type { NewCallback } from '../../../store/callback/intake.ts';
import { requestCallback } from '../../../store/callback/intake.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { event, makeAgent, makeRoute, step, wanted } from '../world.ts';

/** To whom a callback belongs that nobody distributed. */
export function ownerFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const ownerOf = async (id: string) => {
    const row = await readCallback(db(), id);
    return { assignee: row?.assignee_id, distributor: row?.distributor };
  };

  /** A callback that an agent accepted and dialled, and that ended so; the version after that is 4. */
  async function dialled(ownerRule: OwnerRule, { outcome = 'busy', reached = true }: { outcome?: AttemptOutcome; reached?: boolean } = {}) {
    const routeId = await makeRoute(opened().store, { ownerRule });
    const { id } = await requestCallback(db(), wanted(routeId));
    const agentId = await makeAgent(opened().store);
    const hands = { agentId, reservationId: 'r' };
    await writeProjection(db(), step(id, 1, { ...hands, status: 'offered' }));
    await writeProjection(db(), step(id, 2, { ...hands, status: 'dialling', attempt: 1 }, {
      endedOffer: { offerId: 'r', end: 'accepted' },
      startedAttempt: { attempt: 1, agentId, byHand: false },
      intents: reached ? [{ label: 'customer-1-1', attempt: 1, role: 'customer', agentId: null, deadlineMs: 1_000 }] : [],
    }));
    await writeProjection(db(), step(id, 3, { ...hands, status: 'wrap_up', attempt: 1 }, { endedAttempt: { attempt: 1, outcome } }));
    const waits = (version: number, state: Partial<CallbackState> = {}, more: Parameters<typeof step>[3] = {}) =>
      writeProjection(db(), step(id, version, { status: 'scheduled', attempt: 1, ...state }, more));
    return { id, agentId, waits };
  }

  test.each([
    ['nobody', false],
    ['last_agent', true],
    ['customers_agent', true],
  ] as const)('after an attempt, by the rule %s it stays with the agent who dialled: %s', async (rule, stays) => {
    const { id, agentId, waits } = await dialled(rule);
    await waits(4);
    await waits(5, { status: 'queued' });
    expect(await ownerOf(id)).toEqual(stays ? { assignee: agentId, distributor: 'automatic' } : { assignee: null, distributor: null });
  });

  test('it stays theirs when they do not take it the next time, and however they ended the attempt that rang the customer', async () => {
    const { id, agentId, waits } = await dialled('last_agent', { outcome: 'cancelled' });
    await waits(4);
    await writeProjection(db(), step(id, 5, { status: 'offered', agentId, attempt: 1 }));
    await waits(6, { status: 'queued' }, { endedOffer: { offerId: 'r', end: 'rejected' } });
    expect((await ownerOf(id)).assignee).toBe(agentId);
  });

  test('whoever accepts it instead of them has it from then on; what was distributed stays its assignee’s', async () => {
    const { id, agentId, waits } = await dialled('last_agent');
    await waits(4, { status: 'queued' });
    const other = await makeAgent(opened().store);
    const accepts = (version: number) =>
      writeProjection(db(), step(id, version, { status: 'dialling', agentId: other, attempt: 2 }, { endedOffer: { offerId: 'r2', end: 'accepted' } }));
    await accepts(5);
    await accepts(5);
    expect(await ownerOf(id)).toEqual({ assignee: other, distributor: 'automatic' });
    expect((await readTimeline(db(), id)).filter(({ type }) => type === 'assigned')).toHaveLength(2);
    await assign(db(), { callbackId: id, agentId, distributor: 'admin', actor: SYSTEM });
    await accepts(6);
    expect(await ownerOf(id)).toEqual({ assignee: agentId, distributor: 'admin' });
  });

  test('it does not when their telephone was not answered, nobody was called, or they leave it to any agent with the new time', async () => {
    const unreachable = await dialled('last_agent');
    await unreachable.waits(4, {}, { unresponsive: { agentId: unreachable.agentId, reason: 'no_answer' } });
    const unrung = await dialled('last_agent', { outcome: 'cancelled', reached: false });
    await unrung.waits(4);
    const left = await dialled('last_agent');
    await left.waits(4, { staysWithAgent: false }, { events: [event('rescheduled', 'scheduled')] });
    const kept = await dialled('nobody');
    await kept.waits(4, { staysWithAgent: true }, { events: [event('rescheduled', 'scheduled')] });
    expect([await ownerOf(unreachable.id), await ownerOf(unrung.id), await ownerOf(left.id)].map(({ assignee }) => assignee)).toEqual([null, null, null]);
    expect((await ownerOf(kept.id)).assignee).toBe(kept.agentId);
  });

  describe('the customer’s agent', () => {
    /** A customer whose last callback an agent of the route completed. */
    async function known(ownerRule: OwnerRule = 'customers_agent') {
      const routeId = await makeRoute(opened().store, { ownerRule });
      const agentId = await makeAgent(opened().store);
      await serving(agentId, [routeId]);
      const request = wanted(routeId);
      await completedBy(request, agentId);
      return { routeId, agentId, request };
    }
    const serving = (id: string, routeIds: string[], mayPhone = true) =>
      saveAgent(db(), { id, name: 'Aoki', endpoint: 'client:a', languages: [], mayPhone, routeIds });
    const completedBy = async (request: NewCallback, userId: string, data: { agentId: string | null } = { agentId: null }) => {
      const { id } = await requestCallback(db(), request);
      const events = [{ ...event('completed', 'completed', data), at: new Date().toISOString(), actor: { type: 'user', id: userId } as const }];
      await writeProjection(db(), step(id, 1, { status: 'completed' }, { events }));
      return id;
    };
    /** The limit after calls completed it in the agent's hands, as a workflow writes that. */
    const timedOut = async (request: NewCallback, agentId: string) => {
      const { id } = await requestCallback(db(), request);
      const at = new Date().toISOString();
      const events = [{ ...event('wrap_up_timed_out', 'wrap_up', { agentId }), at }, { ...event('completed', 'completed'), at }];
      await writeProjection(db(), step(id, 1, { status: 'completed' }, { events }));
    };
    const requested = async (request: NewCallback) => (await requestCallback(db(), request)).id;

    test('gets the customer’s next request on arrival, with a line that says so', async () => {
      const { agentId, request } = await known();
      const id = await requested(request);
      expect(await ownerOf(id)).toEqual({ assignee: agentId, distributor: 'arrival' });
      expect(await readTimeline(db(), id)).toContainEqual(expect.objectContaining({ type: 'assigned', actor: SYSTEM, data: { agentId, distributor: 'arrival' } }));
    });

    test('is the last one who completed, not the first', async () => {
      const { routeId, agentId, request } = await known();
      const later = await makeAgent(opened().store);
      await serving(later, [routeId]);
      await completedBy(request, later);
      const id = await requested(request);
      expect([later, agentId].indexOf((await ownerOf(id)).assignee ?? '')).toBe(0);
    });

    test('is the agent who had it in hand when an administrator who serves the route as well completed it for them', async () => {
      const { routeId, agentId, request } = await known();
      const administrator = await makeAgent(opened().store);
      await serving(administrator, [routeId]);
      await completedBy(request, administrator, { agentId });
      expect((await ownerOf(await requested(request))).assignee).toBe(agentId);
    });

    test('is the agent in whose hands the limit after calls completed it, also after somebody else had completed an earlier one', async () => {
      const { routeId, request } = await known();
      const talked = await makeAgent(opened().store);
      await serving(talked, [routeId]);
      await timedOut(request, talked);
      expect(await ownerOf(await requested(request))).toEqual({ assignee: talked, distributor: 'arrival' });
    });

    test('is nobody by another rule, for another number or route, or who has left the route or lost the right', async () => {
      const [plain, left, silent, here] = [await known('last_agent'), await known(), await known(), await known()];
      await serving(left.agentId, []);
      await serving(silent.agentId, [silent.routeId], false);
      const requests = [plain.request, left.request, silent.request, wanted(here.routeId), { ...here.request, routeId: left.routeId }];
      for (const request of requests) expect((await ownerOf(await requested(request))).assignee).toBeNull();
    });

    test('is who completes the conversation during which it was asked again', async () => {
      const { routeId, agentId } = await known();
      const request = wanted(routeId);
      const first = await requested(request);
      await writeProjection(db(), step(first, 1, { status: 'connected' }));
      const kept = await requested(request);
      expect((await ownerOf(kept)).assignee).toBeNull();
      const events = [{ ...event('completed', 'completed'), actor: { type: 'user', id: agentId } as const }];
      await writeProjection(db(), step(first, 2, { status: 'completed' }, { events }));
      expect(await ownerOf(kept)).toEqual({ assignee: agentId, distributor: 'arrival' });
    });
  });
}
