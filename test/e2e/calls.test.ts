import { until } from '../start/until.ts';
import { newNumber } from './customer.ts';
import { callOf, hangsUp, heard, isOnHold, onTheLine, seatsWith } from './far-end.ts';
import { answerInvitation, ask, party, talking } from './in-call.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import { fullNameOf } from './system.ts';

const story = stories();

story('the customer is put on hold and taken off, hears the digits, and it is said who hung up', async (centre) => {
  const number = newNumber('00');
  const hana = await talking(centre, 'hana', number);
  await hana.page.keyboard.press('Alt+h');
  await hana.sees('Call', 'On hold');
  await party(hana, 'Name not given', 'on hold');
  expect(await isOnHold(centre, number)).toBe(true);
  await hana.pressAgain('Alt+h');
  await hana.sees('Call', 'Connected');
  await until(async () => !(await isOnHold(centre, number)));

  await hana.page.keyboard.press('Alt+k');
  const keypad = hana.page.getByRole('dialog', { name: 'Keypad' });
  await keypad.getByRole('button', { name: 'Key 5', exact: true }).click();
  await keypad.getByRole('textbox', { name: 'Digits' }).fill('42#');
  await hana.page.keyboard.press('Enter');
  await until(async () => (await heard(centre, number, 'digits')).join('') === '542#');
  await hana.page.keyboard.press('Escape');

  const { sid } = await callOf(centre, number);
  await centre.sandbox('POST', `/calls/${sid}/hangup`, {});
  await hana.sees('Call', /Ready to call.*The customer hung up/s);
  const { timeline } = await hana.caseWhen(number, ({ status }) => status === 'wrap_up');
  expect(timeline.map(({ type }) => type)).toEqual(expect.arrayContaining(['held', 'resumed', 'tones_sent']));
  expect(timeline.filter(({ type }) => type === 'tones_sent').map(({ data }) => data['digits']).join('')).toBe('542#');
  await hana.sees('Timeline', 'Digits sent: 42#');
});

story('a consultation is accepted, swapped, made a conference, and the one who joined is removed', async (centre) => {
  const number = newNumber('01');
  const [hana, emma] = [await talking(centre, 'hana', number), await signIn(centre, 'emma')];
  await ask(hana, 'Alt+l', 'emma', /Emma Brown/);
  await hana.sees('Asked into the call', /Emma Brown is being asked/);
  await hana.sees('Call', 'On hold');
  await emma.sees('Asked into a call', `${fullNameOf('hana')} wants to consult you`);
  await answerInvitation(emma, 'Alt+a');
  await hana.sees('Asked into the call', /You talk to Emma Brown; Name not given is on hold/);
  await hana.sees('Call', 'Consulting');
  await emma.sees('Call', `${fullNameOf('hana')} consults you`);
  await emma.sees('Case', 'Timeline');
  await party(hana, '(consulting) Emma Brown', 'on the line');

  await hana.page.keyboard.press('Alt+w');
  await hana.sees('Asked into the call', /You talk to Name not given; Emma Brown is on hold/);
  await party(hana, '(consulting) Emma Brown', 'on hold');
  await party(hana, 'Name not given', 'on the line');

  // What is shown comes by the stream; the buttons wait for the answer to Swap.
  await hana.page.getByRole('button', { name: 'Make it a conference', disabled: false }).waitFor();
  await hana.page.keyboard.press('Alt+o');
  await hana.region('Asked into the call').waitFor({ state: 'hidden' });
  for (const name of ['You', 'Name not given', 'Emma Brown']) await party(hana, name, 'on the line');
  await emma.sees('Call', 'You take part in a call of');

  await hana.button('Remove Emma Brown from the call').click();
  await emma.page.getByText('No case in hand').waitFor();
  await until(async () => (await hana.page.getByRole('list', { name: 'Parties' }).getByRole('listitem').count()) === 2);
  await hana.page.keyboard.press('Alt+u');
  await hana.sees('Call', 'Ready to call');
  await hana.sees('Timeline', /Somebody asked in: Emma Brown · Consult/);
  await hana.sees('Timeline', /Conference begun: Emma Brown/);
  await hana.sees('Timeline', /Party left: Emma Brown · removed/);
});

