import type { Case } from '../../console/api/types.ts';
import { assignedTo, requested, secondAdministrator } from './administrators.ts';
import { pickUp, ringingAt } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { AgentName } from './system.ts';
import { fullNameOf } from './system.ts';

const story = stories();

async function select({ page }: Person, ...names: string[]): Promise<void> {
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
}

async function choose({ page }: Person, ...agents: AgentName[]): Promise<void> {
  for (const agent of agents) await page.getByRole('checkbox', { name: `Choose ${fullNameOf(agent)}`, exact: true }).check();
}

/** Waits until the button can be pressed: what will happen is on the screen by then. */
async function readyTo(person: Person, action: string): Promise<void> {
  await person.page.getByRole('button', { name: action, exact: true, disabled: false }).waitFor();
}

/** Selects the six callbacks and three agents: all but the last press. */
async function prepareTwoEach(one: Person): Promise<void> {
  await one.page.goto('/distribution');
  await one.page.getByText('6 callbacks shown').waitFor();
  await one.page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  await choose(one, 'hana', 'ken', 'emma');
  await one.page.getByText('6 callbacks over 3 agents: 2 each').waitFor();
  await readyTo(one, 'Distribute');
}

async function seesMine(agent: Person, ...names: string[]): Promise<void> {
  const mine = agent.region(`My callbacks (${names.length})`);
  await mine.waitFor();
  for (const name of names) await mine.getByText(name, { exact: true }).waitFor();
}

/** How often each callback was ever assigned. */
async function timesAssigned(admin: Person, ids: readonly string[]): Promise<number[]> {
  const cases = await Promise.all(ids.map((id) => admin.get<Case>(`/v1/callbacks/${id}`)));
  return cases.map(({ timeline }) => timeline.filter(({ type }) => type === 'assigned').length);
}

story('two administrators distribute the same callbacks at once: each is assigned once, the agents see them, and the loser is told', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const [other, ids, ...agents] = await Promise.all([
    secondAdministrator(centre, admin),
    requested(admin, ['Ito', 'Kato', 'Mori', 'Ono', 'Sato', 'Ueda']),
    ...(['hana', 'ken', 'emma'] as const).map((name) => signIn(centre, name)),
  ]);
  await Promise.all([admin, other].map(prepareTwoEach));
  await Promise.all([admin, other].map(({ page }) => page.keyboard.press('Alt+b')));
  const results = await Promise.all([admin, other].map(({ page }) => page.getByText(/^Finished: \d done, \d refused$/).textContent()));
  const figures = results.map((result) => /(\d) done, (\d) refused/.exec(result ?? '')?.slice(1).map(Number) ?? []);
  expect(figures.map(([done = 0]) => done).reduce((sum, done) => sum + done)).toBe(6);
  expect(figures.every(([done = 0, refused = 0]) => done + refused === 6)).toBe(true);
  for (const [index, { page }] of [admin, other].entries()) {
    const refusals = page.getByRole('list', { name: 'Refused, and why' }).getByText('It is already an agent’s. Withdraw or move it.');
    if ((figures[index]?.[1] ?? 0) > 0) await refusals.first().waitFor();
    expect(await refusals.count()).toBe(figures[index]?.[1]);
  }
  expect(await timesAssigned(admin, ids)).toEqual([1, 1, 1, 1, 1, 1]);
  const counts = await Promise.all(agents.map(async (agent) => (await agent.desk()).callbacks.length));
  expect(counts.reduce((sum, count) => sum + count)).toBe(6);
  for (const [index, agent] of agents.entries()) await agent.region(`My callbacks (${counts[index]})`).waitFor();
  await admin.page.getByText('Nothing is undistributed in this search.').waitFor();
});

