import type { CallbackRow } from '../api/types.ts';

/** So long before its time an agent is reminded of a callback, and so long after it, should it still wait for them. */
const BEFORE_MS = 5 * 60_000;
const AFTER_MS = 10 * 60_000;

/**
 * The callbacks an agent is to be reminded of: those that are theirs, at a time somebody has agreed on, from five minutes before it
 * until they are taken up. What merely waits for the route to open was promised for no particular time.
 */
export function remindedOf(callbacks: readonly CallbackRow[], agentId: string, nowMs: number): CallbackRow[] {
  return callbacks.filter(({ assignee, agent, status, kind, dueAt }) => {
    const waits = (status === 'scheduled' || status === 'queued') && agent === null;
    if (!waits || kind !== 'scheduled' || assignee?.id !== agentId || dueAt === null) return false;
    const dueMs = Date.parse(dueAt);
    return nowMs >= dueMs - BEFORE_MS && nowMs < dueMs + AFTER_MS;
  });
}

/** Names a reminder: moved to another time, a callback is reminded of again. */
export function reminderOf({ id, dueAt }: Pick<CallbackRow, 'id' | 'dueAt'>): string {
  return `${id} ${dueAt}`;
}
