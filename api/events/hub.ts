import type { Log } from '../../config/log.ts';
import { audiencesOf } from '../../store/audience.ts';
import { HINTS, readHint } from '../../store/notify.ts';
import type { Store } from '../../store/open.ts';

/** What to read again: a callback, an agent, a route, or a contact. */
export type Change = { readonly callbackId: string } | { readonly agentId: string } | { readonly routeId: string } | { readonly contactId: string };

/** One open event stream. */
export interface Listener {
  /** Who listens. */
  readonly id: string;
  /** Hears of everything; else of themselves and their callbacks only, as agents do. */
  readonly hearsAll: boolean;
  /** Something changed. */
  changed(changes: readonly Change[]): void;
  /** What changed is theirs as an agent: it may show on their desk. */
  deskChanged(): void;
  /** Hints may have been lost: everything is to be read again. */
  startOver(): void;
}

/** Brings the database's hints to the open event streams, all from one LISTEN. */
export interface EventHub {
  /**
   * Hears from now on, until the returned function is called. Resolves when the database listens: what is read after that
   * misses nothing.
   */
  join(listener: Listener): Promise<() => void>;
}

/** Hints that come within this time of others are told together; the first after a pause is told at once. */
const COALESCE_MS = 10;
/** After a failed look-up of who may hear, the hints are kept this long. */
const RETRY_MS = 1000;

export function createEventHub({ store, log }: { store: Store; log: Log }): EventHub {
  const listeners = new Set<Listener>();
  const callbackIds = new Set<string>();
  const agentIds = new Set<string>();
  const routeIds = new Set<string>();
  const contactIds = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let toldAt = -COALESCE_MS;
  let listening: Promise<unknown> | null = null;

  function collect(payload: string): void {
    const hint = readHint(payload);
    if (!hint) for (const listener of listeners) listener.startOver();
    if (hint?.callbackId !== undefined) callbackIds.add(hint.callbackId);
    if (hint?.agentId !== undefined) agentIds.add(hint.agentId);
    if (hint?.routeId !== undefined) routeIds.add(hint.routeId);
    if (hint?.contactId !== undefined) contactIds.add(hint.contactId);
    if (hint && listeners.size > 0) tellIn(Math.max(toldAt + COALESCE_MS - performance.now(), 0));
  }

  function tellIn(delayMs: number): void {
    timer ??= setTimeout(() => {
      timer = null;
      void tell();
    }, delayMs).unref();
  }

  /** Their desks need not wait for a look at who may see what. */
  function tellDesksOf(agents: ReadonlySet<string>): void {
    for (const listener of listeners) if (agents.has(listener.id)) listener.deskChanged();
  }

  async function tell(): Promise<void> {
    toldAt = performance.now();
    const callbacks = drain(callbackIds);
    const agents = drain(agentIds);
    const routes = drain(routeIds).map((routeId) => ({ routeId }));
    const contacts = drain(contactIds).map((contactId) => ({ contactId }));
    const named = new Set(agents);
    tellDesksOf(named);
    try {
      const audiences = await audiencesOf(store.db, callbacks);
      const all = changesOf(callbacks, agents);
      for (const listener of listeners) {
        const theirs = changesFor(listener, callbacks, agents, audiences);
        const changes = [...(listener.hearsAll ? all : theirs), ...routes, ...contacts];
        if (changes.length > 0) listener.changed(changes);
        if (theirs.length > 0 && !named.has(listener.id)) listener.deskChanged();
      }
    } catch (error) {
      log.warn({ err: error }, 'hints wait for the database');
      for (const id of callbacks) callbackIds.add(id);
      for (const id of agents) agentIds.add(id);
      for (const { routeId } of routes) routeIds.add(routeId);
      for (const { contactId } of contacts) contactIds.add(contactId);
      tellIn(RETRY_MS);
    }
  }

  return {
    async join(listener) {
      listening ??= store.listen(HINTS, collect);
      try {
        await listening;
      } catch (error) {
        listening = null;
        throw error;
      }
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Of these changes those that the listener hears of as an agent. */
function changesFor({ id }: Listener, callbacks: string[], agents: string[], audiences: Map<string, Set<string>>): Change[] {
  return changesOf(
    callbacks.filter((callbackId) => audiences.get(callbackId)?.has(id)),
    agents.filter((agentId) => agentId === id),
  );
}

function changesOf(callbacks: string[], agents: string[]): Change[] {
  return [...callbacks.map((callbackId) => ({ callbackId })), ...agents.map((agentId) => ({ agentId }))];
}

function drain(set: Set<string>): string[] {
  const all = [...set];
  set.clear();
  return all;
}
