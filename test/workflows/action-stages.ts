import { nextStep } from '../../domain/call/call.ts';
import { cancelUpdate, workflowIdOf } from '../../workflows/messages.ts';
import { accept, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { talking, whenGuest } from './in-call.ts';

/** A callback that stands where an action is done, and the doing of it, until all is asked that it asks for. */
export interface Stage {
  readonly id: string;
  readonly act: () => Promise<unknown>;
  /** What is asked for right after the action: whatever the action asked for itself would stand before it. */
  readonly afterwards?: string;
}

export type Scenario = (centre: Centre) => Promise<Stage>;

/** Something that is done with a callback, or waited for. */
export type Act = (centre: Centre, id: string) => Promise<unknown>;

/** Whose telephone rings until the test says otherwise. */
const RINGS_ON = '+815099999990';

/** One after the other. */
export const inTurn = (...acts: readonly Act[]): Act => async (centre, id) => {
  for (const act of acts) await act(centre, id);
};

export const nothing: Act = async () => undefined;

/** Its workflow is over: what has not been asked for by then never will be. */
export const isOver: Act = ({ client }, id) => client.workflow.getHandle(workflowIdOf(id)).result();

export const cancels: Act = async (centre, id) => {
  await centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: null });
  await isOver(centre, id);
};

/** Ends a callback that nobody is on the telephone for, so that nothing of an action before can be on its way any more. */
export const endsAfterwards: Act = async (centre, id) => {
  await centre.only();
  await centre.quiet(id);
  await cancels(centre, id);
};

export const hasJoined = (label: string): Act => (centre, id) => centre.leg(id, label, ({ joined_at }) => joined_at !== null);

export const isConnected: Act = async (centre, id) => {
  await centre.when(id, ({ status }) => status === 'connected');
  await inTurn(hasJoined('agent-1-1'), hasJoined('customer-1-1'))(centre, id);
};

/** The conversation needs nothing more of the network; or it is over. */
export const isAsWanted: Act = (centre, id) => centre.when(id, ({ call }) => call === null || nextStep(call) === null);

export const guestIsHere: Act = async (centre, id) => {
  await whenGuest(centre, id, 'here');
  await hasJoined('target-1-2')(centre, id);
};

/** A stage that is set by bringing a callback somewhere; `before` brings it further first. */
const once = (isThere: (centre: Centre) => Promise<string>) => (act: Act, before: Act = nothing): Scenario => async (centre) => {
  const id = await isThere(centre);
  await before(centre, id);
  return { id, act: () => act(centre, id) };
};

/** The callback is offered to the agent. */
export const whileOffered = once(async (centre) => {
  await centre.only('aoki');
  const id = await centre.request('00');
  await offeredTo(centre, id, 'aoki');
  return id;
});

/** The same of a request from the web, which is read before it is dialled. */
export const whileOfferedOnWeb = once(async (centre) => {
  await centre.only();
  await centre.agent('aoki', { channel: 'web' });
  const id = await centre.request('00', { channel: 'web', origin: 'web' });
  await offeredTo(centre, id, 'aoki');
  return id;
});

/** The callback waits in the queue, and nobody is Ready. */
export const whileItWaits = once(async (centre) => {
  await centre.agent('aoki');
  await centre.only();
  const id = await centre.request('00');
  await centre.when(id, ({ status }) => status === 'queued');
  return id;
});

/** The agent's telephone rings. */
export const whileTheAgentIsRung = once(async (centre) => {
  await centre.only();
  await centre.agent('aoki', { endpoint: RINGS_ON });
  const id = await centre.request('00');
  await accept(centre, id, 'aoki');
  await centre.leg(id, 'agent-1-1', ({ progress }) => progress === 'ringing');
  return id;
});

/** The agent is there, and the customer's telephone rings. */
export const whileTheCustomerIsRung = once(async (centre) => {
  await centre.only('aoki');
  const id = await centre.request('90');
  await accept(centre, id, 'aoki');
  await centre.leg(id, 'customer-1-1', ({ progress }) => progress === 'ringing');
  return id;
});

/** The two talk, and another agent is there. `before` brings the conversation further first. */
export const inCall = (act: Act, before: Act = nothing, endpoint?: string): Scenario => async (centre) => {
  await centre.only();
  await centre.agent('aoki', endpoint === undefined ? {} : { endpoint });
  const id = await talking(centre);
  await isConnected(centre, id);
  await centre.agent('mori');
  await inTurn(before, isAsWanted)(centre, id);
  return { id, act: () => inTurn(act, isAsWanted)(centre, id) };
};

/** What is done last in the scenario asks for something, and is not the action. */
export const followedBy = (afterwards: string, scenario: Scenario): Scenario => async (centre) => ({ ...(await scenario(centre)), afterwards });
