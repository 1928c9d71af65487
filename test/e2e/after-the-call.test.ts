import { DateTime } from 'luxon';
import type { WeeklyHours } from '../../domain/hours.ts';
import type { Case } from '../../console/api/types.ts';
import { askForNow, callInToWhen, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { AgentName, Centre } from './system.ts';
import { fullNameOf } from './system.ts';

const story = stories();

/** An agent who has accepted a callback of Sales and sees how its call fares. */
async function inHand(centre: Centre, name: AgentName, number: string, sees: string | RegExp): Promise<Person> {
  const agent = await signIn(centre, name);
  await agent.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await agent.answerOffer('Alt+a');
  await agent.sees('Call', sees);
  return agent;
}

/** Open day and night, but for one day of the week (ISO: Monday is 1). */
function daysBut(closed: number): WeeklyHours {
  const open = [1, 2, 3, 4, 5, 6, 7].filter((day) => day !== closed);
  return Object.fromEntries(open.map((day) => [day, [{ from: '00:00', to: '24:00' }]]));
}

/** Fills in the dialogue of Reschedule for tomorrow noon in the centre's zone. Answers that instant. */
async function moveToTomorrowNoon({ page }: Person): Promise<string> {
  const noon = DateTime.now().setZone('Asia/Tokyo').plus({ days: 1 }).set({ hour: 12 }).startOf('hour');
  const dialogue = page.getByRole('dialog', { name: 'Reschedule' });
  await dialogue.getByLabel('New time').fill(noon.toFormat("yyyy-MM-dd'T'HH:mm"));
  await dialogue.getByRole('button', { name: 'Move to this time' }).click();
  await dialogue.waitFor({ state: 'hidden' });
  return noon.toUTC().toISO() ?? '';
}

const outcomes = ({ attempts }: Case) => attempts.map(({ outcome, byHand }) => ({ outcome, byHand }));

story('after busy the case stays with the agent: Call again is a new attempt, and Done files it', async (centre) => {
  const number = newNumber('10');
  const emma = await inHand(centre, 'emma', number, /Ready to call.*Last attempt: Busy.*Stays with you for/s);
  await emma.page.keyboard.press('Alt+c');
  const after = await emma.caseWhen(number, (known) => known.attempts.length === 2 && known.status === 'wrap_up');
  expect(outcomes(after)).toEqual([{ outcome: 'busy', byHand: false }, { outcome: 'busy', byHand: true }]);
  await emma.sees('Call', 'Last attempt: Busy');
  await emma.file('Not interested', 'Always on the telephone');
  expect(await emma.callbackOf(number)).toMatchObject({ status: 'completed', attemptsPlaced: 2, disposition: { code: 'not_interested' } });
});

story('when the route’s time is over after busy, the callback waits for its next try and the agent is free', async (centre) => {
  await centre.setPolicy('sales', { afterAttemptMs: 6000 });
  const number = newNumber('10');
  const emma = await inHand(centre, 'emma', number, 'Last attempt: Busy');
  const { status, dueAt, timeline } = await emma.caseWhen(number, ({ status }) => status === 'scheduled');
  expect(status).toBe('scheduled');
  expect(Date.parse(dueAt ?? '')).toBeGreaterThan(Date.now() + 9 * 60_000);
  expect(timeline).toContainEqual(expect.objectContaining({ type: 'retry_planned', data: { outcome: 'busy', dueAt } }));
  await emma.button('Presence: Ready').waitFor();
});

story('after busy, Schedule moves the callback to an agreed time', async (centre) => {
  const number = newNumber('10');
  const hana = await inHand(centre, 'hana', number, 'Last attempt: Busy');
  await hana.page.keyboard.press('Alt+s');
  const at = await moveToTomorrowNoon(hana);
  await hana.page.getByText('Name not given: Rescheduled').waitFor();
  expect(await hana.callbackOf(number)).toMatchObject({ status: 'scheduled', kind: 'scheduled', dueAt: at, assignee: { name: fullNameOf('hana') } });
});

story('a time agreed during the conversation holds when the call is over', async (centre) => {
  const number = newNumber('00');
  const hana = await inHand(centre, 'hana', number, 'Connected');
  await hana.button('Reschedule').click();
  const at = await moveToTomorrowNoon(hana);
  await hana.sees('Call', 'Connected');
  await hana.page.keyboard.press('Alt+u');
  await hana.sees('Call', 'Ready to call');
  await hana.button('Mark Done').click();
  const moved = await hana.caseWhen(number, ({ status }) => status === 'scheduled');
  expect(moved).toMatchObject({ dueAt: at, lastOutcome: 'answered' });
});

story('a time outside the hours is refused with the next that are free; the call moves to one of them, to another number, and to the queue', async (centre) => {
  const [number, other] = [newNumber('00'), newNumber('01')];
  const hana = await inHand(centre, 'hana', number, 'Connected');
  await centre.setPolicy('sales', { hours: daysBut(DateTime.now().setZone('Asia/Tokyo').plus({ days: 1 }).weekday) });
  await hana.button('Reschedule').click();
  const dialogue = hana.page.getByRole('dialog', { name: 'Reschedule' });
  await dialogue.getByLabel('New time').fill(`${DateTime.now().setZone('Asia/Tokyo').plus({ days: 1 }).toISODate()}T12:00`);
  await dialogue.getByRole('button', { name: 'Move to this time' }).click();
  await dialogue.getByRole('alert').filter({ hasText: 'closed' }).waitFor();
  const free = dialogue.getByRole('group', { name: /^Closed at that time/ }).getByRole('button');
  await free.last().click();
  const at = DateTime.fromISO(await dialogue.getByLabel('New time').inputValue(), { zone: 'Asia/Tokyo' }).toUTC().toISO();
  await dialogue.getByLabel('Another number').fill(other);
  await dialogue.getByText('It goes to the queue').click();
  await dialogue.getByRole('button', { name: 'Move to this time' }).click();
  await dialogue.waitFor({ state: 'hidden' });
  await hana.page.keyboard.press('Alt+u');
  await hana.sees('Call', 'Ready to call');
  await hana.button('Mark Done').click();
  await hana.page.getByText('Name not given: Rescheduled').waitFor();
  const admin = await signIn(centre, 'admin');
  expect(await admin.callbackOf(other)).toMatchObject({ status: 'scheduled', dueAt: at, number: other, assignee: null });
});

story('the administrator moves a waiting callback from its panel, with the customer asking at another time', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const number = newNumber('01');
  const call = await callInToWhen(centre, number, 'sales');
  await call.press('2');
  await call.hear(/on the number ending in/);
  await call.hangUp();
  const { id } = await admin.callbackOf(number);
  await admin.page.goto(`/callbacks?open=${id}`);
  await admin.button('Reschedule').click();
  const at = await moveToTomorrowNoon(admin);
  await admin.sees('Timeline', 'Rescheduled');
  expect(await admin.callbackOf(number)).toMatchObject({ status: 'scheduled', dueAt: at });
});

