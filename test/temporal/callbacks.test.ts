import { Client, Connection } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { randomUUID } from 'node:crypto';
import { type CallbackClient, createCallbackClient } from '../../temporal/callbacks.ts';
import { createClient } from '../../temporal/connection.ts';
import { NotRunning, TemporalUnavailable } from '../../temporal/errors.ts';
import { SYSTEM } from '../../domain/words.ts';
import { NOTHING_KNOWN } from '../../domain/leg.ts';
import {
  acceptUpdate,
  CALLBACK_WORKFLOW,
  cancelUpdate,
  completeUpdate,
  legSignal,
  rescheduleUpdate,
  standingQuery,
  workflowIdOf,
} from '../../workflows/messages.ts';
import { createDevServer, KEYS, runWorker } from './environment.ts';

const NEWS = { label: 'customer-1-1', attempt: 1, facts: NOTHING_KNOWN };
const DONE = { actor: SYSTEM, disposition: null, effect: 'end' as const };
const offer = (offerId: string) => ({ offerId, agentId: 'hana' });

let environment: TestWorkflowEnvironment;
let client: Client;
let callbacks: CallbackClient;
let stopWorker: () => Promise<void>;

const TEMPORAL = { namespace: 'default', address: null, apiKey: null, tls: null };

beforeAll(async () => {
  environment = await createDevServer();
  client = createClient(environment.connection, { temporal: TEMPORAL, payloadKeys: KEYS });
  callbacks = createCallbackClient(client);
  stopWorker = await runWorker(environment);
});

afterAll(async () => {
  await stopWorker?.();
  await environment?.teardown();
});

async function started(): Promise<string> {
  const callbackId = randomUUID();
  await callbacks.start({ callbackId, generation: 1 });
  return callbackId;
}

const runIdOf = async (callbackId: string) => (await client.workflow.getHandle(workflowIdOf(callbackId)).describe()).runId;
const resultOf = (callbackId: string) => client.workflow.getHandle(workflowIdOf(callbackId)).result();

describe('start', () => {
  test('said twice, starts one run', async () => {
    const callbackId = await started();
    const runId = await runIdOf(callbackId);
    await callbacks.start({ callbackId, generation: 1 });
    expect(await runIdOf(callbackId)).toBe(runId);
  });

  test('of a callback whose run has ended, starts another', async () => {
    const callbackId = await started();
    const runId = await runIdOf(callbackId);
    await callbacks.update(completeUpdate, callbackId, DONE);
    await resultOf(callbackId);
    await callbacks.start({ callbackId, generation: 2 });
    expect(await runIdOf(callbackId)).not.toBe(runId);
  });
});

describe('update', () => {
  test('answers what the workflow answers', async () => {
    expect(await callbacks.update(acceptUpdate, await started(), offer('a'))).toEqual({ version: 0, status: 'queued' });
  });

  test('that the workflow refuses, says which refusal and its sentence', async () => {
    const refused = callbacks.update(acceptUpdate, await started(), offer('over'));
    await expect(refused).rejects.toMatchObject({ name: 'Refused', refusal: 'offer_over', message: 'That offer is over.' });
  });

  test('accepted by a run that continues as new before it answers, is answered by the next run', async () => {
    const wish = { actor: SYSTEM, at: '2026-01-01T00:00:00Z', windowEndsAt: null, staysWithAgent: false };
    expect(await callbacks.update(rescheduleUpdate, await started(), wish)).toEqual({ version: 0, status: 'offered' });
  });

  test('accepted by a run that ends before it answers, is not running', async () => {
    const update = callbacks.update(cancelUpdate, await started(), { actor: SYSTEM, reason: null });
    await expect(update).rejects.toBeInstanceOf(NotRunning);
  });

  test('of a callback that was never started, or has ended, is not running', async () => {
    await expect(callbacks.update(acceptUpdate, randomUUID(), offer('a'))).rejects.toBeInstanceOf(NotRunning);
    const callbackId = await started();
    await callbacks.update(completeUpdate, callbackId, DONE);
    await resultOf(callbackId);
    await expect(callbacks.update(acceptUpdate, callbackId, offer('a'))).rejects.toBeInstanceOf(NotRunning);
  });
});

