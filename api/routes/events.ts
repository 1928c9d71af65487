import { identify, seesAll } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import type { Change } from '../events/hub.ts';
import { events } from '../operations/desk.ts';

const HEARTBEAT_MS = 15_000;
/** A client that reads so slowly is let go: it connects again and reads everything anew. */
const MOST_UNREAD_BYTES = 256 * 1024;

/** The event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html): hints of what to read again. */
export const eventsEndpoint = endpoint(events)(async ({ deps, caller, req, res }) => {
  const say = (text: string) => {
    if (res.writableLength > MOST_UNREAD_BYTES) res.destroy();
    else if (!res.writableEnded) res.write(text);
  };
  const hello = () => say('event: hello\ndata: {}\n\n');
  const changed = (changes: readonly Change[]) => say(changes.map((change) => `event: change\ndata: ${JSON.stringify(change)}\n\n`).join(''));

  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  const leave = await deps.hub.join({ agentId: seesAll(caller) ? null : caller.id, changed, startOver: hello });
  if (res.closed) {
    leave();
    return null;
  }
  deps.metrics.streams.inc();
  const heartbeat = setInterval(() => void stillWelcome(), HEARTBEAT_MS);
  const stillWelcome = async () => {
    // A database that cannot be asked is no reason to turn anyone out.
    const now = await identify(deps, req.headers).catch(() => caller);
    if (now) say(': still here\n\n');
    else res.end();
  };
  res.once('close', () => {
    clearInterval(heartbeat);
    deps.metrics.streams.dec();
    leave();
  });
  hello();
  return null;
});
