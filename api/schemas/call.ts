import * as z from 'zod';
import { INVITATION_PURPOSES, GUEST_PHASES, RECORDINGS, SUPERVISIONS } from '../../domain/call/call.ts';
import { LEG_ROLES } from '../../domain/leg.ts';
import { ROUTE_RECORDINGS } from '../../domain/route.ts';
import { callbackId, id, instant, named, someText, text } from './common.ts';

/*
 * What is said to a running conversation. Every control names the attempt it is meant for, and an absolute state: said twice it
 * changes nothing.
 */

const attempt = z.int().min(1).max(10_000);
const inCall = { attempt };
/** Names a command that would otherwise do the same again. */
const key = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/, 'must be 8 to 64 letters, digits, "-" or "_"').meta({ description: 'Chosen by the caller: the same key again does nothing more' });

export const holding = z.strictObject({ ...inCall, hold: z.boolean() }).meta({ id: 'Holding' });

export const digits = z
  .strictObject({ ...inCall, key, digits: z.string().regex(/^[0-9*#wW]{1,40}$/, 'must be 1 to 40 of 0-9, * and #; "w" waits half a second') })
  .meta({ id: 'Digits', description: 'Tones for the customer’s ear' });

const target = z
  .union([z.strictObject({ agentId: id }), z.strictObject({ routeId: id }), z.strictObject({ number: someText(40), name: text(200).default('') })], 'must be an agent, a route or a number')
  .meta({ id: 'InvitationTarget' });

export const invitation = z
  .strictObject({ ...inCall, key, purpose: z.enum(INVITATION_PURPOSES), target })
  .meta({ id: 'Invitation', description: 'Somebody is asked into the call: to be consulted while the customer waits, to be given the call, or to join in' });

export const invitationParams = z.object({ id: callbackId, targetId: id });
export const invitationAnswer = z.strictObject({ accepts: z.boolean() }).meta({ id: 'InvitationAnswer' });

export const guestWish = z
  .strictObject({ ...inCall, wish: z.enum(['talk_to_customer', 'talk_to_guest', 'conference', 'transfer', 'end']) })
  .meta({ id: 'GuestWish', description: 'Whom one talks to; all together; hand the call over; end the consultation, or take the invitation back' });

export const partyParams = z.object({ id: callbackId, label: z.string().regex(/^[a-z]+-\d+-\d+$/, 'is no party of a call') });
export const dismissal = z.strictObject(inCall).meta({ id: 'Dismissal' });
export const recordingWish = z.strictObject({ ...inCall, recording: z.enum(RECORDINGS) }).meta({ id: 'RecordingWish' });
export const helpWish = z.strictObject({ ...inCall, wanted: z.boolean() }).meta({ id: 'HelpWish' });
export const rejoining = z.strictObject(inCall).meta({ id: 'Rejoining' });

export const supervisionWish = z
  .strictObject({ ...inCall, how: z.enum([...SUPERVISIONS, 'take_over']).nullable().meta({ description: 'null: leave the call' }) })
  .meta({ id: 'SupervisionWish' });

/** Whom a target names, as the console shows it. */
export const targetView = z
  .object({ targetId: id, kind: z.enum(['agent', 'route', 'number']), name: z.string().meta({ description: 'The agent’s or route’s name, or what the number is called' }), number: z.string().nullable() })
  .meta({ id: 'Target' });

export const party = z
  .object({
    label: z.string(),
    role: z.enum(LEG_ROLES),
    agent: named.nullable(),
    name: z.string().nullable().meta({ description: 'Of somebody outside' }),
    number: z.string().nullable().meta({ description: 'Of somebody outside' }),
    isRinging: z.boolean(),
    isInCall: z.boolean(),
    isOnHold: z.boolean(),
    isMuted: z.boolean(),
    coaches: z.string().nullable().meta({ description: 'The label of the party that alone hears this one' }),
  })
  .meta({ id: 'Party', description: 'Somebody in the call, as the network’s events tell it' });

/** The running conversation: what is wanted of it, and who is truly there. */
export const call = z
  .object({
    agentLabel: z.string(),
    customerLabel: z.string(),
    isOnHold: z.boolean().meta({ description: 'The customer is to hear music' }),
    isSettled: z.boolean().meta({ description: 'The network has done all that was wanted' }),
    isLetGo: z.boolean().meta({ description: 'The customer goes on with somebody outside, and the agent is leaving: nothing can be done with the call any more' }),
    parties: z.array(party),
    guest: targetView
      .extend({ purpose: z.enum(INVITATION_PURPOSES), phase: z.enum(GUEST_PHASES), label: z.string().nullable(), agent: named.nullable(), deadlineAt: instant.nullable(), isTalkedTo: z.boolean() })
      .nullable(),
    recording: z.object({
      wanted: z.enum(RECORDINGS),
      known: z.enum(RECORDINGS),
      allowed: z.enum(ROUTE_RECORDINGS).meta({ description: 'What the route says of recording' }),
    }),
    helpWanted: z.boolean(),
    heir: named.nullable().meta({ description: 'The member who has the case from then on when its agent leaves the conference; null: there is none, and the agent can only end it' }),
    supervisors: z.array(z.object({ label: z.string(), agent: named, how: z.enum(SUPERVISIONS), isHere: z.boolean() })),
  })
  .meta({ id: 'Call' });

/** An invitation as the agent who is asked sees it. */
export const askedIn = z
  .object({ targetId: id, callbackId, purpose: z.enum(INVITATION_PURPOSES), from: named.nullable(), route: named, name: z.string(), number: z.string(), deadlineAt: instant.nullable() })
  .meta({ id: 'AskedIn', description: 'Another agent asks this one into a call' });

export const directoryQuery = z.object({ search: text(100).default(''), limit: z.coerce.number().int().min(1).max(100).default(50) });
export const directory = z
  .object({
    agents: z.array(named.extend({ presence: z.string(), canBeAsked: z.boolean(), routes: z.array(named) })),
    routes: z.array(named.extend({ readyAgents: z.int() })),
  })
  .meta({ id: 'Directory', description: 'Whom one can ask into a call' });

export const liveCall = z
  .object({ id: callbackId, attempt: z.int(), name: z.string(), route: named, agent: named.nullable(), connectedAt: instant.nullable(), isOnHold: z.boolean(), helpWanted: z.boolean(), supervisors: z.array(named.extend({ how: z.enum(SUPERVISIONS), isHere: z.boolean() })), guest: z.string().nullable() })
  .meta({ id: 'LiveCall' });
export const liveCalls = z.object({ items: z.array(liveCall) }).meta({ id: 'LiveCalls' });
