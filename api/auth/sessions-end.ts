import type { Request } from 'express';
import { Router } from 'express';
import { fromNodeHeaders } from 'better-auth/node';
import { leaveDesk, untieLeases } from '../../store/agent/sign-out.ts';
import type { Db } from '../../store/tables.ts';
import type { Deps } from '../deps.ts';
import { endSession } from './users.ts';

/**
 * Stands before better-auth's own endpoints, where one of them ends the caller's session: the leases of its tabs end with it
 * (store/migrations/0054_lease_session.sql), and better-auth knows nothing of those.
 */
export function sessionsEnd({ auth, store: { db } }: Pick<Deps, 'auth' | 'store'>): Router {
  const router = Router();
  const sessionOf = async (req: Request) => (await auth.api.getSession({ headers: fromNodeHeaders(req.headers) }))?.session;
  router.post('/sign-out', async (req, _res, next) => {
    const session = await sessionOf(req);
    if (session) await db.transaction().execute((tx) => signOut(tx, session));
    next();
  });
  // Ending the sessions elsewhere makes this browser's anew: its agent does not leave.
  router.post('/change-password', async (req, _res, next) => {
    const session = await sessionOf(req);
    if (session) await untieLeases(db, session.id);
    next();
  });
  return router;
}

/** All in one transaction: nobody is ever signed out and there. What is left for better-auth is to take the cookie away. */
async function signOut(tx: Db, { id, userId }: { readonly id: string; readonly userId: string }): Promise<void> {
  await endSession(tx, id);
  await leaveDesk(tx, userId);
}
