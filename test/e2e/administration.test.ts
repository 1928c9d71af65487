import iconv from 'iconv-lite';
import type { CallbackRow, Case } from '../../console/api/types.ts';
import { until } from '../start/until.ts';
import { assignedTo, excel, rowsOf, secondAdministrator } from './administrators.ts';
import { newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn, signInWith } from './person.ts';
import { stories } from './story.ts';
import type { AgentName, Centre } from './system.ts';
import { fullNameOf } from './system.ts';

const story = stories();
const AGENTS = ['hana', 'ken', 'emma'] as const satisfies readonly AgentName[];

/** Two administrators and three agents, each in a browser of their own. */
async function everybody(centre: Centre): Promise<{ readonly administrators: readonly [Person, Person]; readonly agents: readonly [Person, Person, Person] }> {
  const admin = await signIn(centre, 'admin');
  const [other, hana, ken, emma] = await Promise.all([secondAdministrator(centre, admin), ...AGENTS.map((name) => signIn(centre, name))]) as [Person, Person, Person, Person];
  return { administrators: [admin, other], agents: [hana, ken, emma] };
}

/** One callback for each of the three agents, of a customer with this name. */
async function oneEach(admin: Person, agents: readonly Person[], names: readonly string[]): Promise<string[]> {
  const ids = await Promise.all(agents.map((agent, index) => assignedTo(agent, admin, [names[index] ?? ''])));
  return ids.flat();
}

story('the wallboard’s acts reach three agents at once, and the processing status counts what each of them did', async (centre) => {
  const { administrators: [admin, other], agents } = await everybody(centre);
  const [hana, , emma] = agents;
  const waits = await admin.post('/v1/callbacks', { routeId: 'sales', number: newNumber('01'), kind: 'delayed', name: 'Ueda' });
  expect(waits.status()).toBe(201);
  await oneEach(admin, agents, ['Ito', 'Kato', 'Mori']);
  await Promise.all([admin.page.goto('/wallboard'), other.page.goto('/status?period=today&groupBy=agent')]);

  await admin.row('Ueda').getByRole('button', { name: 'Release now' }).click();
  await admin.row('Ueda').filter({ hasText: 'Queued' }).waitFor();
  await admin.row('Kato').getByRole('button', { name: 'Move' }).click();
  const dialogue = admin.page.getByRole('dialog');
  await dialogue.getByLabel('Agent').selectOption((await emma.desk()).agent.id);
  await dialogue.getByRole('button', { name: 'Move' }).click();
  await emma.region('My callbacks (2)').getByText('Kato', { exact: true }).waitFor();
  await admin.row('Mori').getByRole('button', { name: 'Cancel request' }).click();
  await admin.button('Cancel the request').click();
  await emma.region('My callbacks (1)').waitFor();

  await hana.button('Dial Ito').click();
  await hana.sees('Call', 'Connected');
  await hana.button('End').click();
  await hana.sees('Call', 'Ready to call');
  await hana.file('Order taken', 'two blue ones');

  const figures = async (name: AgentName) => (await other.row(fullNameOf(name)).first().innerText()).split('\t').slice(1).map((cell) => cell.trim());
  await other.page.reload();
  await other.row(fullNameOf('hana')).first().waitFor();
  expect(await figures('hana')).toEqual(['1', '1', '1', '0', '0', '100.0%']);
  expect(await figures('emma')).toEqual(['2', '2', '0', '1', '1', '0.0%']);
  const rows = rowsOf((await excel(other)).worksheets[0]);
  expect(rows[0]).toEqual(['Day', 'Agent', 'Requested', 'Distributed', 'Completed', 'Unprocessed', 'Otherwise ended', 'Processing rate (%)']);
  expect(rows.find((row) => row[1] === fullNameOf('hana'))?.slice(2)).toEqual([1, 1, 1, 0, 0, 100]);
});

story('two administrators act on everything the same search finds: each callback is changed once, agents’ lists follow, and Excel has what was found', async (centre) => {
  const { administrators: [admin, other], agents } = await everybody(centre);
  const ids = await oneEach(admin, agents, ['Ando', 'Endo', 'Inoue']);
  await Promise.all([admin, other].map(async ({ page }) => {
    await page.goto('/callbacks?status=queued');
    await page.getByText('3 callbacks shown').waitFor();
    await page.getByRole('button', { name: 'Select all 3 of the search' }).press('Enter');
    await page.getByText('3 selected').waitFor();
  }));
  await admin.button('Change route').click();
  await admin.page.getByRole('dialog').getByLabel('Route').selectOption({ label: 'Support' });
  await other.button('Cancel requests').click();
  await other.page.getByRole('dialog').getByLabel('Reason').fill('The shop is closed');
  await Promise.all([admin.button('Change the route of all 3').click(), other.button('Cancel the 3 requests').click()]);
  await other.page.getByText('Finished: 3 done, 0 refused').waitFor();
  const [, done = '', refused = ''] = /(\d) done, (\d) refused/.exec((await admin.page.getByText(/^Finished: \d done, \d refused$/).textContent()) ?? '') ?? [];
  expect(Number(done) + Number(refused)).toBe(3);
  await until(async () => (await admin.page.getByText('It has ended.').count()) === Number(refused));
  const cases = await Promise.all(ids.map((id) => admin.get<Case>(`/v1/callbacks/${id}`)));
  expect(cases.map(({ timeline }) => timeline.filter(({ type }) => type === 'cancelled').length)).toEqual([1, 1, 1]);
  expect(cases.filter(({ route }) => route.id === 'support')).toHaveLength(Number(done));
  await Promise.all(agents.map((agent) => agent.region('My callbacks (0)').waitFor()));

  await other.page.goto('/callbacks?status=cancelled');
  await other.page.getByText('Endo', { exact: true }).waitFor();
  const { items } = await other.get<{ items: CallbackRow[] }>('/v1/callbacks?status=cancelled');
  const [headings = [], ...rows] = rowsOf((await excel(other)).worksheets[0]);
  const column = (name: string) => rows.map((row) => row[headings.indexOf(name)]);
  expect(new Set(column('Name'))).toEqual(new Set(items.map(({ name }) => name)));
  expect(rows).toHaveLength(items.length);
  expect(column('Number').every((number) => typeof number === 'string')).toBe(true);
});

