import type { BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import type { Log } from '../../config/log.ts';
import { currentRequestId } from '../middleware/request-log.ts';

type Say = NonNullable<NonNullable<BetterAuthOptions['logger']>['log']>;

/**
 * What better-auth says, in our log. It calls a wrong key an error, and an address that it does not go to, as it does a database that
 * is away. Ours is what was thrown and is no refusal; the rest is about what was asked, and told as a warning.
 */
export function authLogger(log: Log): Say {
  return (level, message, ...details: unknown[]) => {
    const err = details.find((detail) => detail instanceof Error);
    const isOurs = err !== undefined && !isRefusal(err);
    const line = { part: 'auth', requestId: currentRequestId(), ...(isOurs ? { err } : { code: codeOf(err) }) };
    log[level === 'error' && !isOurs ? 'warn' : level](line, message);
  };
}

/** Whether better-auth refuses what was asked, as opposed to having failed. */
export function isRefusal(error: unknown): boolean {
  return isAPIError(error) && error.statusCode < 500;
}

function codeOf(error: unknown): string | undefined {
  return isAPIError(error) ? error.body?.code : undefined;
}
