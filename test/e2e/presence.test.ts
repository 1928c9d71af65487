import type { Agent } from '../../console/api/types.ts';
import { until } from '../start/until.ts';
import { askForNow, newNumber } from './customer.ts';
import { layLine } from './line.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { AgentName, Centre } from './system.ts';
import { fullNameOf } from './system.ts';
import { openWebsite } from './website.ts';

const story = stories();

/** What everybody sees of an agent. */
async function presenceOf(admin: Person, name: AgentName): Promise<string | undefined> {
  const { items } = await admin.get<{ items: Agent[] }>('/v1/agents');
  return items.find((agent) => agent.name === fullNameOf(name))?.presence;
}

/** The 30 s since the last heartbeat of a browser that is gone are over. */
async function leasesRunOut({ system: { store } }: Centre): Promise<void> {
  await store.db.updateTable('agent_lease').set({ expires_at: new Date(0) }).execute();
}

async function offersOf(admin: Person, number: string, count: number): Promise<string[]> {
  const { offers } = await admin.caseWhen(number, (known) => known.offers.length === count);
  return offers.map(({ agent, end }) => `${agent?.name}: ${end}`);
}

story('a reload keeps an offer and makes nobody offline; closing the browser gives it to the next agent within 30 s', async (centre) => {
  await centre.setPolicy('sales', { offerTimeoutMs: 120_000 });
  const [admin, hana, emma] = [await signIn(centre, 'admin'), await signIn(centre, 'hana'), await signIn(centre, 'emma')];
  const number = newNumber('00');
  await hana.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await hana.region('Offer').waitFor();
  const { offer } = await hana.desk();
  await emma.setWish('Ready');
  for (let times = 0; times < 3; times += 1) {
    await hana.page.reload();
    expect(await presenceOf(admin, 'hana')).toBe('busy');
  }
  await hana.region('Offer').getByRole('timer').waitFor();
  expect((await hana.desk()).offer?.offerId).toBe(offer?.offerId);

  const closedMs = Date.now();
  await hana.leave();
  await emma.region('Offer').waitFor();
  expect(Date.now() - closedMs).toBeLessThan(30_000);
  expect(await presenceOf(admin, 'hana')).toBe('offline');
  expect(await offersOf(admin, number, 2)).toEqual([`${fullNameOf('hana')}: withdrawn`, `${fullNameOf('emma')}: null`]);
});

story('a preview goes back to the queue when its agent’s network is lost for 30 s', async (centre) => {
  const line = await layLine(centre.system.url);
  const [admin, carlos] = [await signIn(centre, 'admin'), await signIn(centre, 'carlos', line)];
  const ask = await openWebsite(centre, admin);
  const number = newNumber('00');
  await ask({ routeId: 'support', number, kind: 'asap', origin: 'web' });
  await carlos.setWish('Ready', 'Web');
  await carlos.answerOffer('Alt+a');
  await carlos.sees('Call', 'Preview');
  line.cut();
  await leasesRunOut(centre);
  const { attempts, agent } = await admin.caseWhen(number, ({ status }) => status === 'queued');
  expect({ attempts, agent }).toEqual({ attempts: [], agent: null });
  expect(await presenceOf(admin, 'carlos')).toBe('offline');
  line.mend();
  await until(async () => (await presenceOf(admin, 'carlos')) !== 'offline');
  await carlos.region('Offer').waitFor();
});

story('a live call stays up when its agent’s browser is gone, and is theirs when they come back', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const emma = await signIn(centre, 'emma');
  const number = newNumber('00');
  await emma.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await emma.answerOffer('Alt+a');
  await emma.sees('Call', 'Connected');
  const since = (await emma.desk()).live?.connectedAt;
  await emma.context.close();
  await leasesRunOut(centre);
  expect(await presenceOf(admin, 'emma')).toBe('offline');
  const back = await signIn(centre, 'emma');
  await back.sees('Call', 'Connected');
  expect((await back.desk()).live?.connectedAt).toBe(since);
  expect(await presenceOf(admin, 'emma')).toBe('busy');
  await back.button('End').click();
  await back.sees('Call', 'Ready to call');
  await back.file('Order taken', 'Still there');
});

