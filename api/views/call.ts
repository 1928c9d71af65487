import type * as z from 'zod';
import type { Call } from '../../domain/call/call.ts';
import { awaitedMembers, heirOf, nextStep } from '../../domain/call/call.ts';
import { isOnHold } from '../../domain/call/moves.ts';
import { neverRings } from '../../domain/leg.ts';
import type { RouteRecording } from '../../domain/route.ts';
import type { CallTarget } from '../../store/call/call-targets.ts';
import { readTargets } from '../../store/call/call-targets.ts';
import type { CallbackRow, Db, LegRow } from '../../store/tables.ts';
import type * as schemas from '../schemas/call.ts';
import type { Context } from './row.ts';
import { contextOf, iso, person } from './row.ts';

export type CallView = z.output<typeof schemas.call>;

/** What a running conversation is told from. */
interface CallFacts {
  readonly call: Call | null;
  /** Of the newest attempt. */
  readonly legs: readonly LegRow[];
  readonly targets: readonly CallTarget[];
  /** What the route says of recording. */
  readonly allowed: RouteRecording;
}

/** The running conversation of a callback; null: none goes on. */
export function callView({ call, legs, targets, allowed }: CallFacts, context: Pick<Context, 'names'>): CallView | null {
  if (call === null) return null;
  // Who is being rung anew rings, also between two tries.
  const sought = awaitedMembers(call);
  return {
    agentLabel: call.agent,
    customerLabel: call.customer,
    isOnHold: isOnHold(call),
    isSettled: nextStep(call) === null && call.tones.length === 0,
    isLetGo: call.isLetGo,
    parties: legs.filter((leg) => isOfTheCall(leg) || sought.includes(leg.label)).map((leg) => partyView(leg, targets, context)),
    guest: guestView(call, targets, context),
    recording: { ...call.recording, allowed },
    helpWanted: call.helpWanted,
    heir: person(heirOf(call)?.agentId ?? null, context),
    supervisors: Object.entries(call.supervisors).map(([label, { agentId, how, isHere }]) => ({ label, how, isHere, agent: named(agentId, context) })),
  };
}

/** Legs that ring or talk: whoever has left is not in the call any more. */
function isOfTheCall({ state, progress }: LegRow): boolean {
  return progress !== 'ended' && !neverRings(state);
}

function partyView(leg: LegRow, targets: readonly CallTarget[], context: Pick<Context, 'names'>): z.output<typeof schemas.party> {
  const { label, role, on_hold: isOnHoldNow, muted: isMuted, coaches } = leg;
  const target = targets.find(({ id }) => id === leg.target_id);
  return {
    label,
    role,
    agent: person(leg.agent_id, context),
    name: target?.name ?? null,
    number: target?.number ?? null,
    isRinging: leg.progress !== 'answered',
    isInCall: leg.joined_at !== null && leg.left_at === null,
    isOnHold: isOnHoldNow,
    isMuted,
    coaches,
  };
}

function guestView({ guest, wanted }: Call, targets: readonly CallTarget[], context: Pick<Context, 'names'>): CallView['guest'] {
  const target = targets.find(({ id }) => id === guest?.targetId);
  if (guest === null || !target) return null;
  const { targetId, purpose, phase, label } = guest;
  const seat = label === null ? undefined : wanted[label];
  return {
    targetId,
    purpose,
    phase,
    label,
    deadlineAt: guest.deadlineAt ?? guest.soughtUntil,
    kind: kindOf(target),
    name: target.name,
    number: target.number,
    agent: person(guest.agentId, context),
    isTalkedTo: phase === 'here' && seat?.isOnHold === false,
  };
}

function kindOf({ agent_id, route_id }: CallTarget): 'agent' | 'route' | 'number' {
  if (agent_id !== null) return 'agent';
  return route_id === null ? 'number' : 'route';
}

function named(id: string, { names }: Pick<Context, 'names'>): { id: string; name: string } {
  return { id, name: names.get(id) ?? id };
}

/** Whoever is being asked into a conversation at this moment, if it is they whom this target names; null: they are not. */
export function askedInto({ call }: Pick<CallbackRow, 'call'>, targetId: string | null): Call['guest'] {
  const guest = call?.guest ?? null;
  return guest?.targetId === targetId && guest.phase === 'asked' ? guest : null;
}

/** An invitation as the agent who is asked sees it. */
export function askedInView(row: CallbackRow, { targetId, purpose, deadlineAt }: NonNullable<Call['guest']>, context: Context): z.output<typeof schemas.askedIn> {
  const route = { id: row.route_id, name: context.routes.get(row.route_id)?.name ?? row.route_id };
  return { targetId, callbackId: row.id, purpose, deadlineAt, from: person(row.agent_id, context), route, name: row.name, number: row.number };
}

/** Conversations as supervisors see them. */
export async function liveCallViews(db: Db, rows: readonly CallbackRow[]): Promise<z.output<typeof schemas.liveCall>[]> {
  const supervisors = rows.flatMap(({ call }) => Object.values(call?.supervisors ?? {}).map(({ agentId }) => agentId));
  const targets = await readTargets(db, rows.flatMap(({ call }) => call?.guest?.targetId ?? []));
  const context = await contextOf(db, rows, { others: supervisors });
  return rows.map((row) => ({
    id: row.id,
    attempt: row.attempt,
    name: row.name,
    route: { id: row.route_id, name: context.routes.get(row.route_id)?.name ?? row.route_id },
    agent: person(row.agent_id, context),
    connectedAt: iso(row.connected_at),
    isOnHold: row.call !== null && isOnHold(row.call),
    helpWanted: row.call?.helpWanted ?? false,
    supervisors: Object.values(row.call?.supervisors ?? {}).map(({ agentId, how, isHere }) => ({ ...named(agentId, context), how, isHere })),
    guest: targets.find(({ id }) => id === row.call?.guest?.targetId)?.name ?? null,
  }));
}
