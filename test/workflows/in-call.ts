import { randomUUID } from 'node:crypto';
import type { InvitationPurpose } from '../../domain/call/call.ts';
import { holdForCall, writeTarget } from '../../store/call/call-targets.ts';
import type { CallbackRow } from '../../store/tables.ts';
import type { Ack, Asked, GuestWish, SupervisionWish } from '../../workflows/messages.ts';
import { answerInvitationUpdate, guestUpdate, inviteUpdate, superviseUpdate } from '../../workflows/messages.ts';
import { accept, user } from './acts.ts';
import type { Centre } from './centre.ts';

/** What the sandbox has of a conference. */
export interface Heard {
  readonly onHold: boolean;
  readonly muted: boolean;
  readonly coaches: string | null;
}

/** An agent talks with a customer who talks until somebody hangs up. */
export async function talking(centre: Centre, agentId = 'aoki'): Promise<string> {
  const id = await centre.request('00');
  await accept(centre, id, agentId);
  await centre.when(id, ({ status }) => status === 'connected');
  await centre.leg(id, 'customer-1-1', ({ joined_at }) => joined_at !== null);
  return id;
}

/** Whom an agent asks in. */
export type Whom = { readonly agentId: string } | { readonly routeId: string } | { readonly number: string };

/** Asks somebody into the conversation, as the API does. Answers the target's id. */
export async function invite(centre: Centre, callbackId: string, purpose: InvitationPurpose, whom: Whom, by = 'aoki'): Promise<string> {
  const { db } = centre.store;
  const targetId = randomUUID();
  const { attempt } = await centre.row(callbackId);
  const columns = 'agentId' in whom ? { agent_id: whom.agentId } : 'routeId' in whom ? { route_id: whom.routeId } : { number: whom.number };
  await writeTarget(db, { id: targetId, callback_id: callbackId, attempt, asked_by: by, purpose, ...columns });
  const said = { actor: user(by), attempt, targetId, purpose, asked: await asked(centre, callbackId, targetId, whom) };
  await centre.callbacks.update(inviteUpdate, callbackId, said);
  return targetId;
}

async function asked({ store }: Centre, callbackId: string, targetId: string, whom: Whom): Promise<Asked> {
  if ('number' in whom) return { kind: 'number' };
  if ('routeId' in whom) return { kind: 'route', seekForMs: 120_000 };
  const reservationId = await holdForCall(store.db, { callbackId, agentId: whom.agentId, purpose: 'guest', targetId });
  if (reservationId === null) throw new Error(`${whom.agentId} has something else in hand.`);
  return { kind: 'agent', agentId: whom.agentId, reservationId, answerWithinMs: 30_000 };
}

export function answer(centre: Centre, callbackId: string, targetId: string, agentId: string, accepts: boolean): Promise<Ack> {
  return centre.callbacks.update(answerInvitationUpdate, callbackId, { targetId, agentId, accepts });
}

export async function guest(centre: Centre, callbackId: string, targetId: string, wish: GuestWish['wish'], by = 'aoki'): Promise<void> {
  const { attempt } = await centre.row(callbackId);
  await centre.callbacks.update(guestUpdate, callbackId, { actor: user(by), attempt, targetId, wish });
}

/** Asks an agent in, who comes. Answers the target's id. */
export async function consulted(centre: Centre, callbackId: string, agentId: string): Promise<string> {
  const targetId = await invite(centre, callbackId, 'consult', { agentId });
  await answer(centre, callbackId, targetId, agentId, true);
  await whenGuest(centre, callbackId, 'here');
  return targetId;
}

/** A supervisor who is not in the call yet comes to it, held for it as the API does. */
export async function joinToSupervise(centre: Centre, callbackId: string, supervisorId: string, how: 'listen' | 'coach' | 'barge'): Promise<void> {
  const reservationId = await holdForCall(centre.store.db, { callbackId, agentId: supervisorId, purpose: 'supervise', targetId: null });
  await supervise(centre, callbackId, supervisorId, how, reservationId);
}

/** A supervisor who is in the call takes part in another way, takes it over, or leaves (null). */
export async function supervise(centre: Centre, callbackId: string, supervisorId: string, how: SupervisionWish['how'], reservationId: string | null = null): Promise<void> {
  const { attempt } = await centre.row(callbackId);
  await centre.callbacks.update(superviseUpdate, callbackId, { actor: user(supervisorId), attempt, supervisorId, how, reservationId });
}

/** Waits until the customer hears music, or is off hold, as the network says. */
export async function customerIsOnHold(centre: Centre, callbackId: string, onHold: boolean): Promise<void> {
  await centre.leg(callbackId, 'customer-1-1', (leg) => leg.on_hold === onHold);
}

/** Waits until the conversation's invitation is as wanted. */
export function whenGuest(centre: Centre, callbackId: string, phase: string | null): Promise<CallbackRow> {
  return centre.when(callbackId, ({ call }) => (call?.guest?.phase ?? null) === phase);
}

/** Waits until the agent is held for nothing. */
export async function whenFree(centre: Centre, agentId: string): Promise<void> {
  const giveUpAt = Date.now() + 20_000;
  for (;;) {
    const held = await centre.store.db.selectFrom('reservation').selectAll().where('agent_id', '=', agentId).where('released_at', 'is', null).executeTakeFirst();
    if (!held) return;
    if (Date.now() > giveUpAt) throw new Error(`${agentId} stays held: ${JSON.stringify(held)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The person at the end of a leg hangs up. */
export async function hangsUp(centre: Centre, callbackId: string, label: string): Promise<void> {
  const { call_sid: sid } = await centre.leg(callbackId, label, ({ call_sid }) => call_sid !== null);
  await centre.control('POST', `/calls/${sid}/hangup`);
}
