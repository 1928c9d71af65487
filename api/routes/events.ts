import { once } from 'node:events';
import type { Request, Response } from 'express';
import { shownDesk } from '../../store/agent/agents.ts';
import type { Caller } from '../auth/caller.ts';
import { identify, seesAll } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import type { Change } from '../events/hub.ts';
import { keepShowing } from '../events/keep-showing.ts';
import { events } from '../operations/desk.ts';
import { HttpProblem } from '../problems.ts';
import type { DeskView } from '../views/desk.ts';
import { readDesk } from '../views/desk.ts';

const HEARTBEAT_MS = 15_000;
/** A client that reads so slowly is let go: it connects again and reads everything anew. */
const MOST_UNREAD_BYTES = 1024 * 1024;

/**
 * The event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html): hints of what to read again. The desk, which must
 * be there at once, it brings to whoever wants it.
 */
export const eventsEndpoint = endpoint(events)(async ({ deps, caller, query, req, res }) => {
  const say = sayTo(res);
  const hello = () => say('event: hello\ndata: {}\n\n');
  const lookAgain = async () => {
    if (!(await isStillWelcome(deps, caller, req))) res.end();
  };
  const changed = (changes: readonly Change[]) => {
    say(changes.map((change) => `event: change\ndata: ${JSON.stringify(change)}\n\n`).join(''));
    // What they may hear may be something else from now on.
    if (changes.some((change) => 'agentId' in change && change.agentId === caller.id)) void lookAgain();
  };
  const startOver = () => {
    void lookAgain();
    hello();
  };
  const failed = (error: unknown) => {
    deps.log.warn({ err: error }, 'a desk could not be sent; its page is told to read everything');
    hello();
  };
  const deskChanged = keepShowing({ read: () => deskOf(deps, caller), show: showDesk(res, say), failed });

  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  const leave = await deps.hub.join({ id: caller.id, hearsAll: seesAll(caller), changed, startOver, deskChanged: query.desk ? deskChanged : () => undefined });
  if (res.closed) {
    leave();
    return null;
  }
  deps.metrics.streams.inc();
  const heartbeat = setInterval(() => {
    say(': still here\n\n');
    void lookAgain();
  }, HEARTBEAT_MS);
  res.once('close', () => {
    clearInterval(heartbeat);
    deps.metrics.streams.dec();
    leave();
  });
  hello();
  return null;
});

function sayTo(res: Response): (text: string) => void {
  return (text) => {
    if (res.writableLength > MOST_UNREAD_BYTES) res.destroy();
    else if (!res.writableEnded) res.write(text);
  };
}

/** Sends a desk, and waits until it has gone: the next one is read when there is room for it. */
function showDesk(res: Response, say: (text: string) => void): (desk: DeskView | null) => Promise<void> {
  const gone = new AbortController();
  res.once('close', () => gone.abort());
  return async (desk) => {
    if (desk) say(`event: desk\ndata: ${JSON.stringify(desk)}\n\n`);
    if (res.writableNeedDrain) await once(res, 'drain', { signal: gone.signal }).catch(() => undefined);
  };
}

/** As they are by now. Null: a machine has none, and neither has who may not phone any more, or is signed in no more. */
async function deskOf({ store }: Deps, caller: Caller): Promise<DeskView | null> {
  if (caller.type === 'machine') return null;
  const [desk, shown] = await Promise.all([readDesk(store.db, caller), shownDesk(store.db, caller.id)]);
  return shown && { ...desk, agent: { ...desk.agent, ...shown, mayPhone: true } };
}

/**
 * A stream hears what its caller might when it was opened: with other rights a new one is opened. A database that cannot be asked is no
 * reason to turn anyone out.
 */
async function isStillWelcome(deps: Deps, caller: Caller, req: Request): Promise<boolean> {
  try {
    if (caller.type === 'machine') return (await identify(deps, req.headers)) !== null;
    return (await deps.sessionLook(caller.sessionId)) === caller.role;
  } catch (error) {
    return !(error instanceof HttpProblem);
  }
}
