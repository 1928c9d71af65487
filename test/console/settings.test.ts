import type { RouteEdit } from '../../console/api/types.ts';
import { seriousFindings } from './served/axe.ts';
import { administratorMe, agentMe, caseOf, deskOf, MORI } from './served/people.ts';
import { button, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const ROUTE = '/settings/routes/route-billing';
const heading = (name: string, level = 1) => page.getByRole('heading', { name, level });
const saved = () => served.bodies('PUT', '/settings') as RouteEdit[];
const changes = () => page.getByRole('region', { name: 'Changes' });

beforeEach(() => {
  served.known.me = administratorMe;
});

async function openRoute(): Promise<void> {
  await open(ROUTE);
  await heading('Billing').waitFor();
}

test('Settings is the administrators’ only', async () => {
  served.known.me = agentMe;
  await open(ROUTE);
  await page.getByText('There is no such page.').waitFor();
  expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0);
});

test('the routes are listed, and one leads to its page', async () => {
  await open('/settings');
  await page.getByRole('row', { name: /Billing.*34/ }).waitFor();
  await page.getByRole('link', { name: 'Billing' }).click();
  await heading('Billing').waitFor();
  expect(new URL(page.url()).pathname).toBe(ROUTE);
});

test('what is changed is shown with what it does, and saved whole by the key shown', async () => {
  await openRoute();
  await page.getByLabel('Lead time', { exact: true }).fill('90');
  await page.getByLabel('Unit of: Lead time').selectOption('min');
  await changes().getByText('90 min').waitFor();
  await changes().getByText('Applies to 34 waiting callbacks.', { exact: false }).waitFor();
  await page.getByLabel('Lead time', { exact: true }).blur();
  await page.keyboard.press('Alt+s');
  await page.getByText('Saved. 34 waiting callbacks live by it.').waitFor();
  expect(saved()).toHaveLength(1);
  expect(saved()[0]).toMatchObject({ version: 3, name: 'Billing', numbers: ['+81312345678', '+815031000001'], policy: { leadTimeMs: 5_400_000, windowMs: 1_800_000 } });
  await changes().getByText('Nothing has been changed.').waitFor();
});

test('what cannot be is said at its field, and not sent', async () => {
  await openRoute();
  await page.getByLabel('Mon, span 1: to').fill('08:00');
  await page.getByText('It ends before it begins.').waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await page.getByLabel('Mon, span 1: to').fill('24:00');
  await page.getByText('It ends before it begins.').waitFor({ state: 'hidden' });
  await page.getByLabel('Add a span: Sat').click();
  expect(await page.getByLabel('Sat, span 1: from').inputValue()).toBe('09:00');
});

test('what the server refuses is said at its field', async () => {
  served.known.refusals.set('PUT /v1/routes/route-billing/settings', problem('name_taken', 'x', { errors: [{ pointer: '/name', detail: 'is the name of another route' }] }));
  await openRoute();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Sales');
  await button('Save').click();
  await page.locator('.mantine-InputWrapper-error').getByText('Another route has this name.').waitFor();
});

test('somebody else’s edit is told while one types, and one’s own goes on top of it', async () => {
  await openRoute();
  await page.getByRole('textbox', { name: 'Instructions to agents' }).fill('mine');
  const { routeSettings } = served.known;
  served.known.routeSettings = { ...routeSettings, version: 4, name: 'Invoices', edited: { at: new Date().toISOString(), by: { type: 'user', ...MORI } } };
  served.hint({ routeId: 'route-billing' });
  await page.getByText('Mori Kenta has edited this route meanwhile', { exact: false }).waitFor();
  expect(await button('Save').isDisabled()).toBe(true);
  await button('Put my changes on top').click();
  // What was told is gone, and the buttons have moved: the key finds Save wherever it is.
  await button('Save').press('Enter');
  await until(saved, (bodies) => bodies.length === 1);
  expect(saved()[0]).toMatchObject({ version: 4, name: 'Invoices', policy: { instructions: 'mine' } });
});

