import { agreeOnReach } from '../../store/callback/agreed-reach.ts';
import { hangUpUpdate, rescheduleUpdate } from '../../workflows/messages.ts';
import { DAY_MS, MINUTE_MS, accept, complete, fromNow, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

const NUMBER = { e164: '+819099990000', hash: 'the hash of +819099990000' };

/** What the API does: the number is agreed on first, then the callback is moved. */
async function moveTo(id: string, at: string): Promise<void> {
  await agreeOnReach(centre.store.db, { callbackId: id, at, number: NUMBER, timeZone: null, actor: user('aoki') });
  await centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at, windowEndsAt: null, staysWithAgent: false });
}

/** What happened to the case beside its life. */
const saidOf = (id: string) => centre.store.db.selectFrom('case_event').select(['type', 'actor']).where('callback_id', '=', id).execute();

test('a waiting callback that is moved has the other number from then on, and is called on it', async () => {
  await centre.only();
  const id = await centre.request('50');
  await centre.when(id, ({ status }) => status === 'queued');
  await moveTo(id, await fromNow(centre, DAY_MS));
  await centre.when(id, ({ number }) => number === NUMBER.e164);
  await centre.pass(DAY_MS + MINUTE_MS);
  await centre.agent('aoki');
  await accept(centre, id, 'aoki');
  await centre.when(id, ({ status }) => status === 'connected');
  expect(await centre.leg(id, 'customer-1-1', () => true)).toMatchObject({ number_hash: NUMBER.hash });
});

test('a number agreed on during the call leaves that call alone, and holds when it is over', async () => {
  await centre.only('aoki');
  const id = await centre.request('00');
  const { number } = await centre.row(id);
  await accept(centre, id, 'aoki');
  await centre.when(id, ({ status }) => status === 'connected');
  await moveTo(id, await fromNow(centre, DAY_MS));
  expect(await centre.row(id)).toMatchObject({ status: 'connected', number });
  await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
  expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ number });
  await complete(centre, id, 'aoki');
  await centre.when(id, (row) => row.status === 'scheduled' && row.number === NUMBER.e164);
  expect(await saidOf(id)).toContainEqual({ type: 'number_changed', actor: user('aoki') });
});
