import type { CallbackRow } from '../../console/api/types.ts';
import { newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';

const story = stories();

const MINUTE_MS = 60_000;

/** A callback that is this agent's, at a time from now. */
async function theirs(admin: Person, agent: Person, name: string, inMs: number): Promise<CallbackRow> {
  const number = newNumber('00');
  const at = new Date(Date.now() + inMs).toISOString();
  const asked = await admin.post('/v1/callbacks', { routeId: 'sales', number, name, kind: 'scheduled', at });
  expect(asked.status()).toBe(201);
  const { id } = await admin.callbackOf(number);
  const assigned = await admin.post(`/v1/callbacks/${id}/assign`, { agentId: (await agent.desk()).agent.id });
  expect(assigned.status()).toBe(200);
  return admin.callbackOf(number);
}

const reminderOf = (agent: Person, name: string) => agent.region(`Reminder: callback of ${name}`);

story('five minutes before a callback of theirs an agent is reminded on any screen, Ready or not, and dials from there', async (centre) => {
  const [admin, hana] = [await signIn(centre, 'admin'), await signIn(centre, 'hana')];
  await theirs(admin, hana, 'Tanaka Yui', 5 * MINUTE_MS + 20_000);
  await theirs(admin, hana, 'Sato Ren', 30 * MINUTE_MS);
  await hana.page.getByRole('link', { name: 'Callbacks' }).click();
  await hana.page.getByRole('row').filter({ hasText: 'Tanaka Yui' }).waitFor();
  expect(await reminderOf(hana, 'Tanaka Yui').count()).toBe(0);
  await hana.button('Presence: Not ready').waitFor();
  await reminderOf(hana, 'Tanaka Yui').getByText(/^In 5 min: Tanaka Yui/).waitFor();
  expect(await reminderOf(hana, 'Sato Ren').count()).toBe(0);
  await hana.page.getByRole('link', { name: 'Desk' }).click();
  await reminderOf(hana, 'Tanaka Yui').getByRole('button', { name: 'Dial Tanaka Yui' }).click();
  await hana.sees('Call', 'Connected');
  await reminderOf(hana, 'Tanaka Yui').waitFor({ state: 'detached' });
});

story('a reminder that was put away stays away over a reload and in every tab; one whose callback is moved goes by itself', async (centre) => {
  const [admin, hana] = [await signIn(centre, 'admin'), await signIn(centre, 'hana')];
  await theirs(admin, hana, 'Tanaka Yui', 4 * MINUTE_MS);
  await theirs(admin, hana, 'Sato Ren', 3 * MINUTE_MS);
  await reminderOf(hana, 'Tanaka Yui').waitFor();
  await reminderOf(hana, 'Sato Ren').waitFor();
  const beside = await hana.anotherTab();
  await reminderOf(beside, 'Tanaka Yui').waitFor();
  await reminderOf(hana, 'Tanaka Yui').getByRole('button', { name: 'Put away the reminder of Tanaka Yui' }).click();
  await reminderOf(hana, 'Tanaka Yui').waitFor({ state: 'detached' });
  await reminderOf(beside, 'Tanaka Yui').waitFor({ state: 'detached' });
  await hana.page.reload();
  await reminderOf(hana, 'Sato Ren').waitFor();
  expect(await reminderOf(hana, 'Tanaka Yui').count()).toBe(0);

  await reminderOf(hana, 'Sato Ren').getByRole('button', { name: 'Reschedule' }).click();
  const dialogue = hana.page.getByRole('dialog', { name: 'Reschedule' });
  await dialogue.getByRole('group', { name: 'Next free times' }).getByRole('button').last().click();
  await dialogue.getByRole('button', { name: 'Move to this time' }).click();
  await reminderOf(hana, 'Sato Ren').waitFor({ state: 'detached' });
});
