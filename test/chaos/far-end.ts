import type { CallView } from '../../sandbox/control/views.ts';
import type { JournalEntry, RequestEntry } from '../../sandbox/journal.ts';
import type { Fault } from '../../sandbox/rest/faults.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** The far end as the people at the telephones see it, and the failures a test orders there. */
export interface FarEnd {
  /** Every call that Ringback made to that number, oldest first: each of them rang, or might have. */
  callsTo(number: string): Promise<CallView[]>;
  /** One call, as the person at the telephone has it. */
  call(sid: string): Promise<CallView>;
  /** The requests for a participant that the network took, by label. */
  placed(callbackId: string): Promise<string[]>;
  /** How whoever lives at that address treats calls from now on: as their number's ending says, or until they are asked to answer. */
  letsItRing(address: string, ring: boolean): Promise<void>;
  answer(sid: string): Promise<void>;
  hangUp(sid: string): Promise<void>;
  /** Failures for the next requests for the customer's telephone, which go to a conference by its sid, or the agent's, by its name. */
  order(role: 'agent' | 'customer', fault: Pick<Fault, 'kind'> & Partial<Fault>): Promise<void>;
  /** Failures for the next requests whose path matches. */
  orderFor(pathPattern: string, fault: Pick<Fault, 'kind'> & Partial<Fault>): Promise<void>;
  clear(): Promise<void>;
}

export function farEndOf(sandbox: Sandbox): FarEnd {
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${sandbox.url}/sandbox${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`The sandbox refused ${method} ${path}: ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  };
  const orderFor: FarEnd['orderFor'] = async (pathPattern, fault) => void (await control('POST', '/faults', { method: 'POST', ...fault, pathPattern }));
  return {
    async callsTo(number) {
      const { calls } = (await control('GET', '/calls')) as { calls: CallView[] };
      return calls.filter(({ to, direction }) => to === number && direction === 'outbound-api').toReversed();
    },
    call: async (sid) => (await control('GET', `/calls/${sid}`)) as CallView,
    async placed(callbackId) {
      const { entries } = (await control('GET', '/journal?kind=request')) as { entries: (JournalEntry & RequestEntry)[] };
      return entries
        .filter(({ path, status, parameters }) => path.endsWith('/Participants.json') && status === 201 && String(parameters['StatusCallback']).includes(callbackId))
        .map(({ parameters }) => String(parameters['Label']));
    },
    letsItRing: async (address, ring) => void (await control(ring ? 'PUT' : 'DELETE', `/people/${encodeURIComponent(address)}`, ring ? { behaviour: 'manual' } : undefined)),
    answer: async (sid) => void (await control('POST', `/calls/${sid}/answer`)),
    hangUp: async (sid) => void (await control('POST', `/calls/${sid}/hangup`)),
    order: (role, fault) => orderFor(role === 'customer' ? '/Conferences/CF[^/]+/Participants.json' : '/Conferences/callback-[^/]+/Participants.json', fault),
    orderFor,
    clear: async () => void (await control('DELETE', '/faults')),
  };
}
