import { identityOf } from '../../domain/endpoint.ts';
import { readAgents } from '../../store/agent/agents.ts';
import type { Db } from '../../store/tables.ts';
import { conflict } from '../problems.ts';
import type { Account } from './account.ts';

/*
 * A softphone rings in whichever browser has signed in by its name: of two agents who share one, either is rung for the other's calls. A
 * number or a SIP address may be a telephone that stands between two desks.
 */

type Rung = Pick<Account, 'id' | 'endpoint'>;

/**
 * Holds that nobody else has the softphone that an account is given; what it had before stays. Everybody who gives one waits for
 * `whileNobodyElse`.
 *
 * @throws {HttpProblem} 409 at the field
 */
export async function softphoneOfTheirOwn(tx: Db, before: Rung, after: Rung): Promise<void> {
  if (before.endpoint === after.endpoint || identityOf(after.endpoint) === null) return;
  if (!sharedSoftphones([...(await readAgents(tx)), after]).has(String(after.endpoint))) return;
  throw conflict('softphone_taken', 'Another agent has this softphone already. Everybody needs one of their own.', { errors: [{ pointer: '/endpoint', detail: 'is the softphone of another agent' }] });
}

/** The softphones that more than one of these have; of somebody who is there twice the last counts. */
export function sharedSoftphones(all: readonly Rung[]): Set<string> {
  const endpoints = [...new Map(all.map(({ id, endpoint }) => [id, endpoint])).values()];
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const endpoint of endpoints) {
    if (endpoint === null || identityOf(endpoint) === null) continue;
    if (seen.has(endpoint)) shared.add(endpoint);
    seen.add(endpoint);
  }
  return shared;
}
