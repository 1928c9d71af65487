import DataLoader from 'dataloader';
import type { Db } from '../../store/tables.ts';
import type { UserRole } from '../auth/users.ts';
import { rolesBySession } from '../auth/users.ts';

/** The role of whose session it is by now; null: it has ended, or they may not sign in any more. */
export type SessionLook = (sessionId: string) => Promise<UserRole | null>;

/** A call changes its agent many times a second, and a whole shift is looked at every 15 s: one statement serves for all of that. */
const GATHERED_MS = 500;

/** Looks at the sessions of open event streams: all that are asked about within half a second, in one statement. */
export function createSessionLook(db: Db): SessionLook {
  const look = async (ids: readonly string[]) => {
    const roles = await rolesBySession(db, ids);
    return ids.map((id) => roles.get(id) ?? null);
  };
  const sessions = new DataLoader(look, { cache: false, batchScheduleFn: (begin) => void setTimeout(begin, GATHERED_MS) });
  return (id) => sessions.load(id);
}
