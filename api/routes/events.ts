import type { Request } from 'express';
import type { Caller } from '../auth/caller.ts';
import { identify, seesAll } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import type { Change } from '../events/hub.ts';
import { events } from '../operations/desk.ts';
import { HttpProblem } from '../problems.ts';

const HEARTBEAT_MS = 15_000;
/** A call changes its agent many times a second: one look at what they may hear serves for all, and holds up none. */
const CHECK_AFTER_MS = 500;
/** A client that reads so slowly is let go: it connects again and reads everything anew. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** The event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html): hints of what to read again. */
export const eventsEndpoint = endpoint(events)(async ({ deps, caller, req, res }) => {
  const say = (text: string) => {
    if (res.writableLength > MOST_UNREAD_BYTES) res.destroy();
    else if (!res.writableEnded) res.write(text);
  };
  const stillWelcome = async () => {
    if (hearsTheSame(caller, await whoIsNow(deps, caller, req))) say(': still here\n\n');
    else res.end();
  };
  const hello = () => say('event: hello\ndata: {}\n\n');
  let check: NodeJS.Timeout | undefined;
  const checkSoon = () => {
    check ??= setTimeout(() => {
      check = undefined;
      void stillWelcome();
    }, CHECK_AFTER_MS);
  };
  const changed = (changes: readonly Change[]) => {
    say(changes.map((change) => `event: change\ndata: ${JSON.stringify(change)}\n\n`).join(''));
    // What they may hear may be something else from now on.
    if (changes.some((change) => 'agentId' in change && change.agentId === caller.id)) checkSoon();
  };
  const startOver = () => {
    void stillWelcome();
    hello();
  };

  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  const leave = await deps.hub.join({ agentId: seesAll(caller) ? null : caller.id, changed, startOver });
  if (res.closed) {
    leave();
    return null;
  }
  deps.metrics.streams.inc();
  const heartbeat = setInterval(() => void stillWelcome(), HEARTBEAT_MS);
  res.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(check);
    deps.metrics.streams.dec();
    leave();
  });
  hello();
  return null;
});

/** A database that cannot be asked is no reason to turn anyone out. */
async function whoIsNow(deps: Deps, caller: Caller, req: Request): Promise<Caller | null> {
  return identify(deps, req.headers).catch((error: unknown) => (error instanceof HttpProblem ? null : caller));
}

/** A stream hears what its caller might when it was opened: with other rights a new one is opened. */
function hearsTheSame(before: Caller, now: Caller | null): boolean {
  return now !== null && seesAll(now) === seesAll(before);
}
