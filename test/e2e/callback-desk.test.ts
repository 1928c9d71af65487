import { tellOfPolicy } from '../../store/route/policy-news.ts';
import { administratorAtADesk, assignedTo, secondAdministrator } from './administrators.ts';
import { hangUpAt, newNumber, pickUp, ringingAt } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { Centre } from './system.ts';
import { fullNameOf } from './system.ts';

const story = stories();

/** Waits until this figure stands in the row left of where Dial is. */
async function attemptsLeftOfDial(admin: Person, name: string, attempts: string): Promise<void> {
  expect(await admin.page.getByRole('columnheader').last().getAttribute('aria-label')).toBe('Dial');
  await admin.row(name).getByRole('cell').nth(-2).getByText(attempts, { exact: true }).waitFor();
}

story('an administrator who may phone dials from the list, again and again, and the attempts grow beside Dial; one who may not has no Dial, and is refused', async (centre) => {
  const admin = await administratorAtADesk(centre);
  const rin = await secondAdministrator(centre, admin);
  const number = newNumber('90');
  const asked = await admin.post('/v1/callbacks', { routeId: 'sales', number, kind: 'asap', name: 'Ito' });
  const { id } = (await asked.json()) as { id: string };
  await Promise.all([admin, rin].map(async (one) => {
    await one.page.goto('/callbacks');
    await one.row('Ito').filter({ hasText: 'Queued' }).waitFor();
  }));
  expect(await rin.page.getByRole('columnheader').last().textContent()).toContain('Attempts');
  expect(await rin.button(/^Dial/).count()).toBe(0);
  expect((await rin.post(`/v1/callbacks/${id}/dial`, { attempt: 1 })).status()).toBe(403);

  for (const attempts of ['1', '2']) {
    await attemptsLeftOfDial(admin, 'Ito', String(Number(attempts) - 1));
    await admin.button('Dial Ito').click();
    await ringingAt(centre, number);
    await pickUp(centre, number);
    await admin.sees('Call', 'Connected');
    await attemptsLeftOfDial(admin, 'Ito', attempts);
    await hangUpAt(centre, number);
    await admin.sees('Call', 'Ready to call');
  }
  const { attempts } = await admin.caseWhen(number, ({ status }) => status === 'wrap_up');
  expect(attempts.map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
});

story('what was withdrawn expires by its route’s rule: it leaves the withdrawn ones, and the list and its timeline say so', async (centre) => {
  const [admin, hana] = await Promise.all([signIn(centre, 'admin'), signIn(centre, 'hana')]);
  const [id = ''] = await assignedTo(hana, admin, ['Kato']);
  await admin.page.goto('/withdrawal');
  await admin.page.getByRole('checkbox', { name: 'Select Kato', exact: true }).check();
  await admin.page.keyboard.press('Alt+w');
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await admin.page.getByText('Finished: 1 done, 0 refused').waitFor();
  await admin.page.getByText('Withdrawn', { exact: true }).click();
  await admin.page.getByRole('row', { name: 'Kato' }).getByText('Cancelled').waitFor();
  const list = await admin.anotherTab();
  await list.page.goto(`/callbacks?open=${id}`);
  await list.row('Kato').filter({ hasText: 'Cancelled' }).waitFor();

  await expiresAtOnce(centre);
  await admin.page.getByText('Nothing is withdrawn in this search.').waitFor();
  await list.row('Kato').filter({ hasText: 'Expired' }).waitFor();
  await list.sees('Timeline', 'Expired');
  await hana.region('My callbacks (0)').waitFor();
});

/** The route’s rule becomes one that no administrator may set, so that nobody has to wait for it. */
async function expiresAtOnce(centre: Centre): Promise<void> {
  await centre.setPolicy('sales', { expiryMs: 1 });
  await tellOfPolicy(centre.system.store.db, 'sales');
}

/** One callback that was promised for in an hour, distributed to Hana on the screen; then three agents are Ready, she as the last of them. */
async function distributedToHana(centre: Centre, name: string): Promise<{ readonly admin: Person; readonly hana: Person; readonly others: readonly Person[]; readonly number: string }> {
  const [admin, hana, ken, emma] = await Promise.all([signIn(centre, 'admin'), ...(['hana', 'ken', 'emma'] as const).map((agent) => signIn(centre, agent))]) as [Person, Person, Person, Person];
  const number = newNumber('00');
  expect((await admin.post('/v1/callbacks', { routeId: 'sales', number, kind: 'scheduled', at: new Date(Date.now() + 3_600_000).toISOString(), name })).status()).toBe(201);
  await admin.page.goto('/distribution');
  await admin.page.getByText('Manual', { exact: true }).click();
  await admin.page.getByRole('radio', { name: `Choose ${fullNameOf('hana')}` }).check();
  await admin.page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  await admin.page.getByText(`1 callback to ${fullNameOf('hana')}`).waitFor();
  await admin.button('Distribute').click();
  await hana.region('My callbacks (1)').getByText(name, { exact: true }).waitFor();
  for (const agent of [ken, emma, hana]) await agent.setWish('Ready');
  return { admin, hana, others: [ken, emma], number };
}

async function releaseNow(admin: Person, name: string): Promise<void> {
  await admin.page.goto('/wallboard');
  await admin.row(name).getByRole('button', { name: 'Release now' }).click();
}

async function haveNoOffer(agents: readonly Person[]): Promise<void> {
  for (const agent of agents) {
    expect((await agent.desk()).offer).toBeNull();
    expect(await agent.region('Offer').count()).toBe(0);
  }
}

const ALONE_MS = 8_000;

story('a distributed callback is its agent’s first, though others are Ready longer; not taken within the route’s limit, it goes to the others', async (centre) => {
  await centre.setPolicy('sales', { assigneeAloneMs: ALONE_MS, offerTimeoutMs: 3_000 });
  const { admin, hana, others, number } = await distributedToHana(centre, 'Ueda');
  await releaseNow(admin, 'Ueda');
  await hana.region('Offer').getByText('Ueda').waitFor();
  await haveNoOffer(others);
  await hana.region('Offer').waitFor({ state: 'hidden' });
  await centre.setPolicy('sales', { assigneeAloneMs: ALONE_MS, offerTimeoutMs: 60_000 });

  await Promise.race(others.map((agent) => agent.region('Offer').getByText('Ueda').waitFor()));
  const taking = (await others[0]?.desk())?.offer ? others[0] : others[1];
  await taking?.answerOffer('Alt+a');
  await taking?.sees('Call', 'Connected');
  const { offers, dueAt } = await admin.caseWhen(number, ({ status }) => status === 'connected');
  expect(offers.map(({ end }) => end)).toEqual(['missed', 'accepted']);
  expect(offers[0]?.agent?.name).toBe(fullNameOf('hana'));
  expect(Date.parse(offers[1]?.offeredAt ?? '') - Date.parse(String(dueAt))).toBeGreaterThanOrEqual(ALONE_MS);
});

story('where the route says so it stays its agent’s: missed, it is offered to nobody else, and to them again', async (centre) => {
  await centre.setPolicy('sales', { assigneeAloneMs: null, offerTimeoutMs: 3_000, offerBarMs: 3_000 });
  const { admin, hana, others, number } = await distributedToHana(centre, 'Endo');
  await releaseNow(admin, 'Endo');
  await hana.region('Offer').getByText('Endo').waitFor();
  await hana.region('Offer').waitFor({ state: 'hidden' });
  await centre.setPolicy('sales', { assigneeAloneMs: null, offerTimeoutMs: 60_000, offerBarMs: 3_000 });
  await hana.region('Offer').getByText('Endo').waitFor();
  await haveNoOffer(others);
  await hana.answerOffer('Alt+a');
  await hana.sees('Call', 'Connected');
  const { offers } = await admin.caseWhen(number, ({ status }) => status === 'connected');
  expect(offers.map(({ agent, end }) => `${agent?.name}: ${end}`)).toEqual([`${fullNameOf('hana')}: missed`, `${fullNameOf('hana')}: accepted`]);
});
