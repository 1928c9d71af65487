import { SYSTEM } from '../../../domain/words.ts';
import { assign } from '../../../store/callback/ownership.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { unprocessedByAgent } from '../../../store/report/unprocessed.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeCallback, makeRoute, step } from '../world.ts';

export function unprocessedFacts(opened: () => Opened): void {
  test('each agent’s open callbacks are counted within a search; what has ended or is nobody’s is not', async () => {
    const { store } = opened();
    const routeId = await makeRoute(store);
    const [one, other] = [await makeAgent(store), await makeAgent(store)];
    const given = async (agentId: string | null) => {
      const callbackId = await makeCallback(store, { routeId });
      if (agentId !== null) await assign(store.db, { callbackId, agentId, distributor: 'admin', actor: SYSTEM });
      return callbackId;
    };
    await given(null);
    await given(one);
    await given(one);
    await given(other);
    await writeProjection(store.db, step(await given(other), 1, { status: 'completed' }));
    const counts = async (search: object) => new Map((await unprocessedByAgent(store.db, search)).map(({ agent, unprocessed }) => [agent.id, unprocessed]));
    expect(await counts({ routeIds: [routeId] })).toEqual(new Map([[one, 2], [other, 1]]));
    expect(await counts({ routeIds: [routeId], assigneeId: other })).toEqual(new Map([[other, 1]]));
    expect(await counts({ routeIds: [] })).toEqual(new Map());
  });
}
