import type { Centre } from './support.ts';
import { openCentre } from './support.ts';
import { writeTarget, writeTones } from '../../store/call/call-targets.ts';

let centre: Centre;
let id: string;

beforeAll(async () => {
  centre = await openCentre();
  const { body } = await centre.ask('POST', '/v1/callbacks', { as: 'admin', body: { routeId: 'billing', number: '+819012345678', name: 'Tanaka Yui', kind: 'asap' } });
  id = body.id;
});
afterAll(() => centre.close());

/** A conversation's event, as its workflow writes it. */
async function event(ordinal: number, type: 'invited' | 'invitation_ended' | 'party_left' | 'supervised' | 'held' | 'tones_sent' | 'attempt_ended' | 'transferred', data: Record<string, string | number>, at = new Date(Date.now() + ordinal)): Promise<void> {
  const actor = JSON.stringify({ type: 'user', id: centre.ids.aoki });
  await centre.store.db.insertInto('callback_event').values({ callback_id: id, version: 1, ordinal, type, at, actor, status: 'connected', data: JSON.stringify(data) }).execute();
}

async function leg(label: string, given: { readonly role: 'agent' | 'customer' | 'target'; readonly left_reason?: string; readonly target_id?: string; readonly left_at?: Date }): Promise<void> {
  await centre.store.db.insertInto('leg').values({ callback_id: id, label, attempt: 1, state: 'placed', deadline_at: new Date(), ...given }).execute();
}

async function target(key: string, whom: { readonly route_id?: string; readonly number?: string; readonly name: string }): Promise<string> {
  const { id: targetId } = await writeTarget(centre.store.db, { id: `${id}-${key}`, callback_id: id, attempt: 1, asked_by: centre.ids.aoki, purpose: 'consult', ...whom });
  return targetId;
}

test('lines name whom they are about: an agent, a route, whoever is outside, by name or else by number', async () => {
  const route = await target('route-key', { route_id: 'billing', name: 'Billing' });
  const office = await target('office-key', { number: '+81312345678', name: 'Back office' });
  const nameless = await target('number-key', { number: '+81398765432', name: '' });
  await leg('target-1-2', { role: 'target', target_id: office });
  await event(0, 'invited', { kind: 'route', targetId: route });
  await event(1, 'invited', { kind: 'agent', targetId: route, agentId: centre.ids.mori });
  await event(2, 'invitation_ended', { end: 'busy', targetId: nameless });
  await event(3, 'party_left', { label: 'target-1-2', reason: 'hung_up' });
  await event(4, 'supervised', { supervisorId: centre.ids.admin, how: 'listen' });
  await event(5, 'held', {});
  const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'admin' });
  const lines = body.timeline.filter(({ key }: { key: string }) => key.startsWith('life-1-'));
  expect(lines.map(({ whom }: { whom: string | null }) => whom)).toEqual(['Billing', 'mori', '+81398765432', 'Back office', 'admin', null]);
});

test('digits that the customer heard are in the history of the case, and in no event', async () => {
  await writeTones(centre.store.db, { token: `${id}-tones-key`, callbackId: id, attempt: 1, digits: '12#', sentBy: centre.ids.aoki });
  await event(8, 'tones_sent', { token: `${id}-tones-key`, count: 3 });
  await event(9, 'tones_sent', { count: 4 });
  const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'admin' });
  const lines = body.timeline.filter(({ type }: { type: string }) => type === 'tones_sent');
  expect(lines.map(({ data }: { data: object }) => data)).toEqual([{ count: 3, digits: '12#' }, { count: 4 }]);
  expect(JSON.stringify(await centre.store.db.selectFrom('callback_event').select('data').execute())).not.toContain('12#');
});

test('the end of an attempt says who put their telephone down first, and nobody where the network says otherwise', async () => {
  await leg('customer-1-1', { role: 'customer', left_reason: 'participant_hung_up', left_at: new Date(2_000) });
  await leg('agent-1-1', { role: 'agent', left_reason: 'participant_hung_up', left_at: new Date(3_000) });
  await event(6, 'attempt_ended', { attempt: 1, outcome: 'answered' });
  await event(7, 'attempt_ended', { attempt: 2, outcome: 'answered' });
  const ends = async () => {
    const { body } = await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'admin' });
    return body.timeline.filter(({ type }: { type: string }) => type === 'attempt_ended').map(({ hungUpBy }: { hungUpBy: string | null }) => hungUpBy);
  };
  expect(await ends()).toEqual(['customer', null]);
  const reason = (data: object) => centre.store.db.updateTable('callback_event').set({ data: JSON.stringify({ attempt: 1, outcome: 'answered', ...data }) }).where('callback_id', '=', id).where('ordinal', '=', 6).execute();
  await reason({ reason: 'transferred' });
  expect(await ends()).toEqual([null, null]);
  await reason({});
  await centre.store.db.updateTable('leg').set({ left_reason: 'participant_updated_via_api' }).where('label', '=', 'customer-1-1').execute();
  expect(await ends()).toEqual(['agent', null]);
  const whileTalking = new Date(4_000);
  await event(10, 'transferred', { agentId: centre.ids.mori }, whileTalking);
  expect(await ends()).toEqual([null, null]);
  await centre.store.db.deleteFrom('callback_event').where('type', '=', 'transferred').execute();
  await event(10, 'party_left', { label: 'target-1-2', reason: 'hung_up' }, whileTalking);
  expect(await ends()).toEqual(['agent', null]);
  await centre.store.db.updateTable('callback_event').set({ data: JSON.stringify({ label: 'agent-1-1', reason: 'hung_up' }) }).where('at', '=', whileTalking).execute();
  expect(await ends()).toEqual([null, null]);
});
