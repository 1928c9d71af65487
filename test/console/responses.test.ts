import type { StandardResponse } from '../../console/api/types.ts';
import { seriousFindings } from './served/axe.ts';
import { administratorMe, agentMe, deskOf } from './served/people.ts';
import { button, context, eachInChromium, open, page, served, until, whenFocused, wrapUp } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const tree = () => page.getByRole('tree', { name: 'Categories and texts' });
const node = (name: string) => tree().locator('div[data-value]').getByText(name, { exact: true });
const textbox = (name: string) => page.getByRole('textbox', { name, exact: true });
const written = () => textbox('Text').inputValue();
const saved = () => served.bodies('PUT', '/standard-responses/greeting') as StandardResponse[];

describe('beside a live case', () => {
  beforeEach(async () => {
    served.known.me = agentMe;
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    await page.getByRole('tab', { name: 'Standard responses' }).click();
    await tree().waitFor();
  });

  const shown = () => page.getByRole('region', { name: 'Text', exact: true });

  test('a text is read in the customer’s language, and in another when it is switched', async () => {
    await node('名乗り').click();
    await shown().getByText('BillingのAoki Harukaと申します。').waitFor();
    await page.getByLabel('Language of the text').selectOption({ label: 'English' });
    await shown().getByText('Hello, this is Aoki Haruka from Billing.').waitFor();
  });

  test('what the case has nothing for is marked and named', async () => {
    await node('請求番号の確認').click();
    expect(await shown().locator('mark').allInnerTexts()).toEqual(['{{collected.invoice}}']);
    await shown().getByText('Nothing is known here for: From the request: invoice').waitFor();
  });

  test('a text that is not written in the customer’s language is shown in another, and says so', async () => {
    await node('We could not reach you').click();
    await shown().getByText('This text is not written in Japanese; it is shown in English.').waitFor();
  });

  test('it is found by what it says, and copied filled in', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('searchbox', { name: 'Search the texts' }).fill('ＳＯＯＮＥＲ tanaka');
    await node('We could not reach you').click();
    expect(await tree().locator('[role=treeitem]').count()).toBe(3);
    await button('Copy').click();
    await button('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Dear Tanaka Yui, we tried to call you on 090-1234-5678');
    await page.getByRole('searchbox').fill('nowhere');
    await page.getByText('No text has all these words.').waitFor();
  });

  test('the tree is walked with the arrow keys, and Enter chooses; categories without texts are left out', async () => {
    expect(await node('Winter campaign').count()).toBe(0);
    await tree().locator('[role=treeitem]').first().focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await shown().getByRole('heading', { name: '請求番号の確認' }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await node('請求番号の確認').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await node('請求番号の確認').waitFor();
  });

  test('it has no serious findings by axe', async () => {
    await node('請求番号の確認').click();
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('in a message', () => {
  const text = () => page.getByRole('dialog').getByRole('textbox', { name: 'Text' });

  test.each(['Send SMS…', 'Send e-mail…'])('%s: a text goes in filled in, where the caret is, and what is missing is told before it is sent', async (way) => {
    served.known.me = agentMe;
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    await button('Party').click();
    await button(way).click();
    await text().fill('Hello . Bye');
    await text().evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(6, 6));
    await page.getByRole('dialog').getByRole('button', { name: 'Standard responses' }).click();
    await page.getByLabel('Language of the text').selectOption({ label: 'English' });
    await node('Confirm the invoice').click();
    await button('Insert').click();
    await until(() => text().inputValue(), (now) => now === 'Hello I have invoice {{collected.invoice}} here.. Bye');
    await page.getByText('Not filled in yet: {{collected.invoice}}').waitFor();
    await whenFocused(text());
    expect(await seriousFindings(page)).toEqual([]);
  });
});

describe('in Settings', () => {
  beforeEach(() => {
    served.known.me = administratorMe;
  });

  const openOne = async (id = 'greeting') => {
    await open(`/settings/responses/response/${id}`);
    await textbox('Text').waitFor();
  };

  test('a text is chosen in the tree, edited in one language, and saved whole with its version', async () => {
    await open('/settings/responses');
    await node('Greeting').click();
    await page.getByText('Last edited by Mori Kenta', { exact: false }).waitFor();
    await page.getByRole('tab', { name: '日本語' }).click();
    await textbox('Text').fill('お電話いたしました。');
    await page.getByRole('group', { name: 'Preview' }).getByText('お電話いたしました。').waitFor();
    await button('Save').click();
    await page.getByText('Saved.').waitFor();
    expect(saved()).toEqual([
      { categoryId: 'call', routeIds: null, version: 2, title: { en: 'Greeting', ja: '名乗り' }, text: { en: 'Hello, this is {{agent.name}} from {{route.name}}.', ja: 'お電話いたしました。' } },
    ]);
  });

  test('a placeholder is written where the caret is; one from the request is typed over', async () => {
    await openOne();
    await textbox('Text').fill('Hello !');
    await textbox('Text').press('End');
    await textbox('Text').press('ArrowLeft');
    await button('Insert a placeholder').click();
    await page.getByRole('menuitem', { name: 'Customer’s name' }).press('Enter');
    await until(written, (text) => text === 'Hello {{customer.name}}!');
    await whenFocused(textbox('Text'));
    await page.keyboard.type(',');
    expect(await written()).toBe('Hello {{customer.name}},!');
    await button('Insert a placeholder').click();
    await page.getByRole('menuitem', { name: 'Something from the request' }).click();
    await until(written, (text) => text.includes('{{collected.KEY}}'));
    await whenFocused(textbox('Text'));
    await page.keyboard.type('contract');
    expect(await written()).toBe('Hello {{customer.name}},{{collected.contract}}!');
    await page.getByRole('group', { name: 'Preview' }).getByText('Hello Jane Smith,(contract)!').waitFor();
  });

  test('what cannot be filled in is said at once, and not saved', async () => {
    await openOne();
    await textbox('Text').fill('{{customer.nam}} }}');
    await page.getByText('There is no placeholder {{customer.nam}}.', { exact: false }).waitFor();
    expect(await button('Save').isDisabled()).toBe(true);
    await textbox('Text').fill('');
    await page.getByText('In each language a text needs a title, and a title a text.').waitFor();
    await button('Discard').click();
    expect(await written()).toBe('Hello, this is {{agent.name}} from {{route.name}}.');
  });

  test('somebody else’s edit is told while one types; one’s own is saved over it only when one says so', async () => {
    await openOne();
    await textbox('Title').fill('Mine');
    const { responseTree } = served.known;
    served.known.responseTree = { ...responseTree, responses: responseTree.responses.map((one) => (one.id === 'greeting' ? { ...one, version: 7, title: { en: 'Theirs' } } : one)) };
    served.known.refusals.set('PUT /v1/standard-responses/greeting', problem('response_edited_meanwhile', 'Mori Kenta has edited this since you read it. Nothing was overwritten.'));
    await button('Save').click();
    await page.getByText('Mori Kenta has edited this meanwhile', { exact: false }).waitFor();
    expect(await button('Save').isDisabled()).toBe(true);
    expect(await textbox('Title').inputValue()).toBe('Mine');
    served.known.refusals.clear();
    await button('Save mine over it').click();
    await page.getByText('Saved.').waitFor();
    expect(saved().at(-1)).toMatchObject({ version: 7, title: { en: 'Mine' } });
  });

  test('a new text goes into the category that is chosen, and leads to its page', async () => {
    await open('/settings/responses/category/absent');
    await button('Add a text').click();
    expect(await page.getByRole('combobox', { name: 'Category' }).inputValue()).toBe('absent');
    expect(await button('Create').isDisabled()).toBe(true);
    await textbox('Title').fill('Voicemail');
    await textbox('Text').fill('Please call {{route.number}}.');
    await button('Create').click();
    await page.getByRole('heading', { name: 'Voicemail' }).waitFor();
    await until(() => new URL(page.url()).pathname, (path) => path === '/settings/responses/response/made');
    expect(served.bodies('POST', '/standard-responses')).toEqual([{ categoryId: 'absent', routeIds: null, title: { en: 'Voicemail' }, text: { en: 'Please call {{route.number}}.' } }]);
  });

  test('a new category stands in the one that is chosen, and not in one where it would be too deep', async () => {
    await open('/settings/responses/category/absent');
    await button('Add a category').click();
    expect(await page.getByRole('combobox', { name: 'Stands in' }).inputValue()).toBe('absent');
    await textbox('Name: English').fill('Second try');
    await button('Create').click();
    await page.getByRole('heading', { name: 'Second try' }).waitFor();
    expect(served.bodies('POST', '/response-categories')).toEqual([{ parentId: 'absent', name: { en: 'Second try' } }]);
    await node('Messages').click();
    await page.getByRole('heading', { name: 'Messages' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'Stands in' }).locator('option').allInnerTexts()).toEqual(['At the top', 'On the call', 'Winter campaign']);
  });

  test('it is moved among its neighbours at once, and deleted after asking', async () => {
    await openOne('invoice');
    await button('Move up: Confirm the invoice').click();
    await until(() => served.bodies('PUT', '/position'), (bodies) => bodies.length === 1);
    expect(served.bodies('PUT', '/position')).toEqual([{ position: 0 }]);
    await until(() => button('Move up: Confirm the invoice').isDisabled(), Boolean);
    await button('Delete').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await node('Confirm the invoice').waitFor({ state: 'detached' });
    await until(() => new URL(page.url()).pathname, (path) => path === '/settings/responses');
  });

  test('unsaved words are not left behind without asking', async () => {
    await openOne();
    await textbox('Text').fill('Half a sen');
    await node('Confirm the invoice').click();
    await page.getByRole('dialog', { name: 'Unsaved changes' }).waitFor();
    await button('Stay').click();
    expect(await written()).toBe('Half a sen');
  });

  test('where there is nothing yet, it says how to begin', async () => {
    served.known.responseTree = { categories: [], responses: [] };
    await open('/settings/responses');
    await page.getByText('Begin with a category', { exact: false }).waitFor();
    expect(await button('Add a text').isDisabled()).toBe(true);
  });

  test.each(['response/greeting', 'category/absent', 'new'])('%s has no serious findings by axe', async (path) => {
    await open(`/settings/responses/${path}`);
    await button(path === 'new' ? 'Create' : 'Save').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('Enter that confirms a conversion in the tree’s search does nothing', async () => {
    await open('/settings/responses');
    await page.getByRole('searchbox', { name: 'Search the texts' }).fill('請求番号');
    await page.keyboard.press('Enter');
    await node('Confirm the invoice').waitFor();
    expect(new URL(page.url()).pathname).toBe('/settings/responses');
  });
});
