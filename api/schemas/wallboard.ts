import * as z from 'zod';
import { PRESENCES } from '../../domain/words.ts';
import { list } from './callbacks.ts';
import { id, instant } from './common.ts';

export const wallboardQuery = z.strictObject({
  route: list(id).optional().meta({ description: 'Ids of routes: repeated, or separated by commas' }),
  team: id.optional().meta({ description: 'Id of a team: what is assigned to or in the hands of its agents' }),
});

const count = z.int();

export const wallboard = z
  .object({
    serverTime: instant,
    waiting: count.meta({ description: 'Due, and waiting for an agent' }),
    offered: count.meta({ description: 'Offered to an agent, or in preview' }),
    onCall: count.meta({ description: 'Being dialled, or in conversation' }),
    afterCall: count.meta({ description: 'In wrap-up' }),
    overdue: count.meta({ description: 'Waiting or offered, and past the promised window; without one, more than 15 minutes past due' }),
    oldestDueAt: instant.nullable().meta({ description: 'Since when the longest one, waiting or offered, has been due' }),
    dueNextHour: count.meta({ description: 'Scheduled, and due within an hour' }),
    agents: z.object(Object.fromEntries(PRESENCES.map((presence) => [presence, count])) as Record<(typeof PRESENCES)[number], typeof count>).meta({ id: 'AgentsByPresence' }),
  })
  .meta({ id: 'Wallboard' });
