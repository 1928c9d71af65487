import { readFile } from 'node:fs/promises';
import ExcelJS from 'exceljs';
import { callIn, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { AgentName, Centre } from './system.ts';
import { fullNameOf } from './system.ts';

const story = stories();

/** As the console shows a number to viewers in its country. */
function shown(number: string): string {
  return `(${number.slice(2, 5)}) ${number.slice(5, 8)}-${number.slice(8)}`;
}

/** The heading's row, and the row of a number, of the workbook the administrator downloads. */
async function downloadedRow({ page, button }: Pick<Person, 'page' | 'button'>, number: string): Promise<Record<string, unknown>> {
  const [download] = await Promise.all([page.waitForEvent('download'), button('Excel').click()]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile(await download.path())) as never);
  const [sheet] = workbook.worksheets;
  const rows = (sheet?.getSheetValues() ?? []) as unknown[][];
  const [headings = [], ...others] = rows.slice(1);
  const row = others.find((values) => values.includes(number)) ?? [];
  return Object.fromEntries(Array.from(headings, (heading, column) => [String(heading), row[column]]));
}

/** The timeline's lines as the case shows them, oldest first. */
async function timelineOf(person: Person): Promise<string[]> {
  const lines = await person.region('Timeline').getByRole('listitem').allInnerTexts();
  return lines.toReversed().map((line) => line.replaceAll(/\s+/g, ' ').replace(/^.*?\d\d:\d\d:\d\d /, ''));
}

/** A customer calls the route, hears their number, and asks to be called back now, with a word on why. */
async function requestByTelephone(centre: Centre, number: string): Promise<void> {
  const call = await callIn(centre, number, 'sales');
  await call.hear(/Thank you for calling Sales.*For English, press 1/);
  await call.press('1');
  const spaced = [number.slice(2, 5), number.slice(5, 8), number.slice(8)].map((group) => group.split('').join(' ')).join(', ');
  expect(await call.hear(/press 1 or say yes/)).toContain(spaced);
  await call.press('1');
  await call.hear(/as soon as possible, press 1/);
  await call.press('1');
  await call.hear(/as soon as one of us is free.*what it is about/);
  await call.say('A question about my order');
  expect(await call.toTheEnd()).toMatch(/Goodbye/);
}

async function fromRequestToDone(centre: Centre, name: AgentName, ending: string, end: (agent: Person) => Promise<void>) {
  await centre.setPolicy('sales', { dispositionMandatory: true });
  const [admin, agent] = [await signIn(centre, 'admin'), await signIn(centre, name)];
  const number = newNumber(ending);
  const row = admin.page.getByRole('row').filter({ hasText: shown(number) });
  await requestByTelephone(centre, number);
  await row.filter({ hasText: 'Queued' }).waitFor();
  expect(await row.innerText()).toMatch(/Sales/);

  await agent.setWish('Ready');
  await agent.region('Offer').getByRole('timer', { name: 'Time left' }).waitFor();
  await agent.sees('Offer', 'Sales');
  await row.filter({ hasText: 'Offered' }).waitFor();
  await agent.page.keyboard.press('Alt+a');

  await agent.sees('Call', /Dialling|Connected|Ready to call/);
  await agent.sees('Case', 'A question about my order');
  await agent.sees('Call', /Connected|Ready to call/);
  await end(agent);
  await agent.sees('Call', 'Ready to call');

  await agent.button('Mark Done').click();
  await agent.page.getByText('This route wants a disposition').waitFor();
  await agent.file('Order taken', 'Two of the blue ones');
  await agent.page.getByText('Name not given: Completed').waitFor();
  await row.filter({ hasText: 'Completed' }).waitFor();
  return { admin, agent, number, row };
}

story('a callback goes from the customer’s call to a filed disposition, and the customer hangs up', async (centre) => {
  const { admin, number, row } = await fromRequestToDone(centre, 'emma', '50', () => Promise.resolve());
  await row.getByRole('button', { name: /^Open/ }).click();
  await admin.sees('Timeline', 'Completed');
  expect(await timelineOf(admin)).toEqual([
    'Requested Customer',
    expect.stringMatching(/^Due time set: .*Ringback$/),
    'Waiting for an agent Ringback',
    `Offered: ${fullNameOf('emma')} Ringback`,
    `Offer accepted ${fullNameOf('emma')}`,
    `Dialling started ${fullNameOf('emma')}`,
    `Assigned ${fullNameOf('emma')}`,
    'Agent answered Ringback',
    'Connected Ringback',
    'Attempt ended: the customer hung up · Answered Ringback',
    `Note written ${fullNameOf('emma')}`,
    `Completed: Order taken ${fullNameOf('emma')}`,
  ]);
  const excel = await downloadedRow({ page: admin.page, button: admin.button.bind(admin) }, number);
  expect(excel).toMatchObject({
    Route: 'Sales', Status: 'Completed', Number: number, Kind: 'As soon as possible', Origin: 'IVR', Assignee: fullNameOf('emma'),
    Attempts: 1, 'Last outcome': 'Answered', Disposition: 'Order taken', 'Last note': 'Two of the blue ones',
  });
});

story('the agent ends the conversation by a key, and both telephones are hung up', async (centre) => {
  const { admin, number, row } = await fromRequestToDone(centre, 'hana', '00', async (agent) => {
    await agent.region('Call').getByRole('timer').filter({ hasText: /^0:0[1-9]$/ }).waitFor();
    await agent.page.keyboard.press('Alt+u');
  });
  await row.getByRole('button', { name: /^Open/ }).click();
  await admin.sees('Timeline', `Attempt ended: Answered`);
  expect(await timelineOf(admin)).toContain(`Attempt ended: Answered ${fullNameOf('hana')}`);
  const { calls } = await centre.sandbox<{ calls: object[] }>('GET', '/calls?active=true');
  expect(calls).toEqual([]);
  expect(await downloadedRow({ page: admin.page, button: admin.button.bind(admin) }, number)).toMatchObject({ Status: 'Completed' });
});

story('a newcomer plays both sides: asks on the Phone page, and answers there when called back', async (centre) => {
  const agent = await signIn(centre, 'carlos');
  const { page } = agent;
  await page.getByRole('link', { name: 'Phone' }).click();
  await page.getByLabel('Number to dial').selectOption({ label: 'Support: (202) 555-0103' });
  await agent.button('Call').click();
  const said = page.getByRole('log', { name: 'What is said' });
  const press = (key: string) => agent.button(`Key ${key}`).click();
  await said.getByText('For English, press 1.').waitFor();
  await press('1');
  await said.getByText(/press 1 or say yes/).waitFor();
  await press('1');
  await said.getByText(/as soon as possible, press 1/).waitFor();
  await press('1');
  await said.getByText(/as soon as one of us is free/).waitFor();
  await agent.button('Hang up').click();
  await page.getByText('Nobody is calling.').waitFor();

  await agent.setWish('Ready');
  await agent.region('Offer').getByRole('button', { name: 'Accept' }).waitFor();
  await page.keyboard.press('Alt+a');
  await page.waitForURL('**/desk');
  await agent.sees('Call', 'Ringing the customer');
  await page.getByRole('link', { name: 'Phone' }).click();
  await agent.button('Answer').click();
  await agent.region('Call').getByRole('timer').waitFor();
  await agent.button('Hang up').click();
  await agent.sees('Call', 'Ready to call');
  await page.getByRole('link', { name: 'To the desk' }).click();
  await agent.file(null, 'It works');
  await page.getByText('Name not given: Completed').waitFor();
});
