import { createPool } from '../../../store/postgres.ts';
import type { Step } from '../../../tools/progress.mjs';
import type { Compared } from './compare.ts';
import { compare } from './compare.ts';
import type { Pace } from './export.ts';
import { measureExport } from './export.ts';
import { questionsOf } from './questions.ts';
import type { Server } from './seeded.ts';
import { openSeeded, startServer } from './seeded.ts';

/** What was measured with so many callbacks in the store. */
export interface ListFigures {
  readonly callbacks: number;
  readonly questions: readonly Compared[];
  readonly product: Pace;
  readonly bare: Pace;
}

export interface ListsWish {
  /** How many callbacks, each in a store of its own. */
  readonly sizes: readonly number[];
  /** Keeps the seeded data for the next time; null: they go at the end. */
  readonly folder: string | null;
  readonly rounds: number;
  readonly exportRounds: number;
}

/** Asks the lists and reports of seeded stores, and exports them, beside what is written by hand. */
export async function measureLists({ sizes, folder, ...rounds }: ListsWish, step: Step): Promise<ListFigures[]> {
  const server = await startServer(folder);
  const figures: ListFigures[] = [];
  try {
    for (const callbacks of sizes) figures.push(await step(`${callbacks} callbacks`, (say) => measureSize(server, callbacks, rounds, say)));
  } finally {
    await server.stop();
  }
  return figures;
}

async function measureSize(
  server: Server,
  callbacks: number,
  { rounds, exportRounds }: Pick<ListsWish, 'rounds' | 'exportRounds'>,
  say: Parameters<Parameters<Step>[1]>[0],
): Promise<ListFigures> {
  const store = await openSeeded(server, callbacks, say.now);
  // Whoever writes statements by hand sends them through a pool, too.
  const pool = createPool(server.urlOf(callbacks));
  try {
    const { until } = await store.db.selectFrom('callback').select(({ fn }) => fn.max('requested_at').as('until')).executeTakeFirstOrThrow();
    const questions: Compared[] = [];
    for (const question of questionsOf(store, pool, until)) {
      say.now(`asking ${callbacks} callbacks: ${question.name}`);
      questions.push(await compare(question, rounds));
    }
    say.now(`exporting ${callbacks} callbacks`);
    const paces = await measureExport(server.urlOf(callbacks), callbacks, exportRounds);
    say.done(`${callbacks} callbacks asked and exported`);
    return { callbacks, questions, ...paces };
  } finally {
    await pool.end();
    await store.close();
  }
}
