import { seriousFindings } from './served/axe.ts';
import { TANAKA } from './served/contacts.ts';
import { administratorMe, agentMe, caseOf, deskOf, minutesFromNow } from './served/people.ts';
import { button, change, eachInChromium, open, page, served, until, wrapUp } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const dialogue = () => page.getByRole('dialog', { name: 'Reschedule' });
const sent = () => served.bodies('POST', '/reschedule');
const submit = () => dialogue().getByRole('button', { name: 'Move to this time' }).click();
const time = () => dialogue().getByLabel('New time');

async function openDialogue(live = wrapUp()): Promise<void> {
  served.known.me = agentMe;
  served.known.desk = deskOf({ live });
  await open('/desk');
  await button('Reschedule').click();
  await dialogue().waitFor();
}

test('a time in the centre’s zone stays with its agent, on the same number', async () => {
  await openDialogue();
  await time().fill('2027-03-01T14:30');
  await submit();
  await dialogue().waitFor({ state: 'hidden' });
  expect(sent()).toEqual([{ at: '2027-03-01T05:30:00.000Z', staysWithAgent: true }]);
});

test('date, time, zone, another number, and the queue are sent together', async () => {
  await openDialogue(wrapUp({ timeZone: 'Europe/London' }));
  await time().fill('2027-03-01T14:30');
  await dialogue().getByRole('combobox', { name: 'Time zone' }).click();
  await page.getByRole('option', { name: 'Europe/London (the customer)' }).click();
  await dialogue().getByText('1 Mar 2027 23:30 in the centre', { exact: false }).waitFor();
  await dialogue().getByLabel('Another number').fill(' 03-1234-5999 ');
  await dialogue().getByText('It goes to the queue').click();
  await submit();
  await dialogue().waitFor({ state: 'hidden' });
  expect(sent()).toEqual([{ at: '2027-03-01T14:30:00.000Z', staysWithAgent: false, number: '03-1234-5999', timeZone: 'Europe/London' }]);
});

test('the contact’s other numbers are choices, with what they are', async () => {
  await openDialogue(wrapUp({ contact: { id: TANAKA.id, name: TANAKA.name, reading: TANAKA.reading } }));
  const choices = dialogue().getByRole('group', { name: 'Other numbers of 田中 結衣' }).getByRole('button');
  await choices.first().waitFor();
  expect(await choices.allInnerTexts()).toEqual(['03-1234-5678 · Work']);
  await choices.first().press('Enter');
  await time().fill('2027-03-01T14:30');
  expect(await seriousFindings(page)).toEqual([]);
  await submit();
  await dialogue().waitFor({ state: 'hidden' });
  expect(sent()).toEqual([{ at: '2027-03-01T05:30:00.000Z', staysWithAgent: true, number: '+81312345678' }]);
});

test('any other zone is found by typing', async () => {
  await openDialogue();
  await dialogue().getByRole('combobox', { name: 'Time zone' }).fill('new york');
  await page.getByRole('option', { name: 'America/New York' }).click();
  await time().fill('2027-03-01T14:30');
  await submit();
  await until(sent, (bodies) => bodies.length === 1);
  expect(sent()).toEqual([{ at: '2027-03-01T19:30:00.000Z', staysWithAgent: true, timeZone: 'America/New_York' }]);
});

test('a time outside the hours is refused with the next that are free, one press each', async () => {
  const free = ['2027-03-02T00:00:00.000Z', '2027-03-02T00:30:00.000Z'];
  served.known.refusals.set('POST /v1/callbacks/live/reschedule', problem('closed_then', 'Billing is closed at that time. The next time that is free is Tuesday.', { free }));
  await openDialogue(wrapUp({ timeZone: 'Europe/London' }));
  await time().fill('2027-03-01T23:30');
  await submit();
  expect(await dialogue().getByRole('alert').innerText()).toBe('The route is closed at that time.');
  const choices = dialogue().getByRole('group', { name: 'Closed at that time. The next that are free' });
  expect(await choices.getByRole('button').count()).toBe(2);
  served.known.refusals.clear();
  await choices.getByRole('button').nth(1).click();
  expect(await time().inputValue()).toBe('2027-03-02T09:30');
  await dialogue().getByRole('alert').waitFor({ state: 'detached' });
  await submit();
  await dialogue().waitFor({ state: 'hidden' });
  expect(sent().at(-1)).toEqual({ at: free[1], staysWithAgent: true });
});

