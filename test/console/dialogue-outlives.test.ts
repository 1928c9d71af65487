import { AOKI, minutesFromNow, offerOf, row, deskOf } from './served/people.ts';
import { button, change, eachInChromium, open, page, served } from './served/screen.ts';
import { problem } from './served/served-console.ts';

/* A dialogue stays, with what is typed in it, when that which it was opened from is gone. */

eachInChromium();

const dialogue = (name: string) => page.getByRole('dialog', { name });

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
