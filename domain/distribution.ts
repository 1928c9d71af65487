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
  /** When the agent was given one last, in milliseconds since the epoch: of those who carry the same, who has waited longest is first. */
  readonly lastGivenAtMs?: number;
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
  const serving = servingAmong(shares);
  for (const routeId of fewestFirst(routeIds, serving)) least(serving(routeId))?.add(routeId, 1);
  level(shares, serving);
  for (const share of shares) share.load = levelled ? share.before : 0;
  return routeIds.map((routeId) => deal(routeId, serving(routeId)));
}

/** One agent's part of a distribution. */
class Share {
  readonly agentId: string;
  /** What they carry already. */
  readonly before: number;
  /** What they carry with their part of it. */
  load: number;
  /** How many of each route are theirs. */
  readonly quota = new Map<string, number>();
  readonly #routeIds: ReadonlySet<string>;

  constructor({ agentId, routeIds, load: before }: Taker, load: number) {
    this.agentId = agentId;
    this.before = before;
    this.load = load;
    this.#routeIds = routeIds;
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

/** The shares that a route's callbacks may go to. */
type Serving = (routeId: string) => readonly Share[];

function servingAmong(shares: readonly Share[]): Serving {
  const known = new Map<string, readonly Share[]>();
  return (routeId) => {
    const before = known.get(routeId);
    if (before) return before;
    const found = shares.filter((share) => share.serves(routeId));
    known.set(routeId, found);
    return found;
  };
}

function inOrder(takers: readonly Taker[]): Taker[] {
  const lastGiven = ({ lastGivenAtMs = 0 }: Taker): number => lastGivenAtMs;
  return takers.toSorted((a, b) => a.load - b.load || lastGiven(a) - lastGiven(b) || a.agentId.localeCompare(b.agentId));
}

/** Who can take many kinds is left for those that few can take. */
function fewestFirst(routeIds: readonly string[], serving: Serving): string[] {
  return routeIds.toSorted((a, b) => serving(a).length - serving(b).length);
}

/** The share that carries least, the first of several. This is the innermost loop. */
function least(shares: readonly Share[]): Share | undefined {
  let best = shares[0];
  for (const share of shares) if (best && share.load < best.load) best = share;
  return best;
}

/**
 * Moves load from agents to those who have at least two less, over agents between them who hand on what the next may take, the
 * fullest first. Who has no such way is done with: nothing that happens to those with less opens one. When nobody has, no
 * distribution is more even.
 */
function level(shares: readonly Share[], serving: Serving): void {
  const open = new Set(shares);
  while (open.size > 0) {
    const fullest = [...open].reduce((best, share) => (share.load > best.load ? share : best));
    const end = lowestBelow(fullest, serving);
    if (end) hand(fullest, end);
    else open.delete(fullest);
  }
}

/** How callbacks are handed on to a share: of which route, and from whom, who may have them from somebody else in turn. */
interface Reached {
  readonly share: Share;
  readonly by: { readonly routeId: string; readonly from: Reached } | null;
}

/** Hands on as many as bring the two ends together, or as there are on the way. */
function hand(start: Share, end: Reached): void {
  let count = Math.floor((start.load - end.share.load) / 2);
  for (let at = end; at.by; at = at.by.from) count = Math.min(count, at.by.from.share.of(at.by.routeId));
  for (let at = end; at.by; at = at.by.from) {
    at.by.from.share.add(at.by.routeId, -count);
    at.share.add(at.by.routeId, count);
  }
}

/** Of those to whom a share's callbacks can be handed on, the one who has least; null: none has two less. */
function lowestBelow(start: Share, serving: Serving): Reached | null {
  let lowest: Reached = { share: start, by: null };
  const reached = new Map([[start, lowest]]);
  const seen = new Set<string>();
  for (const from of reached.values()) {
    if (from.share.load < lowest.share.load) lowest = from;
    for (const [routeId, count] of from.share.quota) {
      if (count === 0 || seen.has(routeId)) continue;
      seen.add(routeId);
      for (const share of serving(routeId)) if (!reached.has(share)) reached.set(share, { share, by: { routeId, from } });
    }
  }
  return lowest.share.load <= start.load - 2 ? lowest : null;
}

/** Deals one callback of a route to the agent who has least so far, of those to whom some of it are still to be dealt. */
function deal(routeId: string, shares: readonly Share[]): string | null {
  const next = least(shares.filter((share) => share.of(routeId) > 0));
  if (!next) return null;
  next.quota.set(routeId, next.of(routeId) - 1);
  next.load += 1;
  return next.agentId;
}