describe('for a customer whose clock is another than the centre’s', () => {
  const inLosAngeles = () => wrapUp({ timeZone: 'America/Los_Angeles' });

  test('the free times, the time chosen and the end of the window stand on theirs, too', async () => {
    await openDialogue(inLosAngeles());
    const free = dialogue().getByRole('group', { name: 'Next free times' }).getByRole('button');
    await free.first().waitFor();
    for (const name of await free.allInnerTexts()) expect(name).toMatch(/ · .*\d\d:\d\d Los Angeles$/);
    await time().fill('2027-03-02T10:00');
    await dialogue().getByText('Mon 1 Mar 2027 17:00 Los Angeles for the customer').waitFor();
    await dialogue().getByLabel('End of the window').fill('2027-03-02T11:00');
    await dialogue().getByText('Mon 1 Mar 2027 18:00 Los Angeles for the customer').waitFor();
  });

  /** Types a time into the dialogue of this name: free times and it are on the customer's clock, too. */
  async function expectTheirClock(name: string): Promise<void> {
    const asked = page.getByRole('dialog', { name });
    const free = asked.getByRole('group', { name: 'Next free times' }).getByRole('button');
    await free.first().waitFor();
    for (const time of await free.allInnerTexts()) expect(time).toMatch(/ · .*\d\d:\d\d Los Angeles$/);
    await asked.getByLabel('Desired time').fill('2027-03-02T10:00');
    await asked.getByText('Mon 1 Mar 2027 17:00 Los Angeles for the customer').waitFor();
  }

  test('the time for which an ended callback is re-opened stands on theirs, too', async () => {
    served.known.me = administratorMe;
    served.known.cases = [caseOf({ id: 'done', status: 'completed', endedAt: minutesFromNow(-5), timeZone: 'America/Los_Angeles' })];
    await open('/callbacks?open=done');
    await button('Re-open').click();
    await page.getByRole('dialog').getByText('At a time').click();
    await expectTheirClock('Re-open this callback');
  });

  test('the time of a callback requested for a contact stands on theirs, too, as long as it is to the contact’s number', async () => {
    served.known.me = agentMe;
    served.known.contacts = [{ ...TANAKA, timeZone: 'America/Los_Angeles' }];
    await open(`/contacts?open=${TANAKA.id}`);
    await button('Request a callback 090-1234-5678').click();
    const asked = page.getByRole('dialog', { name: 'New callback' });
    await asked.getByRole('combobox', { name: 'Route' }).selectOption('route-billing');
    await asked.getByText('At a time').click();
    await expectTheirClock('New callback');
    await asked.getByLabel('Telephone number').fill('090-0000-0000');
    await asked.getByText('for the customer').waitFor({ state: 'detached' });
  });

  test('in their zone the centre’s time stands below, and theirs not again; in the same zone neither does', async () => {
    await openDialogue(inLosAngeles());
    await time().fill('2027-03-02T10:00');
    await dialogue().getByText('for the customer').waitFor();
    await dialogue().getByRole('combobox', { name: 'Time zone' }).click();
    await page.getByRole('option', { name: 'America/Los_Angeles (the customer)' }).click();
    await dialogue().getByText('Wed 3 Mar 2027 03:00 in the centre').waitFor();
    expect(await dialogue().getByText('for the customer').count()).toBe(0);
    change({ live: wrapUp({ timeZone: 'Asia/Tokyo' }) });
    const zone = dialogue().getByRole('combobox', { name: 'Time zone' });
    // What is typed before the case has come anew would be taken away by the zones that come with it.
    await until(() => zone.inputValue(), (name) => !name.includes('the customer'));
    await zone.fill('tokyo');
    await page.getByRole('option', { name: 'Asia/Tokyo (the centre)' }).click();
    await dialogue().getByText('in the centre', { exact: false }).waitFor({ state: 'detached' });
    expect(await dialogue().getByText('for the customer').count()).toBe(0);
  });

  test.each(['New time', 'End of the window'])('a time that their clocks leave out is none, which its field says at once: %s', async (field) => {
    await openDialogue(inLosAngeles());
    await dialogue().getByRole('combobox', { name: 'Time zone' }).click();
    await page.getByRole('option', { name: 'America/Los_Angeles (the customer)' }).click();
    await time().fill('2027-03-14T01:30');
    await dialogue().getByLabel(field).fill('2027-03-14T02:30');
    const error = dialogue().locator('.mantine-InputWrapper-error').getByText('The clocks go forward that night: there is no such time.');
    await error.waitFor();
    await submit();
    await dialogue().getByLabel(field).fill('2027-03-14T03:30');
    await error.waitFor({ state: 'detached' });
    await submit();
    await dialogue().waitFor({ state: 'hidden' });
    expect(sent()).toHaveLength(1);
  });

  test('the time agreed during the call stands in the filing on theirs, too', async () => {
    const { timeline, ...live } = inLosAngeles();
    const [entry] = timeline;
    if (!entry) throw new Error('There is no timeline');
    served.known.desk = deskOf({ live: { ...live, timeline: [...timeline, { ...entry, key: 'moved', type: 'rescheduled', data: { dueAt: '2027-03-02T01:00:00.000Z' } }] } });
    await open('/desk');
    await page.getByText('Agreed with the customer: Tue 2 Mar 2027 10:00 (Mon 1 Mar 2027 17:00 Los Angeles).', { exact: false }).waitFor();
  });
});

