import type { Client } from '@temporalio/client';
import type { PayloadKey } from '../config/payload-keys.ts';
import { CALLBACK_WORKFLOW } from '../workflows/messages.ts';
import { keyIdOf } from './codec.ts';

/** Enough to notice keys that were lost or mixed up; a worker's start stays quick. */
const SAMPLE = 50;

/** Running callbacks are encrypted with a key that `PAYLOAD_KEYS` lacks. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';

  constructor(keyId: string) {
    super(`PAYLOAD_KEYS lacks the key ${keyId}, which running callbacks are encrypted with: add it, behind the key in use.`);
  }
}

/**
 * Makes sure that a worker can read the histories it is about to be given: without their key, it would take every message in them
 * for a stranger's and drop it.
 *
 * @throws {KeyMissing}
 */
export async function requireOwnKeys(client: Client, keys: readonly PayloadKey[]): Promise<void> {
  const known = new Set(keys.map(({ id }) => id));
  let left = SAMPLE;
  const query = `WorkflowType = '${CALLBACK_WORKFLOW}' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId, runId } of client.workflow.list({ query, pageSize: SAMPLE })) {
    const keyId = await keyOfStart(client, workflowId, runId);
    if (keyId !== null && !known.has(keyId)) throw new KeyMissing(keyId);
    left -= 1;
    if (left === 0) return;
  }
}

/** The key that a run's first event is encrypted with; null: with none. */
async function keyOfStart(client: Client, workflowId: string, runId: string): Promise<string | null> {
  const { history } = await client.workflowService.getWorkflowExecutionHistory({
    namespace: client.options.namespace,
    execution: { workflowId, runId },
    maximumPageSize: 1,
  });
  const [payload] = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  return payload ? keyIdOf(payload) : null;
}
