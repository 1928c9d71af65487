/*
 * Spreading callbacks over agents. Who may take which follows from the routes agents serve, so the callbacks of one route are alike:
 * how many of each route go to each agent is decided first, and then who gets which of them.
 */

/** An agent callbacks may be distributed to. */
export interface Taker {
  readonly agentId: string;
  /** The routes whose callbacks the agent may have. */
  readonly routeIds: ReadonlySet<string>;
  /** Open callbacks the agent is assigned already. */
  readonly load: number;
}

/**
 * Spreads callbacks evenly: no other way over these agents leaves them closer together, so that where their routes allow it they
 * differ by one at most. What does not divide evenly goes to who carries least.
 * @param routeIds of the callbacks, in the order they are due: each agent gets early and late ones.
 * @param levelled counts what agents carry already, so that all end up alike.
 * @returns the agent of each callback, in the same order; null: none of the agents serves its route.
 */
export function distribute(routeIds: readonly string[], takers: readonly Taker[], { levelled }: { levelled: boolean }): (string | null)[] {
  const shares = inOrder(takers).map((taker) => new Share(taker, levelled ? taker.load : 0));
  for (const [routeId, count] of counted(routeIds)) pour(routeId, count, shares);
  while (levelOnce(shares));
  return routeIds.map((routeId) => nextTaker(routeId, shares));
}

/** One agent's part of the distribution. */
class Share {
  readonly agentId: string;
  readonly #routeIds: ReadonlySet<string>;
  /** How many of each route are to be theirs, and are still to be dealt. */
  readonly quota = new Map<string, number>();
  /** What they carry with all of it. */
  load: number;
  /** What they have carried when so many were dealt. */
  dealt: number;

  constructor({ agentId, routeIds }: Taker, load: number) {
    this.agentId = agentId;
    this.#routeIds = routeIds;
    this.load = load;
    this.dealt = load;
  }

  serves(routeId: string): boolean {
    return this.#routeIds.has(routeId);
  }

  of(routeId: string): number {
    return this.quota.get(routeId) ?? 0;
  }

  add(routeId: string, count: number): void {
    this.quota.set(routeId, this.of(routeId) + count);
    this.load += count;
  }
}

function inOrder(takers: readonly Taker[]): Taker[] {
  return takers.toSorted((a, b) => a.load - b.load || (a.agentId < b.agentId ? -1 : 1));
}

function counted(routeIds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const routeId of routeIds) counts.set(routeId, (counts.get(routeId) ?? 0) + 1);
  return counts;
}

/** Gives a route's callbacks to its agents, each to whoever has least so far. */
function pour(routeId: string, count: number, shares: readonly Share[]): void {
  const eligible = shares.filter((share) => share.serves(routeId));
  if (eligible.length === 0) return;
  for (let given = 0; given < count; given += 1) least(eligible, ({ load }) => load).add(routeId, 1);
}

function least(shares: readonly Share[], by: (share: Share) => number): Share {
  return shares.reduce((best, share) => (by(share) < by(best) ? share : best));
}

/** How a share can hand callbacks on: of which route, and to whom. */
interface Step {
  readonly from: Share;
  readonly routeId: string;
  readonly to: Share;
}

/**
 * Moves load from an agent to one who has at least two less, over agents between them who hand on what the next may take. When no
 * such way is left, no distribution is more even. False: none was left.
 */
function levelOnce(shares: readonly Share[]): boolean {
  for (const fullest of shares.toSorted((a, b) => b.load - a.load)) {
    const way = wayDown(fullest, shares);
    if (!way) continue;
    const end = way.at(-1)?.to ?? fullest;
    const count = Math.min(Math.floor((fullest.load - end.load) / 2), ...way.map(({ from, routeId }) => from.of(routeId)));
    for (const { from, routeId, to } of way) {
      from.add(routeId, -count);
      to.add(routeId, count);
    }
    return true;
  }
  return false;
}

/** The shortest way from an agent to one who has at least two less; null: there is none. */
function wayDown(start: Share, shares: readonly Share[]): Step[] | null {
  const reachedBy = new Map<Share, Step | null>([[start, null]]);
  for (const from of reachedBy.keys()) {
    if (from.load <= start.load - 2) return wayTo(from, reachedBy);
    for (const [routeId, count] of from.quota) {
      if (count === 0) continue;
      for (const to of shares) if (to.serves(routeId) && !reachedBy.has(to)) reachedBy.set(to, { from, routeId, to });
    }
  }
  return null;
}

function wayTo(end: Share, reachedBy: ReadonlyMap<Share, Step | null>): Step[] {
  const way: Step[] = [];
  for (let step = reachedBy.get(end); step; step = reachedBy.get(step.from)) way.unshift(step);
  return way;
}

/** Deals one callback of a route to the agent who has had least so far, of those to whom some are still to be dealt. */
function nextTaker(routeId: string, shares: readonly Share[]): string | null {
  const waiting = shares.filter((share) => share.of(routeId) > 0);
  if (waiting.length === 0) return null;
  const next = least(waiting, ({ dealt }) => dealt);
  next.quota.set(routeId, next.of(routeId) - 1);
  next.dealt += 1;
  return next.agentId;
}