test('a window that ends before it begins is refused at its field, before anything is sent', async () => {
  await openDialogue();
  await time().fill('2027-03-01T14:30');
  await dialogue().getByLabel('End of the window').fill('2027-03-01T14:30');
  expect(await dialogue().getByText('The window ends before it begins.').count()).toBe(0);
  await submit();
  await dialogue().locator('.mantine-InputWrapper-error').getByText('The window ends before it begins.').waitFor();
  expect(sent()).toEqual([]);
  await dialogue().getByLabel('End of the window').fill('2027-03-01T15:00');
  await dialogue().locator('.mantine-InputWrapper-error').waitFor({ state: 'detached' });
  await submit();
  await dialogue().waitFor({ state: 'hidden' });
  expect(sent()).toEqual([{ at: '2027-03-01T05:30:00.000Z', windowEndsAt: '2027-03-01T06:00:00.000Z', staysWithAgent: true }]);
});

test('during a call it is said that the number holds when the call is over; a number that has a callback is said at its field', async () => {
  served.known.refusals.set('POST /v1/callbacks/live/reschedule', problem('number_has_callback', 'This route has another open callback of that number.'));
  await openDialogue(caseOf({ id: 'live', status: 'connected', connectedAt: new Date().toISOString() }));
  await dialogue().getByText('Holds when this call is over. Empty: 090-1234-5678 stays').waitFor();
  await time().fill('2027-03-01T14:30');
  await dialogue().getByLabel('Another number').fill('03-1234-5999');
  await submit();
  await dialogue().locator('.mantine-InputWrapper-error').getByText('This route has another open callback of that number.').waitFor();
  expect(await dialogue().getByRole('alert').count()).toBe(0);
});

test('without a time it asks for one, and sends nothing; it has no serious findings by axe', async () => {
  await openDialogue();
  await submit();
  await dialogue().getByText('Choose a time.').waitFor();
  expect(sent()).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
});
