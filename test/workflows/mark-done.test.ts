import { saveDraft } from '../../store/callback/notes.ts';
import type { DispositionEffect } from '../../domain/route.ts';
import { completeUpdate, hangUpUpdate, rescheduleUpdate } from '../../workflows/messages.ts';
import { quoted, tableOf } from '../actions-tables.ts';
import { DAY_MS, MINUTE_MS, accept, fromNow, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

/* Does what docs/actions.md says of Mark Done, and of the route's time after a conversation. */

const LIMIT_MS = 3 * MINUTE_MS;
const ROWS = tableOf('what happens')
  .map(([happening = '', says]) => ({ happening, events: quoted(says) }))
  .filter(({ happening }) => /^(?:Mark Done|The time that the route gives after a conversation|The same)\b/.test(happening));

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({
    afterCallLimitMs: LIMIT_MS,
    dispositions: [
      { code: 'resolved', label: { en: 'Resolved' }, effect: 'end' },
      { code: 'again', label: { en: 'Call again' }, effect: 'retry' },
    ],
  });
});
afterEach(async () => {
  await centre.clear();
  await centre.editRoute({});
});
afterAll(() => centre.close());

/** Something done with a callback in its conversation, or in the wrap-up of it. */
type Act = (id: string) => Promise<unknown>;
const nothing: Act = async () => undefined;

const marksDone = (disposition: string | null, effect: DispositionEffect): Act => (id) =>
  centre.callbacks.update(completeUpdate, id, { actor: user('aoki'), disposition, effect });
const chooses = (disposition: string): Act => (callbackId) => saveDraft(centre.store.db, { callbackId, agentId: 'aoki', disposition });
const timePasses: Act = () => centre.pass(LIMIT_MS + 1_000);
const isTheLastTry: Act = () => centre.editRoute({ maximumAttempts: 1 });
const agreesOnTomorrow: Act = async (id) =>
  centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at: await fromNow(centre, DAY_MS), windowEndsAt: null, staysWithAgent: true });

interface Scenario {
  readonly duringTheCall?: Act;
  readonly afterIt: readonly Act[];
}

const SCENARIOS: Readonly<Record<string, readonly Scenario[]>> = {
  'Mark Done, with a code that ends it, or with none': [{ afterIt: [marksDone('resolved', 'end')] }, { afterIt: [marksDone(null, 'end')] }],
  'Mark Done, with a code that asks for another try, as the customer was promised: also after the last that the route allows': [
    { afterIt: [marksDone('again', 'retry')] },
    { afterIt: [isTheLastTry, marksDone('again', 'retry')] },
  ],
  'Mark Done, with whatever code, where a new time was agreed during the call': [
    { duringTheCall: agreesOnTomorrow, afterIt: [marksDone('resolved', 'end')] },
    { duringTheCall: agreesOnTomorrow, afterIt: [marksDone('again', 'retry')] },
    { duringTheCall: agreesOnTomorrow, afterIt: [marksDone(null, 'end')] },
  ],
  'The time that the route gives after a conversation is over, before Mark Done': [{ afterIt: [timePasses] }, { afterIt: [chooses('resolved'), timePasses] }],
  'The same, with a code chosen by then that asks for another try': [{ afterIt: [chooses('again'), timePasses] }],
  'The same, where a new time was agreed during the call': [{ duringTheCall: agreesOnTomorrow, afterIt: [timePasses] }],
};

/** What the timeline says of the callback from its wrap-up on, until it is out of its agent's hands. */
async function saidBy({ duringTheCall = nothing, afterIt }: Scenario): Promise<string[]> {
  await centre.only('aoki');
  const id = await centre.request('00');
  await accept(centre, id, 'aoki');
  await centre.when(id, ({ status }) => status === 'connected');
  await duringTheCall(id);
  await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await centre.quiet(id);
  await centre.only();
  const before = (await centre.events(id)).length;
  for (const act of afterIt) await act(id);
  await centre.when(id, ({ agent_id }) => agent_id === null);
  return (await centre.events(id)).slice(before).map(({ type }) => type);
}

test.each(ROWS)('$happening: $events', async ({ happening, events }) => {
  for (const scenario of SCENARIOS[happening] ?? []) expect(await saidBy(scenario)).toEqual(events);
});

test('no line is left without its scenario', () => {
  expect(ROWS.map(({ happening }) => happening)).toEqual(Object.keys(SCENARIOS));
});
