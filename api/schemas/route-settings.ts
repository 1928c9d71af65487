import * as z from 'zod';
import { actor, id, instant, someText, text } from './common.ts';
import { routePolicy } from './route-policy.ts';
import { routeAbout } from './routes.ts';

const numbers = z.array(text(40)).max(200, 'must not be more than 200 numbers').meta({ description: 'Numbers customers call, in any writing; answered as E.164' });
const agentIds = z.array(id).max(5000, 'must not be more than 5,000 agents').meta({ description: 'The agents its callbacks may be offered to' });
const name = someText(100).transform((written) => written.trim());

export const routeSettings = z
  .object({
    ...routeAbout,
    version: z.int().meta({ description: 'Raised by every edit; an edit names the version it was made from' }),
    policy: routePolicy,
    agentIds: z.array(z.string()),
    waiting: z.int().meta({ description: 'Callbacks that wait: scheduled or queued' }),
    open: z.int().meta({ description: 'Callbacks that have not ended: while there are any, the route cannot be deleted' }),
    edited: z.object({ at: instant, by: actor.nullable() }).meta({ id: 'RouteEdited', description: 'The newest edit' }),
  })
  .meta({ id: 'RouteSettings' });

export const routeLine = z
  .object({
    ...routeAbout,
    waiting: z.int(),
    open: z.int(),
    agents: z.int().meta({ description: 'How many agents are eligible' }),
  })
  .meta({ id: 'RouteLine', description: 'A route as Settings lists it' });

export const routeLines = z
  .object({
    items: z.array(routeLine),
    holidayCountries: z.array(z.string()).meta({ description: 'Countries whose public holidays are known (ISO 3166-1 alpha-2)' }),
  })
  .meta({ id: 'RouteLines' });

export const newRoute = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and "-"').optional().meta({ description: 'One is made up when it is left out' }),
    name,
    numbers: numbers.default([]),
    policy: routePolicy.partial().default({}).meta({ description: 'What is left out is as a new route has it; the caller ID is then the first number' }),
    agentIds: agentIds.default([]),
  })
  .meta({ id: 'NewRoute' });

export const routeEdit = z
  .strictObject({ version: z.int().min(1), name, numbers, policy: routePolicy, agentIds })
  .meta({ id: 'RouteEdit', description: 'The settings whole, and the version they were made from' });

export const routeImpact = z
  .object({
    waiting: z.int().meta({ description: 'Callbacks that wait, and will live by the new settings' }),
    dueTimesChanged: z.int().meta({ description: 'Those of them whose due time would be another' }),
  })
  .meta({ id: 'RouteImpact', description: 'What saving would do; nothing has been changed' });
