import { DateTime } from 'luxon';
import { audit } from '../../store/report/audit.ts';
import { readRoutes } from '../../store/route/routes.ts';
import { readTeams } from '../../store/agent/teams.ts';
import { readAccounts } from '../agents/account.ts';
import { COLUMNS, Names, cellsOf } from '../agents/columns.ts';
import type { Encoding } from '../agents/csv.ts';
import { Unreadable, decode, readCsv, writeCsv } from '../agents/csv.ts';
import type { JudgedRow } from '../agents/import.ts';
import { BadTable, judgeRows } from '../agents/import.ts';
import { sentenceOf } from '../agents/row-problems.ts';
import type { NewAccount } from '../agents/write.ts';
import { whileNobodyElse, writeAccounts } from '../agents/write.ts';
import { actorOf } from '../auth/caller.ts';
import { makePassword } from '../auth/passwords.ts';
import { userIds } from '../auth/users.ts';
import { endpoint } from '../endpoint.ts';
import { exportAgents, importAgents } from '../operations/agents.ts';
import { HttpProblem, conflict } from '../problems.ts';

export const exportAgentsEndpoint = endpoint(exportAgents)(async ({ deps: { store, config }, caller, res }) => {
  const { db } = store;
  const [accounts, routes, teams] = [await readAccounts(db), await readRoutes(db, { current: true }), await readTeams(db)];
  const names = { routes: new Names(routes), teams: new Names(teams) };
  await audit(db, { actor: actorOf(caller), action: 'agents_exported', subject: 'agents', after: { rows: accounts.length } });
  const today = DateTime.now().setZone(config.centreTimeZone).toISODate();
  res.set({ 'Content-Disposition': `attachment; filename="agents-${today}.csv"`, 'Cache-Control': 'no-store' });
  res.type('text/csv; charset=utf-8').send(writeCsv([COLUMNS, ...accounts.map((account) => cellsOf(account, names))]));
  return null;
});

export const importAgentsEndpoint = endpoint(importAgents)(async ({ deps, caller, query: { dryRun, encoding: wish }, body }) => {
  const { db } = deps.store;
  const actor = actorOf(caller);
  const { table, encoding } = read(body, wish);
  const judging = { actor, newId: await userIds(deps.auth) };
  if (dryRun) return { status: 200, body: resultOf(await judged(judgeRows(db, table, judging)), encoding, null) };
  return whileNobodyElse(db, async (tx) => {
    const rows = await judged(judgeRows(tx, table, judging));
    if (rows.some(({ result }) => result === 'error')) throw conflict('import_has_errors', 'Some rows are wrong: nothing was changed.');
    const made = rows.flatMap(({ result, after }) => (result === 'create' && after ? [{ account: after, password: makePassword() }] : []));
    const changed = rows.flatMap(({ result, before, after }) => (result === 'change' && before && after ? [{ before, after }] : []));
    await writeAccounts(tx, { made, changed, actor });
    if (made.length + changed.length > 0) {
      await audit(tx, { actor, action: 'agents_imported', subject: 'agents', after: { created: made.length, changed: changed.length } });
    }
    return { status: 200, body: resultOf(rows, encoding, made) };
  });
});

/** @throws {HttpProblem} 400 */
function read(body: Buffer, wish: Encoding | 'auto') {
  try {
    const { text, encoding } = decode(body, wish);
    return { table: readCsv(text), encoding };
  } catch (error) {
    throw error instanceof Unreadable ? new HttpProblem(400, 'unreadable_table', `This file cannot be read as a table: ${error.message}`) : error;
  }
}

/** @throws {HttpProblem} 400 */
async function judged(judging: Promise<JudgedRow[]>): Promise<JudgedRow[]> {
  return judging.catch((error: unknown) => {
    throw error instanceof BadTable ? new HttpProblem(400, error.code, error.message) : error;
  });
}

/** @param made null: it was a dry run */
function resultOf(rows: readonly JudgedRow[], encoding: Encoding, made: readonly NewAccount[] | null) {
  const count = (wanted: JudgedRow['result']) => rows.filter(({ result }) => result === wanted).length;
  return {
    encoding,
    applied: made !== null,
    counts: { create: count('create'), change: count('change'), same: count('same'), error: count('error') },
    rows: rows.map(({ line, email, name, result, changes, problems }) => {
      return { line, email, name, result, changes: [...changes], problems: problems.map((problem) => ({ ...problem, detail: sentenceOf(problem) })) };
    }),
    passwords: (made ?? []).map(({ account: { email, name }, password }) => ({ email, name, password })),
  };
}
