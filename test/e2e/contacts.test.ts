import { askForNow, newNumber } from './customer.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';

const story = stories();

story('a customer who is known is named on the desk with the reading, and what was noted is in the history of the contact', async (centre) => {
  const agent = await signIn(centre, 'emma');
  const { page } = agent;
  const [number, office] = [newNumber('50'), newNumber('00')];
  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByText('タナカ ユキ').waitFor();
  await page.keyboard.press('Alt+n');
  const dialogue = page.getByRole('dialog');
  await dialogue.getByRole('textbox', { name: 'Name' }).fill('田中 結衣');
  await dialogue.getByRole('textbox', { name: 'Reading' }).fill('タナカ ユイ');
  await dialogue.getByRole('textbox', { name: 'Telephone number' }).fill(number.slice(2));
  await dialogue.getByRole('button', { name: 'Add a number' }).click();
  await dialogue.getByRole('textbox', { name: 'Telephone number' }).last().fill(office);
  await dialogue.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('complementary', { name: 'Contact 田中 結衣' }).waitFor();

  await askForNow(centre, number, 'sales');
  await page.getByRole('link', { name: 'Desk' }).click();
  await agent.setWish('Ready');
  await agent.sees('Offer', /Sales · タナカ ユイ\s*田中 結衣/);
  await page.keyboard.press('Alt+a');
  await agent.sees('Case', /タナカ ユイ\s*田中 結衣/);
  await agent.sees('Contact', `555-0${office.slice(-3)}`);
  await agent.sees('Call', 'Ready to call');
  await agent.file('Order taken', 'Two of the blue ones');
  await page.getByText('田中 結衣: Completed').waitFor();

  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('textbox', { name: 'Name, number or address' }).fill('ﾀﾅｶ ゆい');
  await page.getByRole('row').filter({ hasText: '田中 結衣' }).getByRole('button').click();
  await agent.sees('Callbacks and notes', /Sales.*Completed.*Order taken.*Two of the blue ones/s);
});

story('a contact is edited, and becomes one with another: the history and the numbers of both are one, and the next request is theirs', async (centre) => {
  const agent = await signIn(centre, 'emma');
  const { page } = agent;
  const [mobile, home] = [newNumber('00'), newNumber('50')];
  const make = async (name: string, reading: string, number: string) => expect((await agent.post('/v1/contacts', { name, reading, numbers: [{ number }] })).status()).toBe(201);
  await make('中村 葵', 'ナカムラ アオイ', mobile);
  await make('なかむら あおい', '', home);
  await agent.setWish('Ready');
  await askForNow(centre, home, 'sales');
  await agent.answerOffer('Alt+a');
  await agent.sees('Call', 'Ready to call');
  await agent.file('Order taken', 'Asked for at home');

  await page.getByRole('link', { name: 'Contacts' }).click();
  await page.getByRole('textbox', { name: 'Name, number or address' }).fill('ﾅｶﾑﾗ');
  await page.getByRole('row').filter({ hasText: '中村 葵' }).getByRole('button').click();
  await page.getByRole('complementary', { name: 'Contact 中村 葵' }).waitFor();
  await page.keyboard.press('Alt+i');
  const dialogue = page.getByRole('dialog');
  await dialogue.getByRole('textbox', { name: 'Company' }).fill('つばめ商事');
  await dialogue.getByRole('button', { name: 'Save' }).click();
  await dialogue.waitFor({ state: 'hidden' });
  await page.getByRole('complementary', { name: 'Contact 中村 葵' }).getByText('つばめ商事').waitFor();
  await page.keyboard.press('Alt+g');
  await dialogue.getByRole('textbox', { name: 'Which contact is the same person?' }).fill('なかむら');
  await dialogue.getByRole('radio', { name: 'なかむら あおい' }).press('Space');
  await dialogue.getByRole('button', { name: 'Merge into 中村 葵' }).click();
  await page.getByText('The two contacts are one now.').waitFor();
  await agent.sees('Callbacks and notes', 'Asked for at home');

  await askForNow(centre, home, 'sales');
  await page.getByRole('link', { name: 'Desk' }).click();
  await agent.sees('Offer', /中村 葵/);
  await page.keyboard.press('Alt+a');
  await agent.sees('Case', /ナカムラ アオイ\s*中村 葵/);
  await agent.sees('Contact', `555-0${mobile.slice(-3)}`);
});
