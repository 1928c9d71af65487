import type * as z from 'zod';
import { namesOf } from '../../store/callback/names.ts';
import type { RoutePolicy } from '../../domain/route.ts';
import type { StoredSettings } from '../../store/route/route-settings.ts';
import type { Db } from '../../store/tables.ts';
import type { routeLine, routeSettings } from '../schemas/route-settings.ts';
import { actorView } from './actor.ts';
import { aboutView } from './route.ts';

/** Everything that can be set of a route, and who edited it last. */
export async function settingsView(db: Db, stored: StoredSettings): Promise<z.input<typeof routeSettings>> {
  const { route, agentIds, waiting, open, edited } = stored;
  const { version, policy } = route;
  const by = edited.by && actorView(edited.by, { names: await namesOf(db, 'id' in edited.by ? [edited.by.id] : []) });
  return {
    ...aboutView(route),
    version,
    policy: structuredClone(policy) as Writable<RoutePolicy>,
    agentIds: [...agentIds],
    waiting,
    open,
    edited: { at: edited.at.toISOString(), by },
  };
}

/** A route as Settings lists it. */
export function lineView({ route, agentIds, waiting, open }: StoredSettings): z.input<typeof routeLine> {
  return { ...aboutView(route), waiting, open, agents: agentIds.length };
}

type Writable<T> = T extends object ? { -readonly [K in keyof T]: Writable<T[K]> } : T;
