import type { Transaction } from 'kysely';
import type { AuditAction } from '../../domain/audit.ts';
import { maskEndpoint } from '../../domain/endpoint.ts';
import type { Actor } from '../../domain/words.ts';
import { lockAgents, writeAgents } from '../../store/agent/agents.ts';
import { auditAll } from '../../store/report/audit.ts';
import { hint, kick } from '../../store/notify.ts';
import { gathered } from '../../store/callback/rows.ts';
import type { MemberChange } from '../../store/route/route-settings.ts';
import { noteMembers } from '../../store/route/route-settings.ts';
import type { Db, Tables } from '../../store/tables.ts';
import { inTransaction } from '../../store/transaction.ts';
import { insertUsers, readUsers, writeUser } from '../auth/users.ts';
import { conflict } from '../problems.ts';
import type { Account, Changeable } from './account.ts';
import { CHANGEABLE, differences } from './account.ts';

/** A new account, with the password that is shown once. */
export interface NewAccount {
  readonly account: Account;
  readonly password: string;
}

/** One account before and after. */
export interface AccountChange {
  readonly before: Account;
  readonly after: Account;
}

/** Runs `work` while nobody else changes accounts, agents or teams. */
export async function whileNobodyElse<T>(db: Db, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await lockAgents(tx);
    return work(tx);
  });
}

/**
 * Writes new accounts and changed ones, each with its line in the audit log.
 *
 * @throws {HttpProblem} 409 when administrators took their own rights, or nobody would be an administrator any more
 */
export async function writeAccounts(
  tx: Db,
  { made, changed, actor }: { made: readonly NewAccount[]; changed: readonly AccountChange[]; actor: Actor },
): Promise<void> {
  const real = changed.filter(({ before, after }) => differences(before, after).length > 0);
  for (const change of real) mayNotBeTheirOwn(change, actor);
  await insertUsers(tx, made.map(({ account, password }) => ({ ...account, password })));
  for (const { after } of real) await writeUser(tx, after);
  const written = [...made.map(({ account }) => account), ...real.map(({ after }) => after)];
  await writeAgents(tx, written.filter(hasDesk));
  await someAdministratorStays(tx);
  await noteMembers(tx, memberChanges(made, real), actor);
  await auditAll(tx, [
    ...made.map(({ account }) => line(actor, 'agent_created', account.id, null, told(account, CHANGEABLE))),
    ...real.map(({ before, after }) => {
      const fields = differences(before, after);
      return line(actor, 'agent_edited', after.id, told(before, fields), told(after, fields));
    }),
  ]);
  await tell(tx, written);
}

/** Which routes are served by others than before. */
function memberChanges(made: readonly NewAccount[], changed: readonly AccountChange[]): MemberChange[] {
  const moves = [
    ...made.map(({ account: { id, routeIds } }) => ({ id, before: [], after: routeIds })),
    ...changed.map(({ before, after }) => ({ id: after.id, before: before.routeIds, after: after.routeIds })),
  ];
  const without = (some: readonly string[], others: readonly string[]) => some.filter((id) => !others.includes(id));
  const came = gathered(moves.flatMap(({ id, before, after }) => without(after, before).map((routeId) => [routeId, id] as const)));
  const left = gathered(moves.flatMap(({ id, before, after }) => without(before, after).map((routeId) => [routeId, id] as const)));
  return [...new Set([...came.keys(), ...left.keys()])].map((routeId) => ({ routeId, came: came.get(routeId) ?? [], left: left.get(routeId) ?? [] }));
}

/** Agents have a desk; administrators have one once they are given anything that belongs to it, and keep it. */
function hasDesk({ role, isAgent, mayPhone, endpoint, languages, routeIds, teamIds }: Account): boolean {
  return role === 'agent' || isAgent || mayPhone || endpoint !== null || [languages, routeIds, teamIds].some(({ length }) => length > 0);
}

function mayNotBeTheirOwn({ before, after }: AccountChange, actor: Actor): void {
  if (actor.type !== 'user' || actor.id !== before.id) return;
  if (before.role !== after.role) throw conflict('not_your_own_role', 'You cannot take the role of administrator from yourself.');
  if (after.disabled && !before.disabled) throw conflict('not_yourself', 'You cannot keep yourself from signing in.');
}

async function someAdministratorStays(tx: Db): Promise<void> {
  const users = await readUsers(tx);
  const isThere = users.some(({ role, disabled }) => role === 'administrator' && !disabled);
  if (!isThere) throw conflict('last_administrator', 'Somebody must remain an administrator who can sign in.');
}

function line(actor: Actor, action: AuditAction, agentId: string, before: unknown, after: unknown) {
  return { actor, action, subject: `agent/${agentId}`, before, after };
}

/** What the audit log is told: no telephone number. */
function told(account: Account, fields: readonly Changeable[]): Record<string, unknown> {
  const endpoint = account.endpoint === null ? null : maskEndpoint(account.endpoint);
  const sayable = { ...account, endpoint };
  return Object.fromEntries(fields.map((field) => [field, sayable[field]]));
}

/** More than these at once are told by "everything may have changed". */
const MOST_TOLD = 50;

async function tell(tx: Db, accounts: readonly Account[]): Promise<void> {
  if (accounts.length === 0) return;
  if (accounts.length > MOST_TOLD) await hint(tx, 'everything');
  else for (const { id } of accounts) await hint(tx, { agentId: id });
  await kick(tx);
}
