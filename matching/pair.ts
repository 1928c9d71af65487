/** A callback that waits for an agent, as matching sees it. Instants are milliseconds since the epoch. */
export interface WaitingCallback {
  readonly callbackId: string;
  readonly routeId: string;
  readonly channel: string;
  /** 1 is served first, 9 last. */
  readonly priority: number;
  readonly dueAtMs: number;
  readonly assigneeId: string | null;
  /** Now only the assignee may have it. */
  readonly assigneeAlone: boolean;
  /** Agents who rejected or missed it a short while ago. */
  readonly barredAgentIds: readonly string[];
}

/** An agent who is Ready, online and free. `serves` holds `route/channel`. */
export interface ReadyAgent {
  readonly agentId: string;
  readonly idleSinceMs: number;
  readonly serves: ReadonlySet<string>;
}

export interface Pair {
  readonly callbackId: string;
  readonly agentId: string;
}

/** Waiting this long is worth one step of priority, so that nobody waits for ever behind others. */
export const AGEING_MS = 10 * 60_000;

/** How `serves` names a route's channel. */
export function service(routeId: string, channel: string): string {
  return `${routeId}/${channel}`;
}

/**
 * Who is offered what: callbacks by priority with ageing, then by how long the customer has waited; each to its assignee first,
 * else to the agent who has been idle longest. Nobody appears twice.
 */
export function pair(callbacks: readonly WaitingCallback[], agents: readonly ReadyAgent[], nowMs: number): Pair[] {
  const free = agents.toSorted((a, b) => a.idleSinceMs - b.idleSinceMs);
  const pairs: Pair[] = [];
  for (const callback of inOrder(callbacks, nowMs)) {
    const index = choose(callback, free);
    if (index < 0) continue;
    const [agent] = free.splice(index, 1);
    if (agent) pairs.push({ callbackId: callback.callbackId, agentId: agent.agentId });
  }
  return pairs;
}

/** The order in which callbacks are served. */
export function inOrder(callbacks: readonly WaitingCallback[], nowMs: number): WaitingCallback[] {
  const rank = (callback: WaitingCallback): number => callback.priority - Math.floor((nowMs - callback.dueAtMs) / AGEING_MS);
  return callbacks.toSorted((a, b) => rank(a) - rank(b) || a.dueAtMs - b.dueAtMs);
}

function choose(callback: WaitingCallback, free: readonly ReadyAgent[]): number {
  const may = (agent: ReadyAgent): boolean =>
    agent.serves.has(service(callback.routeId, callback.channel)) && !callback.barredAgentIds.includes(agent.agentId);
  const assignee = free.findIndex((agent) => agent.agentId === callback.assigneeId && may(agent));
  return assignee >= 0 || callback.assigneeAlone ? assignee : free.findIndex(may);
}
