import type { Call } from '../../console/api/types.ts';
import { CUSTOMER, directory, guestOf, ME, MORI_HERE, talking } from './served/calls.ts';
import { deskOf, MORI } from './served/people.ts';
import { button, change, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const bar = () => page.getByRole('region', { name: 'Call', exact: true });

async function openWith(call: Partial<Call>): Promise<void> {
  served.known.directory = directory;
  served.known.desk = deskOf({ live: talking(call) });
  await open('/desk');
  await bar().waitFor();
}

const sent = (command: string) => until(() => served.bodies('POST', `/live/${command}`), (bodies) => bodies.length > 0);

describe('Leave', () => {
  const places = () => Promise.all(['Hold', 'End', 'Reschedule', 'Keypad', 'Help', 'Record'].map((name) => button(name).boundingBox()));

  test('is there once another agent has joined in, says what it does, and moves no button that was there', async () => {
    await openWith({ guest: guestOf({ purpose: 'conference', phase: 'ringing' }) });
    const before = await places();
    expect(await button('Leave').count()).toBe(0);
    change({ live: talking({ parties: [ME, CUSTOMER, MORI_HERE], heir: MORI }) });
    await button('Leave').waitFor();
    expect(await button('Leave').getAttribute('title')).toBe('Leave: the call goes on with Mori Kenta');
    expect(await places()).toEqual(before);
  });

  test('says there why it was refused', async () => {
    served.known.refusals.set('POST /v1/callbacks/live/parties/agent-2-1/dismiss', problem('wrong_state', 'No other agent is in the call: end it instead.'));
    await openWith({ parties: [ME, CUSTOMER, MORI_HERE], heir: MORI });
    await button('Leave').click();
    await bar().getByRole('alert').getByText('No other agent is in the call: end it instead.').waitFor();
    expect(await sent('parties/agent-2-1/dismiss')).toEqual([{ attempt: 2 }]);
  });
});

test('on other screens one can leave one’s conference to who has it then', async () => {
  served.known.desk = deskOf({ live: talking({ parties: [ME, CUSTOMER, MORI_HERE], heir: MORI }) });
  await open('/callbacks');
  await bar().getByRole('button', { name: 'Leave' }).waitFor();
  await page.keyboard.press('Alt+b');
  expect(await sent(`parties/${ME.label}/dismiss`)).toEqual([{ attempt: 2 }]);
});