story('presence says Not Ready with its reason, Busy, After-call work, and logged out at once; the next state is reserved meanwhile', async (centre) => {
  // Who sat there in the story before was not signed out: their lease would last into this one's end.
  await leasesRunOut(centre);
  const [admin, emma] = [await signIn(centre, 'admin'), await signIn(centre, 'emma')];
  const choose = async (reason: string) => {
    await emma.page.getByRole('group', { name: 'Voice' }).getByLabel('Reason').selectOption({ label: reason });
    await emma.page.keyboard.press('Escape');
  };
  await emma.setWish('Ready');
  expect(await presenceOf(admin, 'emma')).toBe('ready');
  await emma.setWish('Not ready');
  await emma.button(/^Presence/).click();
  await choose('Meal');
  await emma.button('Presence: Not ready (Meal)').waitFor();
  expect(await presenceOf(admin, 'emma')).toBe('not_ready');

  await emma.setWish('Ready');
  await askForNow(centre, newNumber('00'), 'sales');
  await emma.answerOffer('Alt+a');
  await emma.sees('Call', 'Connected');
  expect(await presenceOf(admin, 'emma')).toBe('busy');
  await emma.button('Presence: Busy').click();
  await emma.page.getByText('When this callback is done').waitFor();
  const voice = emma.page.getByRole('group', { name: 'Voice' });
  await voice.getByRole('button', { name: 'Ready', exact: true, pressed: true }).waitFor();
  await voice.getByRole('button', { name: 'Not ready' }).click();
  await choose('Break');
  await emma.button('Presence: Busy → Not ready (Break)').waitFor();
  await emma.page.reload();
  await emma.sees('Call', 'Connected');
  await emma.page.keyboard.press('Alt+u');
  await emma.button('Presence: After-call work → Not ready (Break)').waitFor();
  expect(await presenceOf(admin, 'emma')).toBe('after_call');
  await emma.file('Order taken', 'Off for a break');
  await emma.button('Presence: Not ready (Break)').waitFor();

  await emma.button(/^User menu/).click();
  await emma.button('Sign out').click();
  await emma.page.getByRole('heading', { name: 'Sign in to Ringback' }).waitFor();
  expect(await presenceOf(admin, 'emma')).toBe('offline');
});

story('who signs out in one of two tabs is gone at once: their offer is the next agent’s, and they come back Not Ready', async (centre) => {
  await leasesRunOut(centre);
  await centre.setPolicy('sales', { offerTimeoutMs: 120_000 });
  const [admin, hana, emma] = [await signIn(centre, 'admin'), await signIn(centre, 'hana'), await signIn(centre, 'emma')];
  const number = newNumber('00');
  await hana.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await hana.region('Offer').waitFor();
  const beside = await hana.anotherTab();
  await beside.region('Offer').waitFor();
  await until(async () => (await centre.system.store.db.selectFrom('agent_lease').select('tab_id').execute()).length >= 3);
  await emma.setWish('Ready');

  await hana.button(/^User menu/).click();
  await hana.button('Sign out').click();
  await hana.page.getByRole('heading', { name: 'Sign in to Ringback' }).waitFor();
  expect(await presenceOf(admin, 'hana')).toBe('offline');
  await emma.region('Offer').waitFor({ timeout: 10_000 });
  expect(await offersOf(admin, number, 2)).toEqual([`${fullNameOf('hana')}: withdrawn`, `${fullNameOf('emma')}: null`]);

  const back = await signIn(centre, 'hana');
  await back.button('Presence: Not ready').waitFor();
  expect(await presenceOf(admin, 'hana')).toBe('not_ready');
});
