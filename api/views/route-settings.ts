import type * as z from 'zod';
import { namesOf } from '../../store/names.ts';
import type { RoutePolicy } from '../../domain/route.ts';
import type { StoredSettings } from '../../store/route-settings.ts';
import type { Db } from '../../store/tables.ts';
import type { routeLine, routeSettings } from '../schemas/route-settings.ts';
import { actorView } from './actor.ts';

/** Everything that can be set of a route, and who edited it last. */
export async function settingsView(db: Db, stored: StoredSettings): Promise<z.input<typeof routeSettings>> {
  const { route, agentIds, waiting, open, edited } = stored;
  const { id, version, name, numbers, closed, policy } = route;
  const by = edited.by && actorView(edited.by, { names: await namesOf(db, 'id' in edited.by ? [edited.by.id] : []) });
  return {
    id,
    version,
    name,
    numbers: [...numbers],
    closed,
    policy: structuredClone(policy) as Writable<RoutePolicy>,
    agentIds: [...agentIds],
    waiting,
    open,
    edited: { at: edited.at.toISOString(), by },
  };
}

/** A route as Settings lists it. */
export function lineView({ route: { id, name, numbers, closed }, agentIds, waiting, open }: StoredSettings): z.input<typeof routeLine> {
  return { id, name, numbers: [...numbers], closed, waiting, open, agents: agentIds.length };
}

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
