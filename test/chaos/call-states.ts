import { randomUUID } from 'node:crypto';
import type { CallbackRow } from '../../store/tables.ts';
import type { Desk } from './desk.ts';
import { removesAParty } from './gate.ts';
import type { Held } from './gate.ts';
import type { Installation } from './installation.ts';
import { eventually } from './line.ts';

export type Person = 'agent' | 'customer' | 'guest';

/** One of the calls that stand when a part is killed. */
export interface Standing {
  readonly id: string;
  readonly number: string;
  /** The agent who has accepted it. */
  readonly agent: Desk;
  /** Who is asked in, where somebody is. */
  readonly guest: Desk | null;
}

/** What becomes of a call in which nobody, or somebody, hangs up while a part is away: its status, and at its end the attempt's outcome. */
export interface Case {
  readonly hangsUp: Person | null;
  readonly comesTo: CallbackRow['status'];
  readonly outcome: string;
}

export interface State {
  readonly name: string;
  /** Whose telephone rings until the test has it answered. */
  readonly rings?: 'agent' | 'customer';
  readonly asksIn?: true;
  /** Brings a call whose offer was accepted there. */
  reach(ringback: Installation, call: Standing): Promise<void>;
  /** The last thing before the part is killed; a request is left on its way. */
  begin?(ringback: Installation, call: Standing): Promise<Held>;
  readonly cases: readonly Case[];
}

/** Their legs' labels. */
export const LABEL = { agent: 'agent-1-1', customer: 'customer-1-1', guest: 'target-1-2' } as const;
const ATTEMPT = { attempt: 1 };

const answered = (hangsUp: Person | null, comesTo: CallbackRow['status']): Case => ({ hangsUp, comesTo, outcome: 'answered' });

/** What a call can be in the middle of. */
export const STATES: readonly State[] = [
  {
    name: 'the agent’s telephone rings',
    rings: 'agent',
    reach: (ringback, call) => rung(ringback, call, 'agent'),
    cases: [answered(null, 'dialling'), { hangsUp: 'agent', comesTo: 'wrap_up', outcome: 'cancelled' }],
  },
  {
    name: 'the customer’s telephone rings',
    rings: 'customer',
    reach: (ringback, call) => rung(ringback, call, 'customer'),
    cases: [answered(null, 'dialling'), answered('customer', 'wrap_up')],
  },
  { name: 'they talk', reach: talking, cases: [answered(null, 'connected'), answered('customer', 'wrap_up')] },
  {
    name: 'the customer is on hold',
    async reach(ringback, call) {
      await talking(ringback, call);
      await call.agent.say(`/v1/callbacks/${call.id}/hold`, { ...ATTEMPT, hold: true });
      await held(ringback, call, true);
    },
    cases: [answered(null, 'connected'), answered('agent', 'wrap_up')],
  },
  {
    name: 'a colleague is consulted',
    asksIn: true,
    reach: consulting,
    cases: [answered(null, 'connected'), answered('guest', 'connected')],
  },
  {
    name: 'three confer',
    asksIn: true,
    async reach(ringback, call) {
      await consulting(ringback, call);
      await wish(ringback, call, 'conference');
      await held(ringback, call, false);
    },
    cases: [answered(null, 'connected'), answered('agent', 'connected')],
  },
  {
    name: 'the call is being handed over',
    asksIn: true,
    reach: consulting,
    async begin(ringback, call) {
      const { call_sid: callSid } = await ringback.whenLeg(call.id, LABEL.agent, ({ call_sid }) => call_sid !== null);
      const parting = ringback.gate.holdRequest(removesAParty(callSid ?? ''));
      // Its answer may die with the part.
      wish(ringback, call, 'transfer').catch(() => undefined);
      return parting;
    },
    cases: [answered(null, 'connected'), answered('customer', 'wrap_up')],
  },
  {
    name: 'the case is wrapped up',
    async reach(ringback, call) {
      await talking(ringback, call);
      await call.agent.say(`/v1/callbacks/${call.id}/hang-up`, ATTEMPT);
      await ringback.when(call.id, ({ status }) => status === 'wrap_up');
    },
    cases: [answered(null, 'wrap_up')],
  },
];

async function rung({ whenLeg }: Installation, { id }: Standing, whose: 'agent' | 'customer'): Promise<void> {
  await whenLeg(id, LABEL[whose], ({ progress }) => progress === 'ringing');
}

async function talking({ when, whenLeg }: Installation, { id }: Standing): Promise<void> {
  await when(id, ({ status }) => status === 'connected');
  for (const label of [LABEL.agent, LABEL.customer]) await whenLeg(id, label, ({ joined_at }) => joined_at !== null);
}

async function held({ whenLeg }: Installation, { id }: Standing, isHeld: boolean): Promise<void> {
  await whenLeg(id, LABEL.customer, ({ on_hold }) => on_hold === isHeld);
}

/** The colleague has been asked, has accepted, and is on the line; the customer hears music. */
async function consulting(ringback: Installation, call: Standing): Promise<void> {
  const { id, agent, guest } = call;
  await talking(ringback, call);
  await agent.say(`/v1/callbacks/${id}/invitations`, { ...ATTEMPT, key: randomUUID(), purpose: 'consult', target: { agentId: guest?.id } });
  await guest?.say(`/v1/callbacks/${id}/invitations/${await targetOf(ringback, id)}/answer`, { accepts: true });
  await ringback.when(id, ({ call: conversation }) => conversation?.guest?.phase === 'here');
  await ringback.whenLeg(id, LABEL.guest, ({ joined_at }) => joined_at !== null);
  await held(ringback, call, true);
}

async function wish(ringback: Installation, { id, agent }: Standing, wanted: 'conference' | 'transfer'): Promise<void> {
  await agent.say(`/v1/callbacks/${id}/invitations/${await targetOf(ringback, id)}`, { ...ATTEMPT, wish: wanted });
}

async function targetOf({ row }: Installation, id: string): Promise<string> {
  return (await row(id)).call?.guest?.targetId ?? '';
}

/** Whoever it is puts the telephone down; one that still rings is answered first. */
export async function hangUp(ringback: Installation, { id }: Standing, who: Person): Promise<void> {
  const { call_sid: sid, progress } = await ringback.whenLeg(id, LABEL[who], ({ call_sid }) => call_sid !== null);
  if (sid === null) throw new Error(`Nobody has called the ${who}.`);
  if (progress === 'ringing') await pickUp(ringback, sid);
  await ringback.farEnd.hangUp(sid);
}

/** The telephone that rings is answered. */
export async function answer(ringback: Installation, { id }: Standing, who: 'agent' | 'customer'): Promise<void> {
  const { call_sid: sid } = await ringback.whenLeg(id, LABEL[who], ({ progress }) => progress === 'ringing');
  await pickUp(ringback, sid ?? '');
}

async function pickUp({ farEnd }: Installation, sid: string): Promise<void> {
  await farEnd.answer(sid);
  await eventually(() => farEnd.call(sid), ({ answeredAt, conference }) => answeredAt !== null && conference?.joined === true);
}
