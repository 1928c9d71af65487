import { OPEN_STATUSES } from '../../domain/status.ts';
import type { Search } from '../search/search.ts';
import { matching } from '../search/search.ts';
import type { Db } from '../tables.ts';

/** An agent with how many open callbacks they are assigned. */
export interface Unprocessed {
  readonly agent: { readonly id: string; readonly name: string };
  readonly unprocessed: number;
}

/** How many open callbacks of a search each agent is assigned, by name; who has none is left out. */
export async function unprocessedByAgent(db: Db, search: Search): Promise<Unprocessed[]> {
  const rows = await db
    .selectFrom('callback')
    .innerJoin('agent', 'agent.id', 'callback.assignee_id')
    .select(({ fn }) => ['agent.id', 'agent.name', fn.countAll<number>().as('unprocessed')])
    .where('callback.status', 'in', OPEN_STATUSES)
    .where(matching(search))
    .groupBy(['agent.id', 'agent.name'])
    .orderBy('agent.name')
    .orderBy('agent.id')
    .execute();
  return rows.map(({ id, name, unprocessed }) => ({ agent: { id, name }, unprocessed }));
}
