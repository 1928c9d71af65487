import { audit } from '../../store/report/audit.ts';
import { hint } from '../../store/notify.ts';
import type { Db } from '../../store/tables.ts';
import type { Account } from '../agents/account.ts';
import { readAccounts } from '../agents/account.ts';
import { asWished } from '../agents/wish.ts';
import { whileNobodyElse, writeAccounts } from '../agents/write.ts';
import { openAccount } from '../auth/account-limit.ts';
import type { Caller } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import { makePassword } from '../auth/passwords.ts';
import { userIds, writePassword } from '../auth/users.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/agents.ts';
import { conflict, notFound } from '../problems.ts';
import type { AccountView } from '../views/account.ts';
import { accountViews } from '../views/account.ts';

export const listAccountsEndpoint = endpoint(operations.listAccounts)(async ({ deps: { store } }) => {
  return { status: 200, body: { items: await accountViews(store.db, await readAccounts(store.db)) } };
});

export const readAccountEndpoint = endpoint(operations.readAccount)(async ({ deps: { store }, params }) => {
  return { status: 200, body: await shown(store.db, params.id) };
});

export const createAccountEndpoint = endpoint(operations.createAccount)(async ({ deps, caller, body: { email, ...wish } }) => {
  const { db } = deps.store;
  const id = (await userIds(deps.auth))();
  const password = makePassword();
  await whileNobodyElse(db, async (tx) => {
    if ((await readAccounts(tx)).some((other) => other.email === email)) throw conflict('email_taken', 'Somebody has this e-mail address already.');
    const blank: Account = { ...NOBODY, id, email, role: wish.role, mayPhone: wish.role === 'agent' };
    const account = await asWished(tx, blank, wish);
    await writeAccounts(tx, { made: [{ account, password }], changed: [], actor: actorOf(caller) });
  });
  return { status: 201, body: { account: await shown(db, id), password }, headers: { Location: `/v1/agents/${id}` } };
});

const NOBODY = { name: '', disabled: false, isAgent: false, endpoint: null, languages: [], routeIds: [], teamIds: [] } as const;

export const changeAccountEndpoint = endpoint(operations.changeAccount)(async ({ deps, caller, params, body }) => {
  return { status: 200, body: await change(deps, caller, params.id, (tx, before) => asWished(tx, before, body)) };
});

export const disableAccountEndpoint = endpoint(operations.disableAccount)(async ({ deps, caller, params }) => {
  return { status: 200, body: await change(deps, caller, params.id, async (_, before) => ({ ...before, disabled: true })) };
});

export const enableAccountEndpoint = endpoint(operations.enableAccount)(async ({ deps, caller, params }) => {
  return { status: 200, body: await change(deps, caller, params.id, async (_, before) => ({ ...before, disabled: false })) };
});

export const resetPasswordEndpoint = endpoint(operations.resetPassword)(async ({ deps, caller, params: { id } }) => {
  const password = makePassword();
  await whileNobodyElse(deps.store.db, async (tx) => {
    const { email } = await mustBeThere(tx, id);
    await writePassword(tx, { id, password });
    await openAccount(tx, { secret: deps.config.authSecret, email });
    await audit(tx, { actor: actorOf(caller), action: 'agent_edited', subject: `agent/${id}`, after: { password: 'reset' } });
    await hint(tx, { agentId: id });
  });
  return { status: 200, body: { password } };
});

async function change(deps: Deps, caller: Caller, id: string, wished: (tx: Db, before: Account) => Promise<Account>): Promise<AccountView> {
  const { db } = deps.store;
  await whileNobodyElse(db, async (tx) => {
    const before = await mustBeThere(tx, id);
    await writeAccounts(tx, { made: [], changed: [{ before, after: await wished(tx, before) }], actor: actorOf(caller) });
  });
  return shown(db, id);
}

/** @throws {HttpProblem} 404 */
async function mustBeThere(db: Db, id: string): Promise<Account> {
  const [account] = await readAccounts(db, id);
  if (!account) throw notFound('There is nobody of this id.');
  return account;
}

async function shown(db: Db, id: string): Promise<AccountView> {
  const [view] = await accountViews(db, [await mustBeThere(db, id)]);
  return view as AccountView;
}
