import { askForNow, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { Centre } from './system.ts';
import { fullNameOf } from './system.ts';

const story = stories();

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