story('cancelling from the list ends the callback once, and says who did it and why', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const number = newNumber('02');
  await askForNow(centre, number, 'sales');
  const { id } = await admin.callbackOf(number);
  await admin.page.goto(`/callbacks?open=${id}`);
  await admin.button('Cancel request').click();
  await admin.page.getByRole('textbox', { name: 'Reason' }).fill('The customer wrote an e-mail');
  await admin.button('Cancel the request').click();
  await admin.sees('Timeline', 'Request cancelled: The customer wrote an e-mail');
  await admin.button('Cancel request').waitFor({ state: 'hidden' });
  const again = await admin.post(`/v1/callbacks/${id}/cancel`, {});
  expect([again.status(), (await again.json()).code]).toEqual([409, 'callback_over']);
  const { timeline } = await admin.caseWhen(number, ({ status }) => status === 'cancelled');
  expect(timeline.filter(({ type }) => type === 'cancelled')).toHaveLength(1);
});

story('a callback is completed without a call, with the disposition its route wants', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const number = newNumber('03');
  await askForNow(centre, number, 'billing');
  const { id } = await admin.callbackOf(number);
  await admin.page.goto(`/callbacks?open=${id}`);
  await admin.button('Complete').click();
  const dialogue = admin.page.getByRole('dialog', { name: 'Complete without a call' });
  await dialogue.getByRole('button', { name: 'Complete' }).click();
  await dialogue.getByText('This route wants a disposition').waitFor();
  await dialogue.getByRole('combobox', { name: 'Disposition' }).click();
  await admin.page.getByRole('option', { name: 'Payment arranged' }).click();
  await dialogue.getByRole('textbox', { name: 'Note' }).fill('Paid at the counter');
  await dialogue.getByRole('button', { name: 'Complete' }).click();
  await admin.sees('Timeline', 'Completed: Payment arranged');
  await admin.sees('Notes', 'Paid at the counter');
  expect(await admin.callbackOf(number)).toMatchObject({ status: 'completed', attemptsPlaced: 0, disposition: { code: 'paid' } });
});
