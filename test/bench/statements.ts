import type { CompiledQuery, DatabaseConnection } from 'kysely';
import type { Store } from '../../store/open.ts';

/** Counts the SQL statements of a store, of whoever sends them. `begin` and `commit` are not statements here. */
export interface Statements {
  /** Number of times each has been sent, by its text. */
  readonly sent: ReadonlyMap<string, number>;
  total(): number;
  reset(): void;
}

/** Listens in on every connection of the store, those to come included. */
export async function countStatements({ db }: Store): Promise<Statements> {
  const sent = new Map<string, number>();
  await db.getExecutor().provideConnection(async (connection) => {
    const kind = Object.getPrototypeOf(connection) as DatabaseConnection;
    const { executeQuery } = kind;
    kind.executeQuery = function count<R>(this: DatabaseConnection, query: CompiledQuery) {
      sent.set(query.sql, (sent.get(query.sql) ?? 0) + 1);
      return executeQuery.call(this, query) as ReturnType<typeof executeQuery<R>>;
    };
  });
  return {
    sent,
    total: () => [...sent.values()].reduce((sum, times) => sum + times, 0),
    reset: () => sent.clear(),
  };
}
