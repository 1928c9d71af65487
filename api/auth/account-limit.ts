import { createHmac } from 'node:crypto';
import type { GenericEndpointContext } from '@better-auth/core';
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { audit } from '../../store/report/audit.ts';
import type { Store } from '../../store/open.ts';
import type { TryLimit } from '../../store/agent/sign-in-tries.ts';
import { forgetTries, takeTry } from '../../store/agent/sign-in-tries.ts';
import type { Db } from '../../store/tables.ts';

/** So slow that no password of eight characters is guessed, and a person who has forgotten theirs is not kept out for long. */
const LIMIT: TryLimit = { tries: 10, windowMs: 15 * 60_000 };

const SIGN_IN = '/sign-in/email';
/** It asks for the present password: whoever finds an open session could guess there. */
const CHANGE = '/change-password';

/**
 * better-auth hooks that limit how often the password of one account may be tried, over all processes and from wherever: after ten
 * failures it is closed to everybody, the right password included, until a quarter of an hour after the first. Whether there is
 * such an account makes no difference, and no other account is touched. Whoever has changed their password is on the audit log.
 *
 * @param secret keys the hash that stands for an e-mail address
 */
export function limitByAccount(store: Pick<Store, 'db'>, secret: string) {
  const hash = (email: string) => hashEmail(secret, email);
  return {
    before: createAuthMiddleware(async (context) => {
      const email = await emailIn(context);
      const waitMs = email === null ? null : await takeTry(store.db, hash(email), LIMIT);
      if (waitMs !== null) throw tooManyTries(waitMs);
    }),
    after: createAuthMiddleware(async (context) => {
      const email = isAPIError(context.context.returned) ? null : await emailIn(context);
      if (email === null) return;
      await forgetTries(store.db, hash(email));
      if (context.path === CHANGE) await writeDown(store.db, context);
    }),
  };
}

async function writeDown(db: Db, context: GenericEndpointContext): Promise<void> {
  const session = await getSessionFromCtx(context);
  const id = String(session?.user.id);
  await audit(db, { actor: { type: 'user', id }, action: 'agent_edited', subject: `agent/${id}`, after: { password: 'changed' } });
}

/** The account of this address has all its tries again: its password is another from now on. */
export async function openAccount(db: Db, { secret, email }: { secret: string; email: string }): Promise<void> {
  await forgetTries(db, hashEmail(secret, email));
}

function hashEmail(secret: string, email: string): string {
  return createHmac('sha256', secret).update(`sign-in ${email.toLowerCase()}`).digest('hex');
}

/** Whose password is tried; null: nobody's. */
async function emailIn(context: GenericEndpointContext): Promise<string | null> {
  if (context.path === CHANGE) return (await getSessionFromCtx(context))?.user.email ?? null;
  const body: unknown = context.body;
  const isTry = context.path === SIGN_IN && typeof body === 'object' && body !== null && 'email' in body && typeof body.email === 'string';
  return isTry ? String(body.email) : null;
}

function tooManyTries(waitMs: number): APIError {
  const message = 'The password of this account was tried too often. Please wait a quarter of an hour.';
  return new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_TRIES', message }, { 'X-Retry-After': String(Math.ceil(waitMs / 1000)) });
}
