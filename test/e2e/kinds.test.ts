import type { Kind } from '../../domain/words.ts';
import { newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { Centre } from './system.ts';
import type { WebForm } from './website.ts';
import { openWebsite } from './website.ts';

const story = stories();

/** What is due soon, of every kind, with the word the offer has for it. */
const KINDS: readonly { readonly kind: Kind; readonly word: string; readonly at: () => { at?: string } }[] = [
  { kind: 'asap', word: 'As soon as possible', at: () => ({}) },
  { kind: 'delayed', word: 'Later', at: () => ({}) },
  { kind: 'scheduled', word: 'At a time', at: () => ({ at: new Date(Date.now() + 2_000).toISOString() }) },
];

const TABLE = KINDS.flatMap((kind) => [true, false].map((preview) => ({ ...kind, preview })));
const SOON = { leadTimeMs: 1_000, offerTimeoutMs: 60_000 };

/** What the offer says of its kind, and shows of the case, before it is answered. */
async function offered(agent: Person, { word, preview }: { word: string; preview: boolean }): Promise<void> {
  const offer = agent.region('Offer');
  await offer.getByText(preview ? `${word} · Preview` : word, { exact: true }).waitFor();
  const order = agent.region('Case').getByText('Two of the blue ones');
  if (preview) await order.waitFor();
  else expect(await order.count()).toBe(0);
}

async function done(agent: Person): Promise<void> {
  await agent.sees('Call', 'Connected');
  await agent.page.keyboard.press('Alt+u');
  await agent.sees('Call', 'Ready to call');
  await agent.button('Mark Done').click();
  await agent.page.getByText('No case in hand').waitFor();
}

async function begin(centre: Centre): Promise<{ hana: Person; ask: (form: WebForm) => Promise<void> }> {
  const [admin, hana] = [await signIn(centre, 'admin'), await signIn(centre, 'hana')];
  return { hana, ask: await openWebsite(centre, admin) };
}

story('on voice each kind, with and without preview, is offered as what it is, and Accept dials at once', async (centre) => {
  const { hana, ask } = await begin(centre);
  await hana.setWish('Ready');
  for (const { kind, word, at, preview } of TABLE) {
    await centre.setPolicy('sales', { ...SOON, preview });
    const number = newNumber('00');
    await ask({ routeId: 'sales', number, kind, origin: 'api', collected: { order: 'Two of the blue ones' }, ...at() });
    await offered(hana, { word, preview });
    expect((await hana.callbackOf(number)).attemptsPlaced).toBe(0);
    await hana.page.keyboard.press('Alt+a');
    await done(hana);
  }
});

story('on web each kind, with and without preview, opens the case on Accept, and dials nothing until Call', async (centre) => {
  const { hana, ask } = await begin(centre);
  await hana.setWish('Ready', 'Web');
  for (const { kind, word, at, preview } of TABLE) {
    await centre.setPolicy('support', { ...SOON, preview, previewTimeoutMs: null });
    const number = newNumber('00');
    await ask({ routeId: 'support', number, kind, origin: 'web', collected: { order: 'Two of the blue ones' }, ...at() });
    await offered(hana, { word, preview });
    await hana.page.keyboard.press('Alt+a');
    await hana.sees('Call', /Preview.*Nothing is dialled until you press Call/s);
    expect((await hana.desk()).live).toMatchObject({ status: 'preview', attempts: [], kind });
    await hana.page.keyboard.press('Alt+c');
    await done(hana);
  }
});

story('on web a preview that nobody acts on dials by itself after the route’s time', async (centre) => {
  const { hana, ask } = await begin(centre);
  await centre.setPolicy('support', { previewTimeoutMs: 2_000 });
  await hana.setWish('Ready', 'Web');
  await ask({ routeId: 'support', number: newNumber('00'), kind: 'asap', origin: 'web' });
  await hana.answerOffer('Alt+a');
  await hana.sees('Call', 'Dials by itself in');
  await done(hana);
});

story('a web callback has a window of its own: what it is about, when the customer can be reached, and Call, Done and Schedule together', async (centre) => {
  const { hana, ask } = await begin(centre);
  await centre.setPolicy('support', { previewTimeoutMs: null });
  await hana.setWish('Ready', 'Web');
  const at = new Date(Date.now() + 1_500).toISOString();
  const windowEndsAt = new Date(Date.now() + 3_600_000).toISOString();
  const form = { subject: 'Cannot sign in', message: 'My code has expired', reachable: 'Weekday mornings', plan: 'Basic' };
  await ask({ routeId: 'support', number: newNumber('00'), name: 'Olivia Chen', kind: 'scheduled', at, windowEndsAt, timeZone: 'Europe/London', origin: 'web', collected: form });
  await hana.answerOffer('Alt+a');
  await hana.sees('Web callback', /Olivia Chen.*–.*London.*Weekday mornings.*Cannot sign in\s+My code has expired/s);
  await hana.sees('From the request', 'Basic');
  await hana.region('Contact').getByRole('button', { name: 'Create a contact' }).waitFor();
  await hana.page.getByRole('tab', { name: 'Standard responses' }).click();
  await hana.page.getByRole('tree', { name: 'Categories and texts' }).waitFor();
  const bar = hana.region('Call');
  for (const name of ['Call', 'Mark Done', 'Reschedule']) await bar.getByRole('button', { name, exact: true }).waitFor();
  await hana.note.fill('Sent a new code instead');
  await bar.getByRole('button', { name: 'Mark Done' }).click();
  await hana.page.getByText('Olivia Chen: Completed').waitFor();
});