test('unsaved changes are not left behind by a link or by Back without asking', async () => {
  await open('/settings/routes');
  await page.getByRole('link', { name: 'Billing' }).click();
  await page.getByRole('textbox', { name: 'Instructions to agents' }).fill('mine');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Callbacks' }).click();
  await page.getByRole('dialog', { name: 'Unsaved changes' }).waitFor();
  await button('Stay').click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.goBack();
  await page.getByRole('dialog', { name: 'Unsaved changes' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Instructions to agents' }).inputValue()).toBe('mine');
  await button('Leave and lose it').click();
  await heading('Routes').waitFor();
  expect(saved()).toEqual([]);
});

test('fields are chosen, named and put in order from the keyboard', async () => {
  await openRoute();
  const section = page.getByRole('region', { name: 'Case information' });
  await section.getByText('Chosen, in this order').click();
  await section.getByLabel('Label of calledNumber: English').fill('Dialled');
  // The focus is with what was moved before another key can come.
  const placeOfFocus = (pressed: HTMLElement) => {
    pressed.focus();
    pressed.click();
    return document.activeElement?.closest('li')?.dataset['place'];
  };
  expect(await section.getByLabel('Move down: reason').evaluate(placeOfFocus)).toBe('1');
  await page.keyboard.press('Enter');
  await section.getByLabel('Remove: language').click();
  await button('Save').click();
  await until(saved, (bodies) => bodies.length === 1);
  expect(saved()[0]?.policy.caseFields).toEqual([{ key: 'calledNumber', label: { en: 'Dialled' } }, { key: 'reason', label: {} }]);
});

test('the fields of the preview, the limit after a call and the recording are set, and told in words before they are saved', async () => {
  await openRoute();
  const section = page.getByRole('region', { name: 'Fields shown in an offer with preview' });
  await section.getByText('As the case shows them').waitFor();
  await section.getByText('Chosen, in this order').click();
  await section.getByLabel('Remove: language').click();
  await section.getByLabel('Remove: calledNumber').click();
  await page.getByLabel('After-call time limit: until Mark Done').click();
  await page.getByLabel('After-call time limit', { exact: true }).fill('3');
  await page.getByLabel('Recording of calls').selectOption({ label: 'When the agent starts it' });
  await changes().getByText('3 min').waitFor();
  await changes().getByText('When the agent starts it').waitFor();
  await button('Save').click();
  await until(saved, (bodies) => bodies.length === 1);
  expect(saved()[0]?.policy).toMatchObject({ previewFields: [{ key: 'reason', label: {} }], afterCallLimitMs: 180_000, recording: 'on_demand' });
});

test('a new route needs a name and a number, and begins with what suits most', async () => {
  await open('/settings/routes/new');
  await button('Create the route').click();
  await page.getByText('This must not be empty.').waitFor();
  await page.getByRole('textbox', { name: /^Name/ }).fill('Returns');
  await page.locator('.mantine-TagsInput-inputField').first().fill('03-1234-9999');
  await page.keyboard.press('Enter');
  await button('Create the route').click();
  await heading('Billing').waitFor();
  const [body] = served.bodies('POST', '/v1/routes') as RouteEdit[];
  expect(body).toMatchObject({ name: 'Returns', numbers: ['+81312349999'], policy: { timeZone: 'Asia/Tokyo', maximumAttempts: 3 } });
  expect(body?.policy).not.toHaveProperty('callerId');
});

test('a route with open callbacks is closed, not deleted', async () => {
  await openRoute();
  await button('Delete').click();
  await page.getByText('It has 40 open callbacks.', { exact: false }).waitFor();
  expect(await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).isDisabled()).toBe(true);
  await button('Back').click();
  await button('Close to new callbacks').click();
  await page.getByText('Closed to new callbacks', { exact: true }).waitFor();
});

test('a case shows what its route has chosen, in its order and words', async () => {
  served.known.me = agentMe;
  const chosen = caseOf({ id: 'live', status: 'wrap_up', collected: { menu: 'b', contract: '553-22', reason: 'invoice' } });
  served.known.desk = deskOf({ live: { ...chosen, caseFields: [{ key: 'contract', label: { en: 'Contract' } }, { key: 'reason', label: {} }], callbackFields: [{ key: 'attempts', label: { en: 'Tried' } }] } });
  await open('/desk');
  await page.getByText('553-22').waitFor();
  const names = await page.locator('.case-columns dl.facts dt').allInnerTexts();
  expect(names).toEqual(['Tried', 'Contract', 'Reason for the call']);
  expect(await page.locator('.case-header .number').count()).toBe(0);
});

test.each(['/settings/routes', ROUTE, '/settings/routes/new'])('%s has no serious findings by axe', async (path) => {
  await open(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
