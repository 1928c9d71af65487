import { DateTime } from 'luxon';
import { askForNow, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { AgentName, Centre } from './system.ts';
import { fullNameOf } from './system.ts';

const story = stories();

/** An agent who is in a conversation of Sales. */
async function talking(centre: Centre, name: AgentName, number: string): Promise<Person> {
  const agent = await signIn(centre, name);
  await agent.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await agent.answerOffer('Alt+a');
  await agent.sees('Call', 'Connected');
  return agent;
}

async function choose({ page }: Person, disposition: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Disposition' }).click();
  await page.getByRole('option', { name: disposition }).click();
}

async function typeAndSave(agent: Person, note: string): Promise<void> {
  await agent.note.fill(note);
  await agent.page.getByText('Saved', { exact: true }).waitFor();
}

story('when the route’s time after a call is over, what the agent had chosen is filed, and the timeline says so', async (centre) => {
  await centre.setPolicy('sales', { afterCallLimitMs: 8_000, dispositionMandatory: true });
  const number = newNumber('00');
  const emma = await talking(centre, 'emma', number);
  await choose(emma, 'Order taken');
  await typeAndSave(emma, 'Two of the blue ones');
  await emma.page.keyboard.press('Tab');
  await emma.button('End').click();
  await emma.sees('Call', /Ready to call.*Done by itself in 0:0/s);
  await emma.page.getByText('No case in hand').waitFor();
  const done = await emma.caseWhen(number, ({ status }) => status === 'completed');
  expect(done).toMatchObject({ disposition: { code: 'order' }, endReason: null, lastNote: 'Two of the blue ones', notes: [{ author: { name: fullNameOf('emma') } }] });
  expect(done.timeline.map(({ type }) => type)).toContain('wrap_up_timed_out');
});

story('without the disposition its route wants it is completed all the same, and a supervisor sees that', async (centre) => {
  await centre.setPolicy('sales', { afterCallLimitMs: 2_000, dispositionMandatory: true });
  const number = newNumber('00');
  const [admin, emma] = [await signIn(centre, 'admin'), await talking(centre, 'emma', number)];
  await emma.button('End').click();
  await emma.page.getByText('No case in hand').waitFor();
  const { id } = await admin.callbackOf(number);
  await admin.page.goto(`/callbacks?open=${id}`);
  await admin.sees('Timeline', 'Time after the call is over');
  await admin.sees('Details', 'no disposition had been chosen');
  await admin.button('Correct disposition').waitFor();
});

story('a supervisor completes a wrap-up that its agent does not come to an end with: what they typed stays theirs', async (centre) => {
  const number = newNumber('00');
  const [admin, emma] = [await signIn(centre, 'admin'), await talking(centre, 'emma', number)];
  await choose(emma, 'Order taken');
  await typeAndSave(emma, 'Went for lunch in the middle of');
  await emma.page.keyboard.press('Tab');
  await emma.button('End').click();
  await emma.sees('Call', 'Ready to call');

  await admin.page.goto('/wallboard?show=after_call');
  const row = admin.page.getByRole('row').filter({ hasText: fullNameOf('emma') });
  await row.getByRole('button', { name: 'Complete wrap-up' }).click();
  const dialogue = admin.page.getByRole('dialog');
  await dialogue.getByText(`${fullNameOf('emma')} has not marked it done`).waitFor();
  expect(await dialogue.getByRole('combobox', { name: 'Disposition' }).inputValue()).toBe('Order taken');
  await dialogue.getByRole('button', { name: 'Complete wrap-up' }).click();
  await emma.page.getByText('No case in hand').waitFor();
  await emma.button('Presence: Ready').waitFor();
  const done = await admin.caseWhen(number, ({ status }) => status === 'completed');
  expect(done.notes).toMatchObject([{ author: { name: fullNameOf('emma') }, text: 'Went for lunch in the middle of' }]);
  expect(done.timeline.findLast(({ type }) => type === 'completed')).toMatchObject({ data: { disposition: 'order' }, actor: { type: 'user' } });
});

story('a code that asks for a new time leads to it, and is filed with the move; a time agreed during the call is not asked for again', async (centre) => {
  const later = { code: 'later', label: { en: 'Another time' }, effect: 'reschedule' } as const;
  await centre.setPolicy('sales', { dispositions: [later], dispositionMandatory: true });
  const noon = DateTime.now().setZone('Asia/Tokyo').plus({ days: 1 }).set({ hour: 12 }).startOf('hour');
  const move = async ({ page }: Person) => {
    const dialogue = page.getByRole('dialog', { name: 'Reschedule' });
    await dialogue.getByLabel('New time').fill(noon.toFormat("yyyy-MM-dd'T'HH:mm"));
    await dialogue.getByRole('button', { name: 'Move to this time' }).click();
    await dialogue.waitFor({ state: 'hidden' });
  };
  const first = newNumber('00');
  const emma = await talking(centre, 'emma', first);
  await emma.button('End').click();
  await choose(emma, 'Another time');
  await emma.button('Mark Done').click();
  await move(emma);
  const moved = await emma.caseWhen(first, ({ status }) => status === 'scheduled');
  expect(moved).toMatchObject({ dueAt: noon.toUTC().toISO(), assignee: { name: fullNameOf('emma') } });
  expect(moved.timeline).toContainEqual(expect.objectContaining({ type: 'disposition_filed', data: { disposition: 'later' } }));

  const second = newNumber('00');
  await askForNow(centre, second, 'sales');
  await emma.answerOffer('Alt+a');
  await emma.sees('Call', 'Connected');
  await emma.button('Reschedule').click();
  await move(emma);
  await emma.button('End').click();
  await emma.sees('Disposition and notes', 'Agreed with the customer');
  await choose(emma, 'Another time');
  await emma.button('Mark Done').click();
  await emma.page.getByText('Name not given: Rescheduled').waitFor();
  expect(await emma.callbackOf(second)).toMatchObject({ status: 'scheduled', dueAt: noon.toUTC().toISO(), disposition: { code: 'later' } });
});

story('a note typed while talking survives a reload, and is on the customer’s history the next time they are called', async (centre) => {
  const number = newNumber('00');
  const emma = await talking(centre, 'emma', number);
  await emma.note.pressSequentially('Moves house in spring');
  await emma.page.reload();
  await emma.sees('Call', 'Connected');
  expect(await emma.note.inputValue()).toBe('Moves house in spring');
  await emma.button('End').click();
  await emma.sees('Call', 'Ready to call');
  await emma.file('Order taken', 'Moves house in spring');
  await askForNow(centre, number, 'sales');
  await emma.answerOffer('Alt+a');
  await emma.sees('Earlier callbacks of this customer', 'Moves house in spring');
});