story('two administrators edit one route at once: the slower is told, both changes hold for what waits and what comes, and stand on the audit log', async (centre) => {
  const [admin, hana] = await Promise.all([signIn(centre, 'admin'), signIn(centre, 'hana')]);
  const [other, [id = '']] = await Promise.all([secondAdministrator(centre, admin), assignedTo(hana, admin, ['Ito'])]);
  await Promise.all([admin, other].map(({ page }) => page.goto('/settings/routes/sales')));
  await other.page.getByLabel('Automatic distribution').selectOption('all');
  await admin.page.getByRole('textbox', { name: 'Instructions to agents' }).fill('Ask for the order number.');
  await admin.button('Save').click();
  await admin.page.getByText('Saved. 1 waiting callback lives by it.').waitFor();
  await other.page.getByText('has edited this route meanwhile', { exact: false }).waitFor();
  await other.button('Put my changes on top').click();
  await other.button('Save').press('Enter');
  await other.page.getByText('Saved. 1 waiting callback lives by it.').waitFor();
  const log = admin.region('Audit log').getByRole('listitem');
  await log.filter({ hasText: '小林 凛 Rin Kobayashi' }).filter({ hasText: 'evenly over all eligible agents' }).first().waitFor();
  await log.filter({ hasText: 'Ask for the order number.' }).first().waitFor();
  await hana.page.goto(`/callbacks?open=${id}`);
  await hana.sees('Instructions', 'Ask for the order number.');
  const number = newNumber('01');
  expect((await admin.post('/v1/callbacks', { routeId: 'sales', number, kind: 'asap', name: 'Ueda' })).status()).toBe(201);
  expect(await admin.caseWhen(number, ({ assignee }) => assignee !== null)).toMatchObject({ distributor: 'arrival' });
  await admin.page.getByRole('button', { name: 'Delete', exact: true }).click();
  await admin.page.getByText(/^It has \d open callbacks?\./).waitFor();
  expect(await admin.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
});

story('a file from Japanese Excel makes an agent of a team, who signs in and is given a callback that was re-opened', async (centre) => {
  const { administrators: [admin, other], agents: [hana] } = await everybody(centre);
  const [id = ''] = await assignedTo(hana, admin, ['Ito']);
  expect((await admin.post(`/v1/callbacks/${id}/cancel`, {})).ok()).toBe(true);

  await admin.page.goto('/settings/teams');
  await admin.button('Add a team').click();
  await admin.page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Osaka');
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await admin.row('Osaka').waitFor();
  await admin.page.goto('/settings/agents');
  await admin.button('Import CSV').click();
  const importing = admin.page.getByRole('dialog');
  const buffer = iconv.encode('email,name,may_phone,endpoint,languages,routes,teams\r\ntakasaki@example.com,髙﨑 さち子,yes,sip:takasaki@agents.example.com,ja,Sales,Osaka\r\n', 'cp932');
  await importing.locator('input[type=file]').setInputFiles({ name: 'agents.csv', mimeType: 'text/csv', buffer });
  await importing.getByText('Read as Shift_JIS (CP932): 1 new, 0 changed, 0 as they are, 0 wrong').waitFor();
  await importing.getByRole('button', { name: 'Apply' }).click();
  const password = await importing.locator('code').innerText();
  const takasaki = await signInWith(centre, { email: 'takasaki@example.com', password });
  await takasaki.region('My callbacks (0)').waitFor();

  await other.page.goto(`/callbacks?open=${id}`);
  await other.button('Re-open').click();
  await other.page.getByRole('dialog').getByLabel('Reason').fill('The customer rang again');
  await other.page.getByRole('dialog').getByRole('button', { name: 'Re-open' }).click();
  await other.sees('Timeline', 'The customer rang again');
  const { id: team } = (await admin.get<{ items: { id: string; name: string }[] }>('/v1/teams')).items.find(({ name }) => name === 'Osaka') ?? { id: '' };
  await other.page.goto('/withdrawal');
  await other.page.getByRole('checkbox', { name: 'Select Ito', exact: true }).check();
  await other.page.keyboard.press('Alt+v');
  const moving = other.page.getByRole('dialog');
  await moving.getByLabel('Team').selectOption(team);
  await moving.getByRole('checkbox', { name: 'Choose 髙﨑 さち子' }).check();
  expect(await moving.getByRole('checkbox', { name: `Choose ${fullNameOf('hana')}` }).count()).toBe(0);
  await moving.getByText('1 callback to 髙﨑 さち子').waitFor();
  await moving.getByRole('button', { name: 'Move to other agents' }).click();
  await takasaki.region('My callbacks (1)').getByText('Ito', { exact: true }).waitFor();
});
