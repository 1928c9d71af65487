import type { AskedIn, Call, Case, Directory, Guest, Party } from '../../../console/api/types.ts';
import { AOKI, BILLING, caseOf, minutesFromNow, MORI, SALES } from './people.ts';

/*
 * Running conversations, as the API would tell of them.
 */

/** Somebody on the line; what is given replaces the ordinary. */
export function partyOf(given: Partial<Party> & { label: string }): Party {
  return { role: 'target', agent: null, name: null, number: null, isRinging: false, isInCall: true, isOnHold: false, isMuted: false, coaches: null, ...given };
}

export const ME = partyOf({ label: 'agent-2-1', role: 'agent', agent: AOKI });
export const CUSTOMER = partyOf({ label: 'customer-2-1', role: 'customer' });
export const WAITING = { ...CUSTOMER, isOnHold: true };
export const MORI_HERE = partyOf({ label: 'target-2-2', agent: MORI });

/** A conversation of agent and customer. */
export function callOf(given: Partial<Call> = {}): Call {
  return {
    agentLabel: ME.label,
    customerLabel: CUSTOMER.label,
    isOnHold: false,
    isSettled: true,
    isLetGo: false,
    parties: [ME, CUSTOMER],
    guest: null,
    recording: { wanted: 'off', known: 'off', allowed: 'on_demand' },
    helpWanted: false,
    heir: null,
    supervisors: [],
    ...given,
  };
}

/** Somebody who is asked in. */
export function guestOf(given: Partial<Guest> = {}): Guest {
  return { targetId: 'target-1', kind: 'agent', name: MORI.name, number: null, purpose: 'consult', phase: 'asked', label: null, agent: MORI, deadlineAt: new Date(Date.now() + 30_000).toISOString(), isTalkedTo: false, ...given };
}

/** A guest who has come and is talked to, while the customer waits. */
export const consulted = (given: Partial<Guest> = {}): Call =>
  callOf({ isOnHold: true, parties: [ME, WAITING, MORI_HERE], guest: guestOf({ phase: 'here', label: MORI_HERE.label, deadlineAt: null, isTalkedTo: true, ...given }) });

/** The case in hand while its conversation goes on. */
export function talking(call: Partial<Call> = {}, given: Partial<Case> = {}): Case {
  return caseOf({ id: 'live', status: 'connected', attempt: 2, agent: AOKI, connectedAt: minutesFromNow(-2), call: callOf(call), ...given });
}

/** Another agent asks Aoki in. */
export function askedInOf(given: Partial<AskedIn> = {}): AskedIn {
  return { targetId: 'target-1', callbackId: 'theirs', purpose: 'consult', from: MORI, route: BILLING, name: 'Tanaka Yui', number: '+819012345678', deadlineAt: new Date(Date.now() + 30_000).toISOString(), ...given };
}

/** Mori's conversation, which Aoki takes part in. */
export function joinedOf(call: Partial<Call>): Case {
  const mori = partyOf({ label: 'agent-2-1', role: 'agent', agent: MORI });
  return talking({ parties: [mori, CUSTOMER, partyOf({ label: 'target-2-2', agent: AOKI })], ...call }, { id: 'theirs', agent: MORI });
}

export const directory: Directory = {
  agents: [
    { ...MORI, presence: 'ready', canBeAsked: true, routes: [BILLING, SALES] },
    { id: 'agent-sato', name: 'Sato Ren', presence: 'not_ready', canBeAsked: true, routes: [SALES] },
    { id: 'agent-kato', name: 'Kato Jun', presence: 'busy', canBeAsked: false, routes: [BILLING] },
  ],
  routes: [{ ...BILLING, readyAgents: 0 }, { ...SALES, readyAgents: 3 }],
};
