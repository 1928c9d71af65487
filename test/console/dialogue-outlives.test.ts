import { seriousFindings } from './served/axe.ts';
import { contactOf } from './served/contacts.ts';
import { AOKI, deskOf, minutesFromNow, offerOf, row } from './served/people.ts';
import { button, change, eachInChromium, open, page, served, until, wrapUp } from './served/screen.ts';
import { problem } from './served/served-console.ts';

/* A dialogue stays, with what is typed in it, when that which it was opened from is gone. */

eachInChromium();

const dialogue = (name: string) => page.getByRole('dialog', { name });
const message = () => dialogue('SMS to Tanaka Yui');

test.each(['/desk', '/callbacks'])('a reminder’s dialogue stays on %s when the callback is offered, and says why it is refused', async (path) => {
  const theirs = row({ id: 'theirs', kind: 'scheduled', status: 'scheduled', assignee: AOKI, dueAt: minutesFromNow(3) });
  served.known.desk = deskOf({ callbacks: [theirs] });
  served.known.refusals.set('POST /v1/callbacks/theirs/reschedule', problem('not_allowed_now', 'It is offered to somebody.'));
  await open(path);
  await page.getByRole('region', { name: 'Reminder' }).getByRole('button', { name: 'Reschedule' }).click();
  const time = dialogue('Reschedule').getByLabel('New time');
  await time.fill('2027-03-01T14:30');
  change({ offer: offerOf({ ...theirs, status: 'offered', agent: AOKI }) });
  await dialogue('Reschedule').getByRole('button', { name: 'Accept' }).waitFor();
  expect(await time.inputValue()).toBe('2027-03-01T14:30');
  await dialogue('Reschedule').getByRole('button', { name: 'Move to this time' }).click();
  await dialogue('Reschedule').getByRole('alert').getByText('It is offered to somebody.').waitFor();
  await page.keyboard.press('Escape');
  await dialogue('Reschedule').waitFor({ state: 'detached' });
});

describe('the case whose time is over', () => {
  const mine = wrapUp();
  const endsNow = () => {
    const ended = [
      { key: 'over', type: 'wrap_up_timed_out', status: 'wrap_up' },
      { key: 'done', type: 'completed', status: 'completed' },
    ] as const;
    const system = { at: minutesFromNow(0), actor: { type: 'system', id: null, name: null }, whom: null, hungUpBy: null, data: {} } as const;
    served.known.cases = [{ ...mine, status: 'completed', timeline: [...mine.timeline, ...ended.map((entry) => ({ ...system, ...entry }))] }];
    change({});
  };
  const over = 'Tanaka Yui: the time to file it was over · Completed';

  beforeEach(async () => {
    served.known.desk = deskOf({ live: mine });
    await open('/desk');
  });

  test('keeps its dialogue for another time, which says so, and why it is refused; closed, the result stands on the desk', async () => {
    served.known.refusals.set('POST /v1/callbacks/live/reschedule', problem('ended', 'This callback has ended.'));
    await button('Reschedule').click();
    const time = dialogue('Reschedule').getByLabel('New time');
    await time.fill('2027-03-01T14:30');
    endsNow();
    await dialogue('Reschedule').getByRole('alert').getByText(over).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dialogue('Reschedule').getByRole('button', { name: 'Move to this time' }).click();
    await dialogue('Reschedule').getByText('This callback has ended.').waitFor();
    expect(await time.inputValue()).toBe('2027-03-01T14:30');
    await page.keyboard.press('Escape');
    await page.locator('.result').getByText(over).waitFor();
    expect(await page.locator('.left-notice').count()).toBe(0);
  });

  test('loses nothing of a text message, which is still sent', async () => {
    await button('Party').click();
    await button('Send SMS…').click();
    const text = message().getByRole('textbox', { name: 'Text' });
    await text.fill('Your invoice is on its way.');
    endsNow();
    await message().getByRole('alert').getByText(over).waitFor();
    expect(await text.inputValue()).toBe('Your invoice is on its way.');
    await message().getByRole('button', { name: 'Send', exact: true }).click();
    await until(() => served.bodies('POST', '/live/messages'), ({ length }) => length === 1);
  });
});

test('a contact that is merged away while it is edited is not lost: saving is refused, and then the one it has become is shown', async () => {
  const [old, survivor] = [contactOf(7), contactOf(2)];
  served.known.contacts.push(old);
  await open(`/contacts?open=${old.id}`);
  await button('Edit').click();
  const company = page.getByRole('dialog').getByRole('textbox', { name: 'Company' });
  await company.fill('ACME');
  served.known.refusals.set(`GET /v1/contacts/${old.id}`, { ...survivor, status: 200 } as never);
  served.known.refusals.set(`PUT /v1/contacts/${old.id}`, problem('contact_merged', 'This contact has become part of another since you read it.'));
  const before = served.asked.length;
  served.hint({ contactId: old.id });
  await until(() => served.asked.slice(before).filter(({ path }) => path === `/v1/contacts/${survivor.id}/callbacks` || path === `/v1/contacts/${old.id}`), ({ length }) => length > 0);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('alert').getByText('This contact has become part of another since you read it.').waitFor();
  expect(await company.inputValue()).toBe('ACME');
  await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
  await page.waitForURL(new RegExp(`open=${survivor.id}`));
});

test('a contact that is typed at the desk stays when somebody else makes one of the same number', async () => {
  served.known.desk = deskOf({ live: wrapUp() });
  await open('/desk');
  await button('Create a contact').click();
  const company = page.getByRole('dialog').getByRole('textbox', { name: 'Company' });
  await company.fill('ACME');
  change({ live: wrapUp({ name: '', contact: { id: contactOf(2).id, name: '青木 茂', reading: 'アオキ シゲル' } }) });
  await page.locator('.case-header').getByText('青木 茂').waitFor({ state: 'attached' });
  expect(await company.inputValue()).toBe('ACME');
  await page.keyboard.press('Escape');
  await page.getByRole('region', { name: 'Contact', exact: true }).getByText('青木 茂').waitFor();
});