story('who has a conference leaves it to who joined in, who talks on with the customer and marks it done', async (centre) => {
  const number = newNumber('04');
  const [hana, emma] = [await talking(centre, 'hana', number), await signIn(centre, 'emma')];
  expect(await hana.button('Leave').count()).toBe(0);
  await ask(hana, 'Alt+o', 'emma', /Emma Brown/);
  await answerInvitation(emma, 'Alt+a');
  await hana.button('Leave').and(hana.page.getByTitle('the call goes on with Emma Brown')).waitFor();
  await hana.page.keyboard.press('Alt+h');
  await hana.sees('Call', 'On hold');

  await hana.page.keyboard.press('Alt+b');
  await hana.page.getByText('Name not given: handed over to Emma Brown').waitFor();
  await emma.button('Hold').waitFor();
  await until(async () => (await onTheLine(centre)).length === 2);
  expect(await isOnHold(centre, number)).toBe(false);
  expect((await seatsWith(centre, number))['customer']?.end_conference_on_exit).toBe(true);
  expect(await hana.desk()).toMatchObject({ live: null, joined: null, presence: { presence: 'ready' } });

  await emma.button('End').click();
  await emma.sees('Call', 'You ended the call');
  await emma.sees('Timeline', /Transferred: Emma Brown/);
  await emma.file('Order taken', 'Hana left it to me');
  const { agent: who, attempts } = await emma.caseWhen(number, ({ status }) => status === 'completed');
  expect([who, attempts.length]).toEqual([null, 1]);
});

story('a consultation is ended by either side, and an invitation taken back', async (centre) => {
  const number = newNumber('02');
  const [hana, emma] = [await talking(centre, 'hana', number), await signIn(centre, 'emma')];
  await ask(hana, 'Alt+l', 'emma', /Emma Brown/);
  await answerInvitation(emma, 'Alt+a');
  await hana.sees('Call', 'Consulting');
  await emma.page.keyboard.press('Alt+u');
  await emma.page.getByText('No case in hand').waitFor();
  await hana.sees('Call', 'Connected');
  await until(async () => !(await isOnHold(centre, number)));

  await ask(hana, 'Alt+l', 'emma', /Emma Brown/);
  await answerInvitation(emma, 'Alt+a');
  await hana.sees('Call', 'Consulting');
  await hana.page.keyboard.press('Alt+l');
  await hana.sees('Call', 'Connected');
  await emma.page.getByText('No case in hand').waitFor();

  await ask(hana, 'Alt+o', 'emma', /Emma Brown/);
  await emma.region('Asked into a call').waitFor();
  await hana.page.keyboard.press('Alt+o');
  await emma.region('Asked into a call').waitFor({ state: 'hidden' });
  await hana.button('Consult').waitFor();
});

story('a transfer to an agent who accepts moves the case to their desk; one who refuses leaves it where it was', async (centre) => {
  const number = newNumber('03');
  const [hana, emma] = [await talking(centre, 'hana', number), await signIn(centre, 'emma')];
  await ask(hana, 'Alt+t', 'emma', /Emma Brown/);
  await answerInvitation(emma, 'Alt+r');
  await hana.sees('Call', /Connected.*Transfer Emma Brown refused\. Name not given is with you again\./s);
  await until(async () => !(await isOnHold(centre, number)));
  await hana.sees('Timeline', /Invitation ended: .*refused/);

  await ask(hana, 'Alt+t', 'emma', /Emma Brown/);
  await answerInvitation(emma, 'Alt+a');
  await emma.button('Hold').waitFor();
  await emma.note.fill('Taken over from Hana');
  await hana.page.getByText('Name not given: handed over to Emma Brown').waitFor();
  expect((await hana.desk()).live).toBeNull();
  await until(async () => (await onTheLine(centre)).length === 2);
  expect(await isOnHold(centre, number)).toBe(false);
  await emma.button('End').click();
  await emma.sees('Call', 'You ended the call');
  await emma.file('Order taken', 'Done');
  const { agent: who, attempts } = await emma.caseWhen(number, ({ status }) => status === 'completed');
  expect([who, attempts.length]).toEqual([null, 1]);
});

story('a transfer to a route finds one of its agents while the customer hears music', async (centre) => {
  const number = newNumber('04');
  const [hana, carlos] = [await talking(centre, 'hana', number), await signIn(centre, 'carlos')];
  await ask(hana, 'Alt+t', 'support', /Support/);
  await hana.sees('Asked into the call', /Looking for somebody free: Support/);
  await until(() => isOnHold(centre, number));
  await carlos.setWish('Ready');
  await answerInvitation(carlos, 'Alt+a');
  await carlos.button('Hold').waitFor();
  await hana.page.getByText(/handed over to Carlos Díaz/).waitFor();
});

story('a transfer to a number leaves the customer with it, and nobody of us on the line', async (centre) => {
  const [number, office] = [newNumber('05'), newNumber('06')];
  const hana = await talking(centre, 'hana', number);
  await ask(hana, 'Alt+t', office, /^Call /);
  await hana.sees('Call', /Ready to call.*You handed the call over/s);
  await until(async () => (await onTheLine(centre)).toSorted().join() === [number, office].toSorted().join());
  expect(await isOnHold(centre, number)).toBe(false);
  await hana.file('Order taken', 'The office goes on');
  await hangsUp(centre, number);
  await until(async () => (await onTheLine(centre)).length === 0);
});

