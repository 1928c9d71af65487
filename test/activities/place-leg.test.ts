import { randomUUID } from 'node:crypto';
import { placeLeg } from '../../activities/place-leg.ts';
import { writeTarget } from '../../store/call/call-targets.ts';
import { givenRoute } from '../api/webhooks/support.ts';
import type { Network } from './network.ts';
import { openNetwork } from './network.ts';

let network: Network;
beforeAll(async () => void (network = await openNetwork()));
afterAll(() => network.close());

/** Rings a number in a conversation. Answers what the network was asked for, and what is said of the leg when it is asked for again. */
async function ringsNumber(takesTheCall: boolean) {
  const { callbackId } = await network.talk();
  const targetId = randomUUID();
  const purpose = takesTheCall ? 'transfer' : 'consult';
  await writeTarget(network.store.db, { id: targetId, callback_id: callbackId, attempt: 1, asked_by: 'aoki', purpose, number: '+819011112200' });
  const label = await network.ring(callbackId, { role: 'target', n: 3, targetId, takesTheCall });
  const request = (await network.requests('/Participants.json')).at(-1);
  return { detection: request?.parameters['MachineDetection'], again: await placeLeg(network.dependencies, { callbackId, label, takesTheCall }) };
}

describe('whether a machine answers at a number that is asked into a call', () => {
  test('is found out where whoever answers has the call, and said of the leg however often it is asked for', async () => {
    await givenRoute(network.store, { machineDetection: true });
    expect(await ringsNumber(true)).toEqual({ detection: 'Enable', again: expect.objectContaining({ result: 'placed', saysWhoAnswers: true }) });
  });

  test('is for the agent to hear where they talk to them first', async () => {
    await givenRoute(network.store, { machineDetection: true });
    expect(await ringsNumber(false)).toEqual({ detection: undefined, again: expect.objectContaining({ saysWhoAnswers: false }) });
  });

  test('is not found out where the route does not say so', async () => {
    await givenRoute(network.store, { machineDetection: false });
    expect(await ringsNumber(true)).toEqual({ detection: undefined, again: expect.objectContaining({ saysWhoAnswers: false }) });
  });
});
