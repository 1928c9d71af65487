import type { Locator, Page } from 'playwright-core';
import { until } from '../start/until.ts';
import { askForNow, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { openMailbox } from './mailbox.ts';
import { stories } from './story.ts';
import type { Centre } from './system.ts';
import { fullNameOf } from './system.ts';

const mailbox = await openMailbox();
const story = stories({ SMTP_URL: mailbox.smtpUrl });

/** An agent who talks to a customer of Sales. */
async function talking(centre: Centre, number: string): Promise<Person> {
  const agent = await signIn(centre, 'emma');
  await agent.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await agent.answerOffer('Alt+a');
  await agent.region('Call').getByRole('timer').waitFor();
  return agent;
}

/** Writes an SMS by the Party menu, which its key opens. */
async function write({ page, button }: Pick<Person, 'page' | 'button'>, text: string, to?: string): Promise<void> {
  await page.keyboard.press('Alt+p');
  await button('Send SMS…').click();
  if (to !== undefined) {
    await page.getByRole('combobox', { name: 'To' }).selectOption('Another one…');
    await page.getByRole('textbox', { name: 'Telephone number' }).fill(to);
  }
  await page.getByRole('textbox', { name: 'Text' }).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

interface Texts {
  readonly messages: readonly { readonly from: string; readonly to: string; readonly body: string }[];
}

story('an agent sends an SMS during the call and sees it delivered, and the customer has it once', async (centre) => {
  const number = newNumber('01');
  const agent = await talking(centre, number);
  const { page } = agent;
  await write({ page, button: agent.button.bind(agent) }, 'Your order number is 4711.');
  await page.locator('.party').getByRole('status').filter({ hasText: 'delivered' }).waitFor();
  await agent.sees('Call', 'Connected');
  await agent.sees('Messages', 'Your order number is 4711.');
  await agent.sees('Messages', 'delivered');
  await agent.sees('Timeline', `Message sent: SMS`);
  const { messages } = await centre.sandbox<Texts>('GET', '/messages');
  expect(messages.filter(({ to }) => to === number)).toMatchObject([{ from: centre.numberOf('sales'), body: 'Your order number is 4711.' }]);
  await page.getByRole('link', { name: 'Phone' }).click();
  await page.getByRole('list', { name: 'Texts' }).getByText('Your order number is 4711.').waitFor();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  const { messages: written } = await agent.caseWhen(number, ({ status }) => status === 'wrap_up');
  expect(written).toMatchObject([{ kind: 'sms', state: 'delivered', author: { name: fullNameOf('emma') } }]);
});

story('one to a telephone that is off is not, and the case says why', async (centre) => {
  const agent = await talking(centre, newNumber('01'));
  const { page } = agent;
  await write({ page, button: agent.button.bind(agent) }, 'To your office.', '(202) 555-0140');
  await agent.sees('Messages', 'not delivered');
  await agent.sees('Messages', 'The telephone is off, out of reach');
  await agent.sees('Timeline', 'Message not delivered');
});

/** Finds a standard response by what it says, and chooses it. */
async function chooseResponse(where: Page | Locator, words: string, title: string): Promise<void> {
  await where.getByRole('searchbox', { name: 'Search the texts' }).fill(words);
  await where.getByRole('tree', { name: 'Categories and texts' }).locator('div[data-value]').getByText(title, { exact: true }).click();
}

story('an administrator writes a standard response; it is read beside the live call, in both languages, and goes filled in into an SMS and an e-mail', async (centre) => {
  const admin = await signIn(centre, 'admin');
  await admin.page.goto('/settings/responses/category/after-the-call');
  await admin.button('Add a text').click();
  const write = async (title: string, text: string) => {
    await admin.page.getByRole('textbox', { name: 'Title', exact: true }).fill(title);
    await admin.page.getByRole('textbox', { name: 'Text', exact: true }).fill(text);
  };
  await write('Thanks for the order', '{{customer.name}}, {{agent.name}} of {{route.name}} thanks you.');
  await admin.page.getByRole('tab', { name: '日本語' }).click();
  await write('ご注文のお礼', '{{route.name}}の{{agent.name}}より、{{customer.name}}様');
  await admin.button('Create').click();
  await admin.page.getByRole('heading', { name: 'Thanks for the order' }).waitFor();
  const number = newNumber('00');
  const known = { name: 'Olivia Chen', numbers: [{ number }], addresses: [{ value: 'olivia@example.com' }] };
  expect((await admin.post('/v1/contacts', known)).status()).toBe(201);

  const agent = await talking(centre, number);
  const { page } = agent;
  await page.getByRole('tab', { name: 'Standard responses' }).click();
  await chooseResponse(page, 'thanks', 'Thanks for the order');
  await agent.sees('Text', 'Olivia Chen, Emma Brown of Sales thanks you.');
  await page.getByLabel('Language of the text').selectOption({ label: 'Japanese' });
  await agent.sees('Text', 'SalesのEmma Brownより、Olivia Chen様');
  await agent.sees('Call', 'Connected');

  for (const way of ['Send SMS…', 'Send e-mail…']) {
    await agent.button('Party').click();
    await agent.button(way).click();
    const dialogue = page.locator('[role=dialog][aria-modal=true]');
    if (way === 'Send e-mail…') await dialogue.getByRole('textbox', { name: 'Subject' }).fill('Your order');
    await dialogue.getByRole('button', { name: 'Standard responses' }).click();
    await chooseResponse(dialogue, 'thanks', 'Thanks for the order');
    await dialogue.getByRole('button', { name: 'Insert' }).click();
    await until(async () => (await dialogue.getByRole('textbox', { name: 'Text' }).inputValue()) === 'Olivia Chen, Emma Brown of Sales thanks you.');
    await dialogue.getByRole('button', { name: 'Send', exact: true }).click();
    await dialogue.waitFor({ state: 'hidden' });
  }
  const { messages } = await agent.caseWhen(number, (now) => now.messages.length === 2 && now.messages.every(({ state }) => state === 'delivered' || state === 'sent'));
  expect(messages).toMatchObject([{ kind: 'sms', state: 'delivered' }, { kind: 'email', state: 'sent', subject: 'Your order' }]);
  expect(mailbox.received).toEqual([{ to: ['olivia@example.com'], source: expect.stringContaining('Emma Brown of Sales thanks you.') }]);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await agent.sees('Timeline', 'Message sent: E-mail');
});
