import { type Auth, createAuth } from '../../api/auth/auth.ts';
import { DEMO_PASSWORD, ownPassword, retireDemoPassword } from '../../api/auth/demo-password.ts';
import { createUser, type UserRole } from '../../api/auth/users.ts';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../config/log.ts';
import type { ContactDetails } from '../../domain/contact.ts';
import { SYSTEM } from '../../domain/words.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { readAgent, saveAgent } from '../../store/agent/agents.ts';
import { searchContacts } from '../../store/contact/contact-search.ts';
import { createContact } from '../../store/contact/contacts.ts';
import { markStarted, requestCallback, unstarted } from '../../store/callback/intake.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import type { Store } from '../../store/open.ts';
import { readRoutes, saveRoute } from '../../store/route/routes.ts';
import type { CallbackClient } from '../../temporal/callbacks.ts';
import type { Say } from '../progress.mjs';
import { ADMINISTRATOR, AGENTS, CALLBACKS, CONTACTS, endpointOf, ROUTES, type SeedCallback } from './seed-data.ts';
import { seedResponses } from './seed-responses.ts';

/** Somebody who can sign in. */
export interface Account {
  readonly role: UserRole;
  readonly name: string;
  readonly email: string;
  /** null: it was shown when the account was made, and is shown no more. */
  readonly password: string | null;
}

interface Deps {
  readonly config: Config;
  readonly store: Store;
  readonly log: Log;
  /** null: the telephones are real. */
  readonly sandbox: Sandbox | null;
}

/**
 * Gives an empty store its first accounts and routes and, with the sandbox, a handful of callbacks and contacts; a store that somebody has
 * filled in another way is left as it is. Every part is put there only if it is missing and the last agent comes last, so that a
 * seeding that was killed is finished by the next start. With real telephones, the password that everybody knows is taken from
 * whoever still has it, whatever else is in the store.
 *
 * @returns who can sign in; with real telephones, with passwords of their own, which are told this once
 */
export async function seed(deps: Deps, say: Say): Promise<readonly Account[]> {
  const { store, sandbox } = deps;
  const retired = sandbox ? [] : await retireDemoPassword(deps);
  const isRetired = ({ email }: Account) => retired.some((one) => one.email === email);
  const accounts = accountsOf(deps);
  const routes = await readRoutes(store.db);
  if (routes.some(({ id }) => !ROUTES.some((route) => route.id === id))) return accounts.filter(isRetired);
  const auth = createAuth(deps);
  if (await isSeeded(deps, auth)) return accounts.map((account) => (sandbox || isRetired(account) ? account : { ...account, password: null }));

  const ids = await createUsers(auth, accounts);
  for (const route of ROUTES) await saveRoute(store.db, route);
  for (const contact of sandbox ? CONTACTS : []) await introduce(deps, contact);
  await seedResponses(store);
  for (const [index, callback] of sandbox ? CALLBACKS.entries() : []) await request(deps, callback, `seed-${index + 1}`);
  for (const { email, name, languages, routeIds } of AGENTS) {
    await saveAgent(store.db, { id: ids.get(email) ?? '', name, languages, routeIds, endpoint: endpointOf(email), mayPhone: true });
  }
  say.done(`made ${accounts.length} accounts, ${ROUTES.length} routes${sandbox ? ` and ${CALLBACKS.length} callbacks` : ''}`);
  return accounts;
}

function accountsOf({ config, sandbox }: Deps): readonly Account[] {
  const passwordOf = (email: string) => (sandbox ? DEMO_PASSWORD : ownPassword(config.authSecret, email));
  return [
    { ...ADMINISTRATOR, role: 'administrator', password: passwordOf(ADMINISTRATOR.email) },
    ...AGENTS.map(({ email, name }): Account => ({ email, name, role: 'agent', password: passwordOf(email) })),
  ];
}

async function isSeeded({ store }: Deps, auth: Auth): Promise<boolean> {
  const { internalAdapter } = await auth.$context;
  const last = await internalAdapter.findUserByEmail(AGENTS[AGENTS.length - 1]?.email ?? '');
  return last !== null && (await readAgent(store.db, last.user.id)) !== null;
}

/** @returns user ids by e-mail address */
async function createUsers(auth: Auth, accounts: readonly Account[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { email, name, role, password } of accounts) {
    ids.set(email, await createUser(auth, { email, name, role, password: password ?? '' }));
  }
  return ids;
}

/** Unless somebody has their number already. */
async function introduce({ config, store: { db } }: Deps, contact: ContactDetails): Promise<void> {
  const numbers = contact.numbers.map((one) => ({ ...one, numberHash: hashNumber(config.numberHashKey, one.number) }));
  const known = await searchContacts(db, { numberHashes: numbers.map(({ numberHash }) => numberHash) }, { cursor: null, limit: 1 });
  if (known.contacts.length === 0) await createContact(db, { ...contact, numbers }, SYSTEM);
}

async function request({ config, store }: Deps, callback: SeedCallback, requestKey: string): Promise<void> {
  const { inMs, ...wanted } = callback;
  const route = ROUTES.find(({ id }) => id === callback.routeId);
  await requestCallback(store.db, {
    ...wanted,
    numberHash: hashNumber(config.numberHashKey, callback.number),
    channel: callback.origin === 'web' ? (route?.policy.webChannel ?? 'voice') : 'voice',
    timeZone: null,
    desiredAt: inMs === undefined ? null : new Date(Date.now() + inMs).toISOString(),
    windowEndsAt: null,
    requestKey,
    actor: SYSTEM,
  });
}

/** Starts what was taken in and not started yet, so that nobody has to wait for the sweep to find it. */
export async function startRequested({ db }: Store, callbacks: CallbackClient): Promise<void> {
  for (const { id, generation } of await unstarted(db, 0, CALLBACKS.length)) {
    await callbacks.start({ callbackId: id, generation });
    await markStarted(db, id);
  }
}
