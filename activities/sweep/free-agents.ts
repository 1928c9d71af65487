import { hint, kick } from '../../store/notify.ts';
import { release } from '../../store/agent/reservations.ts';
import { strayReservations } from '../../store/sweep.ts';
import { inTransaction } from '../../store/transaction.ts';
import type { ActivityDependencies } from '../index.ts';

/** Frees agents who are held for a callback that has ended, or is in other hands. Answers how many. */
export async function freeAgents({ store }: ActivityDependencies): Promise<number> {
  const strays = await strayReservations(store.db);
  for (const { id, agent_id } of strays) {
    await inTransaction(store.db, async (tx) => {
      await release(tx, id);
      await hint(tx, { agentId: agent_id });
      await kick(tx);
    });
  }
  return strays.length;
}
