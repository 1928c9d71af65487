import type { Call, Case } from '../../console/api/types.ts';
import { consulted, guestOf, talking } from './served/calls.ts';
import { deskOf, MORI } from './served/people.ts';
import { change, eachInChromium, open, page, served } from './served/screen.ts';

eachInChromium();

describe('a call that has left the desk is said to be', () => {
  const ITO = { id: 'agent-ito', name: 'Ito Sho' };
  const outside = guestOf({ kind: 'number', name: '', number: '+81312345678', agent: null, phase: 'here' });
  test.each<[string, Partial<Call>, Case['agent'], string]>([
    ['the guest’s, to whom it was handed over', { guest: guestOf({ purpose: 'transfer', phase: 'ringing' }) }, MORI, 'handed over to Mori Kenta'],
    ['the guest’s, who has done it meanwhile', { guest: guestOf({ purpose: 'transfer', phase: 'ringing' }) }, null, 'handed over to Mori Kenta'],
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
