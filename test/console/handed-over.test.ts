import type { Call, Case } from '../../console/api/types.ts';
import { consulted, guestOf, talking } from './served/calls.ts';
import { AOKI, deskOf, minutesFromNow, MORI } from './served/people.ts';
import { button, change, eachInChromium, holdBack, note, open, page, served, wrapUp } from './served/screen.ts';

eachInChromium();

describe('a call that has left the desk is said to be', () => {
  const ITO = { id: 'agent-ito', name: 'Ito Sho' };
  const outside = guestOf({ kind: 'number', name: '', number: '+81312345678', agent: null, phase: 'here' });
  test.each<[string, Partial<Call>, Case['agent'], string]>([
    ['the guest’s, to whom it was handed over', { guest: guestOf({ purpose: 'transfer', phase: 'ringing' }) }, MORI, 'handed over to Mori Kenta'],
    ['the guest’s, who has done it meanwhile', { guest: guestOf({ purpose: 'transfer', phase: 'ringing' }) }, null, 'handed over to Mori Kenta'],
    ['the member’s, to whom it was left', { heir: MORI }, MORI, 'handed over to Mori Kenta'],
    ['the member’s, to whom it was left, and who has done it meanwhile', { heir: MORI }, null, 'handed over to Mori Kenta'],
    ['the member’s, whoever was being consulted then', { heir: MORI, guest: guestOf({ agent: ITO, phase: 'here' }) }, MORI, 'handed over to Mori Kenta'],
    ['the supervisor’s, who took a conference over', { heir: MORI }, ITO, 'taken over by Ito Sho'],
    ['the supervisor’s, who took it over in a consultation', consulted(), ITO, 'taken over by Ito Sho'],
    ['the supervisor’s, and not a consulted number’s', { guest: outside }, ITO, 'taken over by Ito Sho'],
    ['the supervisor’s, who took it over', {}, ITO, 'taken over by Ito Sho'],
    ['somebody’s, where nobody has it any more', {}, null, 'somebody else has the call now'],
  ])('%s', async (_whose, call, agent, result) => {
    served.known.desk = deskOf({ live: talking(call) });
    await open('/desk');
    await page.getByRole('region', { name: 'Call', exact: true }).waitFor();
    served.known.cases = [talking({}, { agent })];
    change({});
    const said = page.getByText(/Tanaka Yui: /);
    await said.waitFor();
    expect((await said.innerText()).trim()).toBe(`Tanaka Yui: ${result}`);
  });
});

describe('a case that was filed by somebody or something else', () => {
  const SYSTEM = { type: 'system', id: null, name: null } as const;
  const person = (who: { id: string; name: string }) => ({ type: 'user' as const, ...who });
  const entry = (type: Case['timeline'][number]['type'], actor: Case['timeline'][number]['actor'], status: Case['status'] | null): Case['timeline'][number] => ({
    key: `later-${type}`, type, at: minutesFromNow(0), actor, whom: null, hungUpBy: null, status, data: {},
  });
  const timedOut = [entry('wrap_up_timed_out', SYSTEM, 'wrap_up'), entry('noted', person(AOKI), null), entry('completed', SYSTEM, 'completed')];

  async function gone(since: Case['timeline']): Promise<void> {
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    await note().waitFor();
    served.known.cases = [wrapUp({ status: 'completed', timeline: [...wrapUp().timeline, ...since] })];
    change({});
    await page.getByText('No case in hand').waitFor();
  }

  test.each([
    ['its time is over', timedOut, 'Tanaka Yui: the time to file it was over · Completed · your note was filed'],
    ['a supervisor completes it', [entry('completed', person(MORI), 'completed')], 'Tanaka Yui: Completed · Mori Kenta'],
    ['its agent does, in another tab', [entry('noted', person(AOKI), null), entry('completed', person(AOKI), 'completed')], 'Tanaka Yui: Completed · your note was filed'],
    ['the network was lost while it was read, and somebody else is offered it', [entry('offer_withdrawn', SYSTEM, 'queued'), entry('offered', SYSTEM, 'offered')], 'Tanaka Yui: your connection was lost, and it went back to the queue'],
    ['the route closes while it is read', [{ ...entry('offer_withdrawn', SYSTEM, 'scheduled'), data: { reason: 'outside_hours' } }], 'Tanaka Yui: the route closed, and it waits for the next opening'],
    ['the customer is tried again', [entry('retry_planned', SYSTEM, 'scheduled')], 'Tanaka Yui: Next try planned'],
  ])('is said to be, where %s', async (_why, since, said) => {
    await gone(since);
    await page.locator('.result').waitFor();
    expect((await page.locator('.result').innerText()).trim()).toBe(said);
  });

  test('is not told of while the next is in hand, nor after it', async () => {
    const read = await holdBack('**/v1/callbacks/live');
    await gone([entry('completed', person(MORI), 'completed')]);
    const next = wrapUp({ id: 'next', name: 'Sato Ken' });
    change({ live: next });
    await note().waitFor();
    const late = page.waitForResponse('**/v1/callbacks/live').then((response) => response.finished());
    read();
    await late;
    served.known.cases = [next];
    change({});
    await page.getByText('No case in hand').waitFor();
    expect(await page.locator('.result').count()).toBe(0);
  });

  describe('leaves no word behind for the next', () => {
    const accepted = { offerId: 'o1', agent: AOKI, preview: false, offeredAt: minutesFromNow(-1), deadlineAt: null, end: 'accepted' as const, endedAt: minutesFromNow(0) };
    const next = wrapUp({ id: 'next', name: 'Sato Ken', status: 'preview', offers: [accepted] });
    const result = (said: string) => page.locator('.result').getByText(said, { exact: true }).waitFor();

    beforeEach(async () => {
      await gone([entry('completed', person(MORI), 'completed')]);
      await result('Tanaka Yui: Completed · Mori Kenta');
      change({ live: next });
      await button('Give back').waitFor();
    });

    test('of which nothing is told', async () => {
      served.known.cases = [next];
      change({});
      await page.getByText('No case in hand').waitFor();
      expect(await page.locator('.result').count()).toBe(0);
    });

    test('which cannot be read any more', async () => {
      served.known.cases = [];
      change({});
      await result('Sato Ken: no longer yours');
    });

    test('which the agent gives back', async () => {
      const answer = await holdBack('**/next/reject');
      served.known.cases = [{ ...next, timeline: [...next.timeline, entry('offer_rejected', person(AOKI), 'queued')] }];
      await button('Give back').click();
      change({});
      answer();
      await result('Sato Ken: given back');
    });
  });
});
