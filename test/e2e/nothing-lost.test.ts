import { until } from '../start/until.ts';
import { askForNow, hangUpAt, newNumber, pickUp, ringingAt } from './customer.ts';
import { talking } from './in-call.ts';
import { layLine } from './line.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';

const story = stories();

/** Reloads the page, and finds it again where it was, in a tab opened beside it too. */
async function reloadedAndBeside(agent: Person, isThere: (tab: Person) => Promise<void>): Promise<Person> {
  await agent.page.reload();
  await isThere(agent);
  const tab = await agent.anotherTab();
  await isThere(tab);
  return tab;
}

story('a reload and a second tab lose nothing, offered, dialling, connected or in wrap-up', async (centre) => {
  await centre.setPolicy('sales', { offerTimeoutMs: 120_000 });
  const agent = await signIn(centre, 'emma');
  const number = newNumber('90');
  await agent.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await agent.region('Offer').waitFor();
  const offerId = (await agent.desk()).offer?.offerId;
  const beside = await reloadedAndBeside(agent, (tab) => tab.region('Offer').getByRole('timer').waitFor());
  expect((await agent.desk()).offer?.offerId).toBe(offerId);

  await beside.page.keyboard.press('Alt+a');
  await agent.region('Offer').waitFor({ state: 'hidden' });
  await ringingAt(centre, number);
  await agent.sees('Call', 'Ringing the customer');
  await beside.page.close();
  const dialling = await reloadedAndBeside(agent, (tab) => tab.sees('Call', 'Ringing the customer'));
  await dialling.page.close();

  await pickUp(centre, number);
  await agent.sees('Call', 'Connected');
  const since = (await agent.desk()).live?.connectedAt;
  const connected = await reloadedAndBeside(agent, (tab) => tab.region('Call').getByRole('timer').waitFor());
  expect((await agent.desk()).live?.connectedAt).toBe(since);
  await connected.page.close();

  await hangUpAt(centre, number);
  await agent.sees('Call', 'Ready to call');
  await agent.page.getByRole('combobox', { name: 'Disposition' }).click();
  await agent.page.getByRole('option', { name: 'Order taken' }).click();
  await agent.note.pressSequentially('A half-written no');
  const wrapUp = await reloadedAndBeside(agent, (tab) => tab.page.getByText('A half-written no').waitFor());
  expect(await agent.note.inputValue()).toBe('A half-written no');
  expect(await wrapUp.page.getByRole('combobox', { name: 'Disposition' }).inputValue()).toBe('Order taken');
  await wrapUp.note.press('End');
  await wrapUp.note.pressSequentially('te');
  await wrapUp.page.getByText('Saved', { exact: true }).waitFor();
  await agent.page.getByText('A half-written note').waitFor();
  await agent.page.keyboard.press('Tab');
  await agent.page.keyboard.press('Alt+z');
  await agent.page.getByText('No case in hand').waitFor();
  await wrapUp.page.getByText('No case in hand').waitFor();
  expect(await agent.callbackOf(number)).toMatchObject({ status: 'completed', disposition: { code: 'order' }, lastNote: 'A half-written note' });
});

story('what was typed while the note before it was being kept is there after a reload', async (centre) => {
  const number = newNumber('01');
  const agent = await talking(centre, 'emma', number);
  await agent.page.route('**/draft', async (route) => void (await route.fetch()), { times: 1 });
  await agent.note.fill('Wants a co');
  await agent.caseWhen(number, ({ draft }) => draft.note === 'Wants a co');
  await agent.note.pressSequentially('py');
  await agent.page.reload();
  await agent.page.getByText('Wants a copy').waitFor();
  await agent.caseWhen(number, ({ draft }) => draft.note === 'Wants a copy');
});

/** Keeps everything a tab wants to save of its note until it is let through. */
async function savingHeld({ page }: Person): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route('**/draft', async (route) => {
    await held;
    await route.continue();
  });
  return letThrough;
}

story('notes typed in two tabs in the same second are both kept, one below the other, and typing goes on where it was', async (centre) => {
  const number = newNumber('01');
  const first = await talking(centre, 'emma', number);
  const second = await first.anotherTab();
  await second.note.waitFor();
  const letThrough = await savingHeld(second);
  await second.note.pressSequentially('Wants a copy');
  await first.note.pressSequentially('Paid twice');
  await first.caseWhen(number, ({ draft }) => draft.note === 'Paid twice');
  letThrough();
  await until(async () => (await second.note.inputValue()) === 'Wants a copy\nPaid twice');
  await second.page.keyboard.type(' by post');
  const both = 'Wants a copy by post\nPaid twice';
  await first.caseWhen(number, ({ draft }) => draft.note === both);
  await until(async () => (await first.note.inputValue()) === both);
  expect(await second.note.inputValue()).toBe(both);
});

story('the lists and the desk update by themselves, also after the event stream was cut', async (centre) => {
  await centre.setPolicy('sales', { offerTimeoutMs: 120_000 });
  const line = await layLine(centre.system.url);
  const [admin, agent] = [await signIn(centre, 'admin', line), await signIn(centre, 'emma', line)];
  await agent.setWish('Ready');
  line.cut();
  await admin.page.getByText('No live updates just now').waitFor();
  await agent.page.getByText('No live updates just now').waitFor();
  const number = newNumber('00');
  await askForNow(centre, number, 'sales');
  line.mend();
  await agent.region('Offer').waitFor();
  await admin.page.getByRole('row').filter({ hasText: 'Offered' }).waitFor();
  await admin.page.getByText('No live updates just now').waitFor({ state: 'hidden' });
  await agent.page.getByText('No live updates just now').waitFor({ state: 'hidden' });
  await agent.page.keyboard.press('Alt+a');
  await admin.page.getByRole('row').filter({ hasText: 'Connected' }).waitFor();
});

story('an offer takes the eye on every screen, and never the keyboard from what is being typed', async (centre) => {
  const agent = await signIn(centre, 'emma');
  await agent.setWish('Ready');
  await agent.page.getByRole('link', { name: 'Callbacks' }).click();
  const search = agent.page.getByRole('textbox', { name: 'Number' });
  await search.focus();
  const number = newNumber('00');
  await askForNow(centre, number, 'sales');
  await agent.region('Offer').waitFor();
  expect(await agent.page.title()).toMatch(/^● 0:\d\d Offer: Name not given$/);
  await agent.page.keyboard.press('Alt+a');
  await search.pressSequentially('77');
  expect(await search.inputValue()).toContain('77');
  expect((await agent.desk()).offer).not.toBeNull();
  await agent.page.keyboard.press('Escape');
  await agent.button('Accept').click();
  await agent.sees('Call', 'Connected');
  await agent.page.getByRole('link', { name: 'Callbacks' }).click();
  await agent.region('Call').getByRole('timer').waitFor();
  await agent.button('End').click();
  await agent.sees('Call', 'Ready to call');
});