story('an agent’s list follows: distributed, withdrawn, and distributed again to somebody else', async (centre) => {
  const [admin, hana, ken] = await Promise.all([signIn(centre, 'admin'), signIn(centre, 'hana'), signIn(centre, 'ken')]);
  await requested(admin, ['Ito', 'Kato']);
  await admin.page.goto('/distribution');
  await admin.page.getByText('Manual', { exact: true }).click();
  await admin.page.getByRole('radio', { name: `Choose ${fullNameOf('hana')}` }).check();
  await admin.button('Select all 2 of the search').waitFor();
  await admin.page.keyboard.press('Alt+l');
  await admin.page.getByText(`2 callbacks to ${fullNameOf('hana')}`).waitFor();
  await admin.button('Distribute').click();
  await seesMine(hana, 'Ito', 'Kato');

  await admin.page.goto('/withdrawal');
  await admin.button(fullNameOf('hana')).click();
  await select(admin, 'Ito');
  await admin.page.keyboard.press('Alt+w');
  await admin.page.getByRole('dialog', { name: 'Withdraw 1 callback?' }).getByRole('textbox').fill('On holiday');
  await admin.page.keyboard.press('Enter');
  await admin.page.getByText('Finished: 1 done, 0 refused').waitFor();
  await seesMine(hana, 'Kato');

  await admin.page.getByText('Withdrawn', { exact: true }).click();
  await admin.page.getByRole('cell', { name: 'Cancelled' }).waitFor();
  await select(admin, 'Ito');
  await admin.page.keyboard.press('Alt+g');
  await admin.page.getByText('1 selected').waitFor();
  await choose(admin, 'ken');
  await readyTo(admin, 'Distribute');
  await admin.button('Distribute').click();
  await admin.page.getByText('Finished: 1 done, 0 refused').waitFor();
  await seesMine(ken, 'Ito');
});

story('what is moved to another agent leaves one list and stands in the other', async (centre) => {
  const [admin, hana, emma] = await Promise.all([signIn(centre, 'admin'), signIn(centre, 'hana'), signIn(centre, 'emma')]);
  await assignedTo(hana, admin, ['Kato']);
  await seesMine(hana, 'Kato');
  await admin.page.goto('/withdrawal');
  await select(admin, 'Kato');
  await admin.page.keyboard.press('Alt+v');
  await choose(admin, 'emma');
  const dialogue = admin.page.getByRole('dialog');
  await dialogue.getByText(`1 callback to ${fullNameOf('emma')}`).waitFor();
  await dialogue.getByRole('button', { name: 'Move to other agents' }).click();
  await seesMine(emma, 'Kato');
  await hana.region('My callbacks (0)').waitFor();
});

story('one that is being called is not withdrawn: its row says so, and the call goes on', async (centre) => {
  const [admin, hana] = await Promise.all([signIn(centre, 'admin'), signIn(centre, 'hana')]);
  const [id = ''] = await assignedTo(hana, admin, ['Ito'], '90');
  await hana.button('Dial Ito').click();
  const { number } = await admin.get<Case>(`/v1/callbacks/${id}`);
  await ringingAt(centre, number);
  await admin.page.goto('/withdrawal');
  await select(admin, 'Ito');
  await admin.page.keyboard.press('Alt+w');
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await admin.page.getByText('Finished: 0 done, 1 refused').waitFor();
  await admin.page.getByRole('row', { name: 'Ito' }).getByText('It is being called.').waitFor();
  await pickUp(centre, number);
  await hana.sees('Call', 'Connected');
});

story('an agent has neither page, and is refused whatever they are made of', async (centre) => {
  const hana = await signIn(centre, 'hana');
  const wish = { action: { type: 'withdraw', reason: null }, selection: { search: {} } };
  for (const path of ['/v1/plans', '/v1/callbacks/unprocessed-by-agent']) expect([path, (await hana.context.request.get(path)).status()]).toEqual([path, 403]);
  for (const path of ['/v1/plans', '/v1/plans/preview']) expect([path, (await hana.post(path, wish)).status()]).toEqual([path, 403]);
  expect(await hana.page.getByRole('link', { name: /Distribution|Withdrawal/ }).count()).toBe(0);
  await hana.page.goto('/distribution');
  await hana.page.getByText('There is no such page.').waitFor();
});
