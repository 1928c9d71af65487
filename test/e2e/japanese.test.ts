import { ja } from '../../console/i18n/ja/index.ts';
import { ADMINISTRATOR, CALLBACKS } from '../../tools/start/seed-data.ts';
import { askForNow, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import { emailOf, fullNameOf } from './system.ts';

const story = stories();

const AGENT_NAMES = ['hana', 'ken', 'emma', 'carlos'] as const;

/** What is the same in every language: names, and what the route, the form or the keyboard says. */
const NOT_OURS = [
  'Ringback', 'SMS', 'Excel', 'IVR', 'Web', 'API', 'English', 'London', 'Alt', 'Sales', 'Billing', 'Support',
  'Asia/Tokyo', emailOf('admin'), ADMINISTRATOR.name, ...AGENT_NAMES.map(fullNameOf), ...CALLBACKS.map(({ name }) => name),
];

/** The Latin words that a screen shows beside those: none, where everything is said in Japanese. */
async function foreignWords({ page }: Person): Promise<string[]> {
  const shown = (await page.locator('body').innerText()).replaceAll(/Open day and night.*|Confirm the name.*/g, '');
  const ours = NOT_OURS.toSorted((a, b) => b.length - a.length).reduce((text, word) => text.replaceAll(word, ' '), shown);
  return ours.match(/[A-Za-z]{3,}/g) ?? [];
}

/** Looks at a screen once this is on it. */
async function looksAt(person: Person, region: string, text: string): Promise<void> {
  await person.sees(region, text);
  expect([text, await foreignWords(person)]).toEqual([text, []]);
}

story('at a Japanese desk everything is said in Japanese, from the offer to the end', async (centre) => {
  await centre.setPolicy('sales', { dispositionMandatory: true });
  const agent = await signIn(centre, 'hana', { locale: 'ja-JP' });
  await agent.page.getByText(ja.desk.idle).waitFor();
  await agent.page.getByRole('banner').getByRole('button', { name: ja.wish.not_ready }).click();
  const voice = agent.page.getByRole('group', { name: ja.channel.voice });
  await voice.getByRole('button', { name: ja.wish.ready, exact: true }).click();
  await voice.getByRole('button', { name: ja.wish.ready, exact: true, pressed: true }).waitFor();
  expect(await foreignWords(agent)).toEqual([]);
  await agent.page.keyboard.press('Escape');

  await askForNow(centre, newNumber('00'), 'sales');
  await looksAt(agent, ja.offer.title, ja.callback.nameless);
  await agent.page.keyboard.press('Alt+a');
  await looksAt(agent, ja.call.label, ja.status.connected);
  await agent.page.keyboard.press('Alt+u');
  await agent.sees(ja.call.label, ja.call.readyToCall);
  await agent.button(ja.filing.done).click();
  await looksAt(agent, ja.filing.label, ja.filing.required);
  await agent.button(ja.call.reschedule).click();
  await agent.page.getByRole('dialog', { name: ja.reschedule.title }).waitFor();
  expect(await foreignWords(agent)).toEqual([]);
});

story('the Japanese list, panel, form and telephone too', async (centre) => {
  const admin = await signIn(centre, 'admin', { locale: 'ja-JP' });
  const number = newNumber('01');
  await askForNow(centre, number, 'sales');
  const row = admin.page.getByRole('row').filter({ hasText: number.slice(-4) });
  await row.getByRole('button').first().click();
  await looksAt(admin, ja.case.timeline, ja.event.queued);
  await admin.button(ja.request.title).click();
  const dialogue = admin.page.getByRole('dialog');
  await dialogue.getByRole('combobox', { name: ja.request.route }).selectOption('sales');
  await dialogue.getByRole('textbox', { name: ja.request.number }).fill('12');
  await dialogue.getByRole('button', { name: ja.request.submit }).click();
  await dialogue.getByText(ja.phone.badNumber).waitFor();
  expect(await foreignWords(admin)).toEqual([]);
  await admin.page.goto('/phone');
  await admin.page.getByText(ja.phone.noCalls).waitFor();
  expect(await foreignWords(admin)).toEqual([]);
});
