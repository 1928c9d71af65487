import type { PlanWish } from '../../console/api/types.ts';
import { seriousFindings } from './served/axe.ts';
import { administratorMe, AOKI, MORI, row } from './served/people.ts';
import { planOf } from './served/plans.ts';
import { button, eachInChromium, open, page, served, until, whenFocused } from './served/screen.ts';

eachInChromium();
beforeEach(() => {
  served.known.me = administratorMe;
  served.known.list = ['Sato', 'Suzuki', 'Takahashi'].map((name, index) => row({ id: `c${index}`, name, assignee: AOKI }));
});

const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
const wishes = () => served.bodies('POST', '/v1/plans') as PlanWish[];
const lastList = () => served.asked.findLast(({ path }) => path.startsWith('/v1/callbacks?'))?.path ?? '';

test('begins with everybody’s distributed callbacks; a press on an agent shows theirs, another one everybody’s again', async () => {
  await open('/withdrawal');
  await box('Sato').waitFor();
  expect(lastList()).toContain('assignee=any');
  const counts = page.getByRole('table', { name: 'Unprocessed by agent' });
  await counts.getByRole('button', { name: AOKI.name }).waitFor();
  expect(await counts.getByRole('row').allTextContents()).toEqual(['AgentUnprocessed', 'All agents15', `${AOKI.name}12`, `${MORI.name}3`]);
  await counts.getByRole('button', { name: AOKI.name }).click();
  await page.getByRole('heading', { name: `Callbacks of ${AOKI.name}` }).waitFor();
  await until(lastList, (path) => path.includes(`assignee=${AOKI.id}`));
  await counts.getByRole('button', { name: AOKI.name, pressed: true }).click();
  await page.getByRole('heading', { name: 'Distributed callbacks' }).waitFor();
  await counts.getByRole('button', { name: 'All agents', pressed: true }).waitFor();
});

test('withdraws what is selected, by the keyboard, with a reason, after saying how many; a refused one is told at its row', async () => {
  served.known.plan = planOf({ action: { type: 'withdraw', reason: null }, state: 'finished', total: 2, pending: 0, done: 1, refused: 1, perAgent: [] });
  served.known.planRefusals = [{ callback: { id: 'c1', name: 'Suzuki', number: '+819012345678', route: row({ id: 'c1' }).route }, refusal: 'being_called' }];
  await open('/withdrawal');
  await box('Sato').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+w');
  await page.getByRole('heading', { name: 'Withdraw 2 callbacks?' }).waitFor();
  await whenFocused(page.getByRole('textbox', { name: 'Reason (optional)' }));
  await page.keyboard.type('Shift change');
  await page.keyboard.press('Enter');
  await page.getByText('Finished: 1 done, 1 refused').waitFor();
  expect(wishes()).toEqual([{ action: { type: 'withdraw', reason: 'Shift change' }, selection: { ids: ['c0', 'c1'] } }]);
  await page.getByRole('row', { name: 'Suzuki' }).getByText('It is being called.').waitFor();
  await box('Sato').waitFor();
});

test('moves what is selected to other agents in one step', async () => {
  await open('/withdrawal');
  await box('Takahashi').check();
  await page.keyboard.press('Alt+v');
  const dialogue = page.getByRole('dialog', { name: 'Move 1 callback to other agents' });
  await dialogue.getByRole('checkbox', { name: `Choose ${MORI.name}` }).check();
  await dialogue.getByRole('checkbox', { name: 'Level the load they already carry' }).check();
  await dialogue.getByText(`60 callbacks to ${MORI.name}`).waitFor();
  await dialogue.getByRole('button', { name: 'Move to other agents' }).click();
  await dialogue.waitFor({ state: 'hidden' });
  expect(wishes()).toEqual([{ action: { type: 'move', method: 'equal', agentIds: [MORI.id], levelled: true }, selection: { ids: ['c2'] } }]);
});

describe('what is withdrawn', () => {
  beforeEach(async () => {
    served.known.list = served.known.list.map((callback) => ({ ...callback, status: 'withdrawn', assignee: null }));
    await open('/withdrawal?number=5678');
    await page.getByText('Withdrawn', { exact: true }).click();
    await page.getByRole('heading', { name: 'Withdrawn callbacks' }).waitFor();
    await until(lastList, (path) => path.includes('status=withdrawn') && !path.includes('assignee'));
  });

  test('is distributed again: Distribution opens on the same search with the same callbacks selected', async () => {
    await box('Sato').check();
    await box('Suzuki').check();
    await page.keyboard.press('Alt+g');
    await page.getByRole('heading', { name: 'Distribution', level: 1 }).waitFor();
    await page.getByText('2 selected').waitFor();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.getByText('2 selected').waitFor();
    expect(await box('Suzuki').isChecked()).toBe(true);
    await page.getByRole('checkbox', { name: `Choose ${AOKI.name}` }).check();
    await button('Distribute').click();
    const [wish] = await until(wishes, ({ length }) => length > 0);
    expect(wish).toMatchObject({ action: { type: 'distribute' }, selection: { ids: ['c0', 'c1'] } });
  });

  test('as a whole goes to Distribution as the search it is', async () => {
    await page.keyboard.press('Alt+l');
    await page.keyboard.press('Alt+g');
    await page.getByText('340 selected').waitFor();
    await page.getByRole('checkbox', { name: `Choose ${AOKI.name}` }).check();
    await button('Distribute').click();
    const [wish] = await until(wishes, ({ length }) => length > 0);
    expect(wish?.selection).toMatchObject({ search: { number: '5678', status: ['withdrawn'], assignee: 'none' } });
  });

  test('is cancelled for good, after asking', async () => {
    await box('Takahashi').check();
    await page.keyboard.press('Alt+k');
    const dialogue = page.getByRole('dialog', { name: 'Cancel 1 request for good?' });
    expect(wishes()).toEqual([]);
    await dialogue.getByRole('button', { name: 'Cancel for good' }).click();
    await dialogue.waitFor({ state: 'hidden' });
    expect(wishes()).toEqual([{ action: { type: 'cancel', reason: null }, selection: { ids: ['c2'] } }]);
  });
});

test.each(['light', 'dark'] as const)('axe finds nothing serious, in %s colours', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await open('/withdrawal');
  await box('Sato').check();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+v');
  await page.getByRole('dialog').getByRole('checkbox', { name: `Choose ${MORI.name}` }).check();
  await page.getByRole('dialog').getByText(`60 callbacks to ${MORI.name}`).waitFor();
  await page.getByRole('dialog').evaluate((dialogue) => Promise.all(dialogue.getAnimations({ subtree: true }).map(({ finished }) => finished)));
  expect(await seriousFindings(page)).toEqual([]);
});
