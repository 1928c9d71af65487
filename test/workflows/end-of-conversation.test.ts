import { nextStep } from '../../domain/call/call.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { answer, guest, hangsUp, invite, talking, whenFree, whenGuest } from './in-call.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(() => centre.only('aoki', 'mori'));
afterEach(() => centre.clear());
afterAll(() => centre.close());

const NOBODY_ANSWERS = '+819011112290';

async function moriIsHere(id: string): Promise<string> {
  const targetId = await invite(centre, id, 'consult', { agentId: 'mori' });
  await answer(centre, id, targetId, 'mori', true);
  await whenGuest(centre, id, 'here');
  return targetId;
}

describe('nobody of us stays on the line when the customer hangs up', () => {
  const WHILE: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    'somebody is asked in': (id) => invite(centre, id, 'consult', { agentId: 'mori' }),
    'a number rings': async (id) => {
      await invite(centre, id, 'transfer', { number: NOBODY_ANSWERS });
      await centre.leg(id, 'target-1-2', ({ progress }) => progress === 'ringing');
    },
    'somebody is consulted': moriIsHere,
    'three talk': async (id) => guest(centre, id, await moriIsHere(id), 'conference'),
  };

  test.each(Object.entries(WHILE))('while %s', async (_while, comesThere) => {
    const id = await talking(centre);
    await comesThere(id);
    await centre.when(id, ({ call }) => call !== null && nextStep(call) === null && call.known['customer-1-1']?.endsCall === false);
    await hangsUp(centre, id, 'customer-1-1');
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await centre.quiet(id);
    await whenFree(centre, 'mori');
  });
});
