import type { Disposition, RoutePolicy } from '../../domain/route.ts';
import { NO_CALL_YET, NO_TIME_AGREED } from '../../domain/route.ts';
import { isBeingCalled, isTerminal } from '../../domain/status.ts';
import { fileNote } from '../../store/callback/notes.ts';
import { readRoute } from '../../store/route/routes.ts';
import type { CallbackRow } from '../../store/tables.ts';
import { isTimeAgreed } from '../../store/callback/timeline.ts';
import { completeUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { complete } from '../operations/callbacks.ts';
import { conflict } from '../problems.ts';
import { mustHoldOrSteer, visibleCallback } from '../visible.ts';

/** Mark Done. What the route says of the disposition is passed along: the workflow reads no policy. */
export const completeEndpoint = endpoint(complete)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHoldOrSteer(row, caller);
  if (isTerminal(row.status)) throw conflict('callback_over', `This callback is already ${row.status}.`);
  const disposition = chosen(await policyOf(deps, row), body.disposition);
  if (disposition?.effect === 'reschedule') await mustHaveAgreedOnTime(deps, row);
  if (disposition?.effect === 'retry') mustHaveCalled(row);
  if (body.note !== undefined && body.note.trim() !== '') {
    await fileNote(deps.store.db, { callbackId: row.id, authorId: caller.id, text: body.note, actor: actorOf(caller) });
  }
  return command(deps, completeUpdate, row.id, { actor: actorOf(caller), disposition: disposition?.code ?? null, effect: disposition?.effect ?? 'end' });
});

/** Asked here too, so that the refusal comes before the note is filed. @throws {HttpProblem} 409 where no time was agreed */
async function mustHaveAgreedOnTime({ store }: Deps, row: CallbackRow): Promise<void> {
  if (await isTimeAgreed(store.db, row)) return;
  throw conflict('time_required', NO_TIME_AGREED, { errors: [{ pointer: '/disposition', detail: 'asks for a new time, and none was agreed' }] });
}

/** Asked here for the same reason. A call that was over a moment ago may not be known here: that is the workflow's to say. @throws {HttpProblem} 409 before any call */
function mustHaveCalled({ status }: CallbackRow): void {
  if (isBeingCalled(status)) return;
  throw conflict('wrong_state', NO_CALL_YET, { errors: [{ pointer: '/disposition', detail: 'asks for another try, and nobody was called yet' }] });
}

async function policyOf({ store }: Deps, { route_id }: CallbackRow): Promise<RoutePolicy> {
  const route = await readRoute(store.db, route_id);
  if (!route) throw new Error('A callback belongs to a route that does not exist.');
  return route.policy;
}

/** @throws {HttpProblem} 409 for a code the route has not (an administrator may just have removed it), and when one is required */
function chosen({ dispositions, dispositionMandatory }: RoutePolicy, code: string | undefined): Disposition | null {
  if (code === undefined) {
    if (dispositionMandatory) throw conflict('disposition_required', 'Choose a disposition before marking this callback done.');
    return null;
  }
  const known = dispositions.find((disposition) => disposition.code === code);
  if (!known) throw conflict('disposition_gone', 'The route has no such disposition any more. Choose another.', { errors: [{ pointer: '/disposition', detail: "is not one of the route's dispositions" }] });
  return known;
}
