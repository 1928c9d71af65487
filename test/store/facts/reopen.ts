import { unstarted } from '../../../store/callback/intake.ts';
import { claimCallback, writeProjection } from '../../../store/callback/projection.ts';
import { correctDisposition, reopenCallback } from '../../../store/callback/reopen.ts';
import { deleteRoute } from '../../../store/route/route-settings.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { makeCallback, makeRoute, step, whileOpen } from '../world.ts';

export function reopenFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const actor = { type: 'user', id: 'admin' } as const;
  const NOW = '2026-11-25T01:00:00.000Z';
  const reopen = (callbackId: string, at: string | null = null) => reopenCallback(db(), { callbackId, at, reason: 'wrong number filed', actor, now: NOW });
  const row = (id: string) => db().selectFrom('callback').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  async function ended(more: { number?: string; routeId?: string } = {}): Promise<string> {
    const id = await makeCallback(opened().store, more);
    await claimCallback(db(), { callbackId: id, generation: 1, runId: 'first' });
    const counts = { attempt: 2, attemptsPlaced: 2, attemptsCounted: 2, lastOutcome: 'busy' as const };
    await writeProjection(db(), step(id, 1, { ...counts, status: 'failed', disposition: 'gone', endReason: 'busy' }));
    return id;
  }

  test('a re-opened callback waits for a workflow of its next generation, with all attempts to come and the old ones known', async () => {
    const id = await ended();
    expect(await reopen(id, '2026-12-01T00:00:00.000Z')).toEqual({ generation: 2 });
    const open = await row(id);
    expect(open).toMatchObject({
      status: 'scheduled', kind: 'scheduled', generation: 2, version: 1, ended_at: null, end_reason: null, disposition: null, due_at: null,
      attempt: 2, attempts_placed: 2, attempts_counted: 0, last_outcome: 'busy', started_at: null, assignee_id: null,
    });
    expect([open.desired_at?.toISOString(), open.reopened_at?.toISOString()]).toEqual(['2026-12-01T00:00:00.000Z', NOW]);
    expect(await unstarted(db(), -10 * 365 * 86_400_000, 100_000)).toContainEqual({ id, generation: 2 });
    await writeProjection(db(), step(id, 2, { status: 'cancelled' }));
    expect((await row(id)).status).toBe('scheduled');
    expect(await claimCallback(db(), { callbackId: id, generation: 1, runId: 'first' })).toBeNull();
    expect(await claimCallback(db(), { callbackId: id, generation: 2, runId: 'second' })).not.toBeNull();
    const line = (await readTimeline(db(), id)).find(({ type }) => type === 'reopened');
    expect(line).toMatchObject({ actor, data: { reason: 'wrong number filed', from: 'failed', disposition: 'gone' } });
  });

  test('of several who re-open it at once, one does', async () => {
    const id = await ended();
    const all = await Promise.all([reopen(id), reopen(id), reopen(id)]);
    expect(all.filter((one) => one && 'generation' in one)).toHaveLength(1);
    expect(all.filter((one) => one && 'refused' in one && one.refused === 'not_over')).toHaveLength(2);
    expect(await reopen('00000000-0000-4000-8000-000000000000')).toBeNull();
  });

  test('where the number has another open callback on the route, nothing changes', async () => {
    const same = { number: '+819055550001', routeId: await makeRoute(opened().store) };
    const id = await ended(same);
    const before = await row(id);
    await makeCallback(opened().store, same);
    expect(await reopen(id)).toEqual({ refused: 'route_has_one' });
    expect(await row(id)).toEqual(before);
    expect((await readTimeline(db(), id)).map(({ type }) => type)).not.toContain('reopened');
  });

  test('on a route that was deleted, or is being deleted at the same moment, nobody would be offered it: it stays ended', async () => {
    const [routeId, other] = [await makeRoute(opened().store), (await opened().another()).db];
    const [id, late] = [await ended({ routeId }), await ended({ routeId })];
    const refused = await whileOpen(db(), (tx) => deleteRoute(tx, routeId, actor), () => reopenCallback(other, { callbackId: late, at: null, reason: 'late', actor, now: NOW }));
    expect([refused, await reopen(id)]).toEqual([{ refused: 'route_deleted' }, { refused: 'route_deleted' }]);
    expect([(await row(id)).status, (await row(late)).status]).toEqual(['failed', 'failed']);
  });

  test('a disposition is corrected once it has ended, with what it was; saying it again changes nothing', async () => {
    const id = await ended();
    const correct = (callbackId: string) => correctDisposition(db(), { callbackId, disposition: 'paid', reason: 'misheard', actor });
    expect(await correct(id)).toMatchObject({ disposition: 'paid', status: 'failed', version: 1 });
    await correct(id);
    const lines = (await readTimeline(db(), id)).filter(({ type }) => type === 'disposition_corrected');
    expect(lines).toMatchObject([{ data: { from: 'gone', to: 'paid', reason: 'misheard' } }]);
    expect(await correct(await makeCallback(opened().store))).toBe('not_over');
    expect(await correct('00000000-0000-4000-8000-000000000000')).toBeNull();
  });
}
