import { sql } from 'kysely';
import { randomUUID } from 'node:crypto';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { openApiDocument } from '../openapi/document.ts';
import { healthz, metrics, openapi, readyz } from '../operations/system.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';

/** How long a part may take to answer before it counts as unreachable. */
const PATIENCE_MS = 2000;

export const healthEndpoint = endpoint(healthz)(async () => ({ status: 200, body: { status: 'ok' } }));

export const readinessEndpoint = endpoint(readyz)(async ({ deps }) => {
  const [database, temporal] = await Promise.all([reach(() => askDatabase(deps)), reach(() => askTemporal(deps))]);
  if (database === 'ok' && temporal === 'ok') return { status: 200, body: { status: 'ready', database, temporal } };
  return { status: 503, body: { status: 'not_ready', database, temporal } };
});

async function reach(ask: () => Promise<unknown>): Promise<'ok' | 'unreachable'> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<'unreachable'>((resolve) => {
    timer = setTimeout(() => resolve('unreachable'), PATIENCE_MS);
  });
  try {
    return await Promise.race([ask().then(() => 'ok' as const), tooLate]);
  } catch {
    return 'unreachable';
  } finally {
    clearTimeout(timer);
  }
}

async function askDatabase({ store }: Deps): Promise<void> {
  await sql`select 1`.execute(store.db);
}

/** Asks after a callback that cannot be: any answer will do, but Temporal must give one. */
async function askTemporal({ callbacks }: Deps): Promise<void> {
  try {
    await callbacks.standing(randomUUID());
  } catch (error) {
    if (error instanceof TemporalUnavailable) throw error;
  }
}

export const metricsEndpoint = endpoint(metrics)(async ({ deps, res }) => {
  const { registry } = deps.metrics;
  res.set('Content-Type', registry.contentType).send(await registry.metrics());
  return null;
});

let document: Record<string, unknown> | undefined;

export const openapiEndpoint = endpoint(openapi)(async () => {
  document ??= { ...openApiDocument() };
  return { status: 200, body: document };
});