describe('signal', () => {
  test('is sent to a running workflow', async () => {
    const callbackId = await started();
    expect(await callbacks.signal(legSignal, callbackId, NEWS)).toBe('sent');
    expect(await callbacks.update(acceptUpdate, callbackId, offer('a'))).toMatchObject({ version: 1 });
  });

  test('without a workflow says so', async () => {
    expect(await callbacks.signal(legSignal, randomUUID(), NEWS)).toBe('no_workflow');
  });
});

describe('standing', () => {
  test('is what a running workflow believes', async () => {
    expect(await callbacks.standing(await started())).toEqual({ version: 0, status: 'queued' });
  });

  test('is null for a callback that was never started, and for one that has ended', async () => {
    expect(await callbacks.standing(randomUUID())).toBeNull();
    const callbackId = await started();
    await callbacks.update(completeUpdate, callbackId, DONE);
    await resultOf(callbackId);
    expect(await callbacks.standing(callbackId)).toBeNull();
  });
});

describe('messages in the clear', () => {
  test('a signal is dropped, and the workflow goes on', async () => {
    const callbackId = await started();
    await environment.client.workflow.getHandle(workflowIdOf(callbackId)).signal(legSignal, NEWS);
    expect(await callbacks.update(acceptUpdate, callbackId, offer('a'))).toMatchObject({ version: 0 });
    await callbacks.signal(legSignal, callbackId, NEWS);
    expect(await callbacks.standing(callbackId)).toMatchObject({ version: 1 });
  });

  test.each([['with a validator', acceptUpdate], ['without one', completeUpdate]])('an update %s is refused', async (_, def) => {
    const callbackId = await started();
    const plain = environment.client.workflow.getHandle(workflowIdOf(callbackId));
    await expect(plain.executeUpdate(def.name, { args: [offer('a')] })).rejects.toThrow();
    expect(await callbacks.standing(callbackId)).toMatchObject({ status: 'queued' });
  });

  test('a start ends at once', async () => {
    const handle = await environment.client.workflow.start(CALLBACK_WORKFLOW, {
      taskQueue: 'ringback',
      workflowId: workflowIdOf(randomUUID()),
      args: [{ callbackId: 'x', generation: 1 }],
    });
    await expect(handle.result()).rejects.toThrow();
  });

  test('an answer is an error to our client', async () => {
    const callbackId = await started();
    const plain = new Client({ connection: environment.connection, dataConverter: {} });
    const bytes = await plain.workflow.getHandle(workflowIdOf(callbackId)).query(standingQuery).catch((error: unknown) => error);
    expect(bytes).toBeInstanceOf(Error);
  });
});

describe('when nobody answers', () => {
  test.concurrent('no worker: unavailable within about 5 s', async () => {
    const local = await createDevServer();
    try {
      const alone = createCallbackClient(createClient(local.connection, { temporal: TEMPORAL, payloadKeys: KEYS }));
      await alone.start({ callbackId: 'alone', generation: 1 });
      const since = Date.now();
      await expect(alone.update(acceptUpdate, 'alone', offer('a'))).rejects.toBeInstanceOf(TemporalUnavailable);
      await expect(alone.standing('alone')).rejects.toBeInstanceOf(TemporalUnavailable);
      expect(Date.now() - since).toBeLessThan(12_000);
    } finally {
      await local.teardown();
    }
  });

  test.concurrent('no server: unavailable, for everything', async () => {
    const connection = Connection.lazy({ address: '127.0.0.1:1' });
    const alone = createCallbackClient(createClient(connection, { temporal: TEMPORAL, payloadKeys: KEYS }));
    const asked = await Promise.allSettled([
      alone.start({ callbackId: 'alone', generation: 1 }),
      alone.update(acceptUpdate, 'alone', offer('a')),
      alone.signal(legSignal, 'alone', NEWS),
      alone.standing('alone'),
    ]);
    await connection.close();
    expect(asked.map((one) => one.status === 'rejected' && one.reason instanceof TemporalUnavailable)).toEqual([true, true, true, true]);
  });
});
