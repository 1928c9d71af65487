import { until } from '../start/until.ts';
import { administratorAtADesk } from './administrators.ts';
import { newNumber } from './customer.ts';
import type { Seat } from './far-end.ts';
import { hangsUp, isOnHold, onTheLine, seatsWith } from './far-end.ts';
import { answerInvitation, ask, party, talking } from './in-call.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { Centre } from './system.ts';
import { ADMINISTRATOR_NAME, fullNameOf } from './system.ts';

const story = stories();

/** Waits until the network has a party sitting so. */
async function sits(centre: Centre, number: string, role: string, so: Partial<Seat>): Promise<void> {
  let seat: Seat | undefined;
  const isSo = () => Object.entries(so).every(([field, value]) => seat?.[field as keyof Seat] === value);
  await until(async () => (seat = (await seatsWith(centre, number))[role]) !== undefined && isSo()).catch(() => expect(seat).toMatchObject(so));
}

const EVERYBODY_HEARS = { muted: false, hold: false, coaching: false } as const;

const alert = ({ page }: Person) => page.getByRole('region', { name: 'Asks for help' });

story('an agent asks for help: a supervisor is alerted, listens, speaks to the agent alone, barges in, and takes the call over', async (centre) => {
  const number = newNumber('00');
  const [hana, mori] = [await talking(centre, 'hana', number), await administratorAtADesk(centre)];
  await hana.page.keyboard.press('Alt+q');
  await alert(mori).getByText(`${fullNameOf('hana')} asks for help: Name not given (Sales)`).waitFor();

  await alert(mori).getByRole('button', { name: 'Listen' }).click();
  await mori.sees('Call', `You listen to a call of ${fullNameOf('hana')}`);
  await party(hana, ADMINISTRATOR_NAME, 'listening');
  await sits(centre, number, 'supervisor', { muted: true, hold: false, coaching: false, end_conference_on_exit: false });

  await alert(mori).getByRole('button', { name: 'Coach' }).click();
  await mori.sees('Call', `You speak to ${fullNameOf('hana')} alone`);
  await party(hana, ADMINISTRATOR_NAME, 'heard by you alone');
  const { agent } = await seatsWith(centre, number);
  await sits(centre, number, 'supervisor', { muted: false, coaching: true, call_sid_to_coach: agent?.call_sid ?? '' });

  await alert(mori).getByRole('button', { name: 'Barge in' }).click();
  await mori.sees('Call', `You take part in a call of ${fullNameOf('hana')} as a supervisor`);
  await party(hana, ADMINISTRATOR_NAME, 'on the line');
  for (const role of ['supervisor', 'agent', 'customer']) await sits(centre, number, role, EVERYBODY_HEARS);

  await alert(mori).getByRole('button', { name: 'Take over' }).click();
  await hana.page.getByText(`Name not given: taken over by ${ADMINISTRATOR_NAME}`).waitFor();
  await alert(mori).waitFor({ state: 'hidden' });
  await until(async () => Object.keys(await seatsWith(centre, number)).toSorted().join() === 'customer,supervisor');
  await sits(centre, number, 'customer', { ...EVERYBODY_HEARS, end_conference_on_exit: true });
  await hana.button('Presence: Ready').waitFor();
  await mori.page.getByRole('link', { name: 'Desk', exact: true }).click();
  await mori.sees('Call', 'Connected');
  await mori.page.keyboard.press('Alt+h');
  await until(() => isOnHold(centre, number));
  await mori.page.keyboard.press('Alt+u');
  await mori.sees('Call', 'You ended the call');
  await until(async () => (await onTheLine(centre)).length === 0);
  await mori.file('Order taken', 'Settled it myself');
  const { timeline } = await mori.caseWhen(number, ({ status }) => status === 'completed');
  expect(timeline.filter(({ type }) => type === 'supervised').map(({ data }) => data['how'])).toEqual(['listen', 'coach', 'barge']);
  expect(timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['help_wanted', 'taken_over']));
});

story('from the live calls: a supervisor coaches the agent beside a colleague who is consulted, leaves, and is let go when the call ends', async (centre) => {
  const number = newNumber('01');
  const [hana, emma, mori] = [await talking(centre, 'hana', number), await signIn(centre, 'emma'), await administratorAtADesk(centre)];
  await mori.page.goto('/wallboard');
  const live = mori.page.getByRole('row').filter({ hasText: 'Name not given' });
  await live.getByRole('button', { name: 'Coach' }).click();
  await party(hana, ADMINISTRATOR_NAME, 'heard by you alone');

  await ask(hana, 'Alt+l', 'emma', /Emma Brown/);
  await answerInvitation(emma, 'Alt+a');
  await hana.sees('Call', 'Consulting');
  await live.getByText('With Emma Brown').waitFor();
  for (const [name, state] of [['You', 'on the line'], ['Name not given', 'on hold'], ['(consulting) Emma Brown', 'on the line'], [ADMINISTRATOR_NAME, 'heard by you alone']] as const) await party(hana, name, state);
  const { agent } = await seatsWith(centre, number);
  await sits(centre, number, 'supervisor', { muted: false, coaching: true, call_sid_to_coach: agent?.call_sid ?? '' });
  await sits(centre, number, 'customer', { hold: true, end_conference_on_exit: false });
  await sits(centre, number, 'target', EVERYBODY_HEARS);
  await hana.page.keyboard.press('Alt+l');
  await emma.page.getByText('No case in hand').waitFor();

  await live.getByRole('button', { name: 'Leave' }).click();
  await until(async () => Object.keys(await seatsWith(centre, number)).toSorted().join() === 'agent,customer');
  await sits(centre, number, 'customer', { ...EVERYBODY_HEARS, end_conference_on_exit: true });
  await live.getByRole('button', { name: 'Leave' }).waitFor({ state: 'hidden' });

  await live.getByRole('button', { name: 'Listen' }).click();
  await party(hana, ADMINISTRATOR_NAME, 'listening');
  await hangsUp(centre, number);
  await hana.sees('Call', 'The customer hung up');
  await until(async () => (await onTheLine(centre)).length === 0);
  await mori.page.getByText('Nobody is on a call.').waitFor();
  await until(async () => (await mori.desk()).joined === null);
});

story('a supervisor takes the call over in the middle of a consultation: the desk it leaves names them, and not whoever was consulted', async (centre) => {
  const number = newNumber('02');
  const [hana, emma, mori] = [await talking(centre, 'hana', number), await signIn(centre, 'emma'), await administratorAtADesk(centre)];
  await ask(hana, 'Alt+l', 'emma', /Emma Brown/);
  await answerInvitation(emma, 'Alt+a');
  await hana.sees('Call', 'Consulting');
  await mori.page.goto('/wallboard');
  const live = mori.page.getByRole('row').filter({ hasText: 'Name not given' });
  await live.getByRole('button', { name: 'Listen' }).click();
  await party(hana, ADMINISTRATOR_NAME, 'listening');

  await live.getByRole('button', { name: 'Take over' }).click();
  const said = hana.page.getByText(/Name not given: /);
  await said.waitFor();
  expect((await said.innerText()).trim()).toBe(`Name not given: taken over by ${ADMINISTRATOR_NAME}`);
  await emma.page.getByText('No case in hand').waitFor();
  await until(async () => Object.keys(await seatsWith(centre, number)).toSorted().join() === 'customer,supervisor');
  await sits(centre, number, 'customer', { ...EVERYBODY_HEARS, end_conference_on_exit: true });
  expect((await mori.desk()).live?.number).toBe(number);
});
