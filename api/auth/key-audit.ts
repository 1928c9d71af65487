import type { BetterAuthPlugin } from 'better-auth';
import { createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api';
import { sql } from 'kysely';
import type { Actor } from '../../domain/words.ts';
import { SYSTEM } from '../../domain/words.ts';
import type { NewAuditEntry } from '../../store/report/audit.ts';
import { audit } from '../../store/report/audit.ts';
import type { Db } from '../../store/tables.ts';

const MADE = '/api-key/create';
const DELETED = '/api-key/delete';

/** A key as the audit log names it: by nothing of what it opens with. */
export interface NamedKey {
  readonly id: string;
  readonly name: string | null;
}

/** better-auth's hooks that write down who made a key, and who deleted one: a key does what administrators do. */
export function keyAudit(db: Db) {
  const at = (path: string) => (context: { path?: string | undefined }) => context.path === path;
  return {
    id: 'ringback-key-audit',
    hooks: {
      // With a key its name is gone.
      before: [{ matcher: at(DELETED), handler: createAuthMiddleware(async ({ body }) => ({ context: { keyBefore: await keyOf(db, body) } })) }],
      after: [
        { matcher: at(MADE), handler: writing(db, (actor, { returned }) => (isKey(returned) ? keyMade(actor, returned) : null)) },
        { matcher: at(DELETED), handler: writing(db, (actor, { keyBefore }) => (isKey(keyBefore) ? keyDeleted(actor, keyBefore) : null)) },
      ],
    },
  } satisfies BetterAuthPlugin;
}

/** The line that tells of a key that was deleted. */
export function keyDeleted(actor: Actor, { id, name }: NamedKey): NewAuditEntry {
  return { actor, action: 'api_key_deleted', subject: `api-key/${id}`, before: { name } };
}

function keyMade(actor: Actor, { id, name }: NamedKey): NewAuditEntry {
  return { actor, action: 'api_key_created', subject: `api-key/${id}`, after: { name } };
}

/** Writes a line once it is done. Nobody is signed in where the system makes a key. */
function writing(db: Db, lineOf: (actor: Actor, told: { returned: unknown; keyBefore: unknown }) => NewAuditEntry | null) {
  return createAuthMiddleware(async (context) => {
    const { returned } = context.context;
    if (isAPIError(returned)) return;
    const session = await getSessionFromCtx(context);
    const actor: Actor = session ? { type: 'user', id: session.user.id } : SYSTEM;
    const line = lineOf(actor, { returned, keyBefore: 'keyBefore' in context ? context.keyBefore : null });
    if (line) await audit(db, line);
  });
}

async function keyOf(db: Db, body: unknown): Promise<NamedKey | null> {
  if (typeof body !== 'object' || body === null || !('keyId' in body) || typeof body.keyId !== 'string') return null;
  const { rows } = await sql<NamedKey>`select id, name from auth_api_key where id = ${body.keyId}`.execute(db);
  return rows[0] ?? null;
}

function isKey(value: unknown): value is NamedKey {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}