story('a number that is busy leaves the customer with the agent, and the timeline says so', async (centre) => {
  const [number, office] = [newNumber('07'), newNumber('10')];
  const hana = await talking(centre, 'hana', number);
  await ask(hana, 'Alt+t', office, /^Call /);
  await hana.sees('Timeline', /Invitation ended: .*Busy/);
  await hana.sees('Call', 'Connected');
  await until(async () => !(await isOnHold(centre, number)));
});

story('a number where a machine answers leaves the customer with the agent, who is told', async (centre) => {
  const [number, office] = [newNumber('08'), newNumber('30')];
  const hana = await talking(centre, 'hana', number);
  await ask(hana, 'Alt+t', office, /^Call /);
  await hana.sees('Call', /Connected.*Transfer A machine answered: .*\. Name not given is with you again\./s);
  await hana.sees('Timeline', /Invitation ended: .*Answering machine/);
  await until(async () => !(await isOnHold(centre, number)));
  expect(await onTheLine(centre)).not.toContain(office);
});

story('a contact is consulted and hangs up; one of a route’s agents is consulted; a number joins in at once', async (centre) => {
  const [number, office, lawyer] = [newNumber('00'), newNumber('01'), newNumber('02')];
  const [hana, carlos] = [await talking(centre, 'hana', number), await signIn(centre, 'carlos')];
  expect((await hana.post('/v1/contacts', { name: 'Back office', numbers: [{ number: office }] })).status()).toBe(201);
  await ask(hana, 'Alt+l', 'Back office', /Back office/);
  await hana.sees('Asked into the call', /You talk to Back office; Name not given is on hold/);
  await party(hana, '(consulting) Back office', 'on the line');
  expect(await isOnHold(centre, number)).toBe(true);
  await hangsUp(centre, office);
  await hana.sees('Call', 'Connected');
  await until(async () => !(await isOnHold(centre, number)));

  await carlos.setWish('Ready');
  await ask(hana, 'Alt+l', 'support', /Support/);
  await answerInvitation(carlos, 'Alt+a');
  await hana.sees('Asked into the call', /You talk to Carlos Díaz/);
  await hana.page.keyboard.press('Alt+t');
  await carlos.button('Hold').waitFor();
  await hana.page.getByText(/handed over to Carlos Díaz/).waitFor();
  await until(async () => !(await isOnHold(centre, number)));

  await ask(carlos, 'Alt+o', lawyer, /^Call /);
  await until(async () => (await onTheLine(centre)).filter((to) => [number, lawyer].includes(to)).length === 2);
  for (const [role, endsCall] of [['customer', false], ['target', false]] as const) await until(async () => (await seatsWith(centre, number))[role]?.end_conference_on_exit === endsCall);
  expect(await isOnHold(centre, number)).toBe(false);
  await carlos.button('End').click();
  await until(async () => (await onTheLine(centre)).length === 0);
});

story('Help is asked for and withdrawn; where the route allows it the recording begins, pauses and goes on, and is played in the case', async (centre) => {
  await centre.setPolicy('sales', { recording: 'on_demand' });
  const hana = await talking(centre, 'hana', newNumber('08'));
  await hana.page.keyboard.press('Alt+q');
  await hana.sees('Call', 'Help asked for');
  await hana.pressAgain('Alt+q');
  await hana.region('Call').getByText('Help asked for').waitFor({ state: 'hidden' });
  await hana.page.keyboard.press('Alt+v');
  await hana.region('Call').getByText('Recording', { exact: true }).waitFor();
  await hana.pressAgain('Alt+v');
  await hana.sees('Call', 'Recording paused');
  await hana.pressAgain('Alt+v');
  await hana.region('Call').getByText('Recording', { exact: true }).waitFor();
  await hana.page.keyboard.press('Alt+u');
  await hana.sees('Call', 'Ready to call');
  const player = hana.region('Recordings').locator('audio');
  await player.evaluate((audio: { play(): Promise<void> }) => audio.play());
  await until(() => player.evaluate((audio: { currentTime: number }) => audio.currentTime > 0));
});

story('the call is held and ended from another screen', async (centre) => {
  const number = newNumber('09');
  const hana = await talking(centre, 'hana', number);
  await hana.page.getByRole('link', { name: 'Callbacks', exact: true }).click();
  await hana.page.getByRole('heading', { level: 1 }).waitFor();
  await hana.page.keyboard.press('Alt+h');
  await hana.sees('Call', 'On hold');
  await hana.page.keyboard.press('Alt+u');
  await hana.sees('Call', 'You ended the call');
  await until(async () => (await onTheLine(centre)).length === 0);
});
