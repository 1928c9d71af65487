import { seriousFindings } from './served/axe.ts';
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
