import { sql } from 'kysely';
import { createSessionLook } from '../../api/events/session-look.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
  await Promise.all(['admin', 'aoki', 'mori'].map((as) => centre.credentials(as)));
});
afterAll(() => centre.close());

/** Looks at sessions, and counts the statements that it takes. */
function counted() {
  let statements = 0;
  const db = centre.store.db.withPlugin({
    transformQuery({ node }) {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  return { look: createSessionLook(db), statements: () => statements };
}

async function sessionOf(name: 'admin' | 'aoki' | 'mori'): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from auth_session where "userId" = ${centre.ids[name]}`.execute(centre.store.db);
  return rows[0]?.id ?? '';
}

test('whoever is looked at within half a second is looked at in one statement, each for themselves', async () => {
  const { look, statements } = counted();
  const sessions = await Promise.all([sessionOf('admin'), sessionOf('aoki'), sessionOf('mori')]);
  await sql`update auth_session set "expiresAt" = now() where "userId" = ${centre.ids.mori}`.execute(centre.store.db);
  expect(await Promise.all([...sessions, 'nobody’s', ...sessions].map(look))).toEqual(['administrator', 'agent', null, null, 'administrator', 'agent', null]);
  expect(statements()).toBe(1);
});

test('whoever may not sign in any more has no session, and what cannot be looked at is an error', async () => {
  const { look } = counted();
  await sql`update auth_user set banned = true where id = ${centre.ids.aoki}`.execute(centre.store.db);
  expect(await look(await sessionOf('aoki'))).toBeNull();
  const broken = createSessionLook(centre.store.db.withSchema('nowhere'));
  await expect(broken('any')).rejects.toThrow(/nowhere/);
});
