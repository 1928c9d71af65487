import * as z from 'zod';
import { DISTRIBUTION_METHODS, MOST_ITEMS, PLAN_REFUSALS, PLAN_STATES } from '../../domain/plan.ts';
import { searchShape } from './callbacks.ts';
import { actor, callbackId, id, instant, named, someText, wantedInstant } from './common.ts';

const distribution = {
  method: z.enum(DISTRIBUTION_METHODS).meta({ description: '`equal`: evenly over the agents. `manual`: all to the one agent' }),
  agentIds: z.array(id).min(1).max(1000),
  levelled: z.boolean().default(false).meta({ description: '`equal`: counts what the agents carry already, so that all end up alike' }),
};

function oneForManual({ method, agentIds }: { method: string; agentIds: readonly string[] }): boolean {
  return method !== 'manual' || agentIds.length === 1;
}
const ONE_FOR_MANUAL = { path: ['agentIds'], message: 'must name one agent where the method is "manual"' };

const reason = someText(500).nullable().default(null);

export const planAction = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('distribute'), ...distribution }).refine(oneForManual, ONE_FOR_MANUAL),
    z.strictObject({ type: z.literal('withdraw'), reason }),
    z.strictObject({ type: z.literal('move'), ...distribution }).refine(oneForManual, ONE_FOR_MANUAL),
    z.strictObject({ type: z.literal('cancel'), reason }),
    z
      .strictObject({
        type: z.literal('reschedule'),
        at: wantedInstant,
        windowEndsAt: wantedInstant.nullable().default(null).meta({ description: 'End of the window; the route’s when null' }),
      })
      .refine(({ at, windowEndsAt }) => windowEndsAt === null || Date.parse(windowEndsAt) > Date.parse(at), {
        path: ['windowEndsAt'],
        message: 'must be later than `at`',
      }),
    z.strictObject({ type: z.literal('change_route'), routeId: id }),
  ])
  .meta({
    id: 'PlanAction',
    description:
      '`distribute`: callbacks that belong to nobody become an agent’s. `withdraw`: distributed ones become `withdrawn`. `move`: ' +
      'distributed ones become another agent’s in one step. `change_route`: they go on by the other route’s policy',
  });

export const planWish = z
  .strictObject({
    action: planAction,
    selection: z.union([
      z.strictObject({ ids: z.array(callbackId).min(1).max(MOST_ITEMS) }),
      z.strictObject({ search: z.strictObject(searchShape).meta({ description: 'The callbacks of this search that have not ended' }) }),
    ]),
  })
  .meta({ id: 'PlanWish' });

const planRefusal = z.enum(PLAN_REFUSALS).meta({ id: 'PlanRefusal', description: 'Why a callback of a plan was left as it was' });
const count = z.int().min(0);

export const planPreview = z
  .object({
    total: count,
    perAgent: z.array(z.object({ agent: named, count })).meta({ description: 'Whose the callbacks would be; empty where the action distributes nothing' }),
    refused: z.array(z.object({ refusal: planRefusal, count })).meta({ description: 'What would be left as it is, by reason' }),
  })
  .meta({ id: 'PlanPreview' });

export const plan = z
  .object({
    id: z.uuid(),
    action: planAction,
    actor,
    state: z.enum(PLAN_STATES),
    total: count,
    pending: count,
    done: count,
    refused: count,
    stopped: count,
    perAgent: z
      .array(z.object({ agent: named, count, done: count }))
      .meta({ description: 'Whose the callbacks are to be and, by now, are; what was refused or stopped is left out' }),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Plan' });

export const planList = z.object({ items: z.array(plan) }).meta({ id: 'PlanList' });

export const planRefusals = z
  .object({
    items: z.array(z.object({ callback: z.object({ id: callbackId, name: z.string(), number: z.string(), route: named }), refusal: planRefusal })),
    nextCursor: z.string().nullable().meta({ description: 'Give it as `cursor` to read on; null at the end' }),
  })
  .meta({ id: 'PlanRefusals' });

export const planParams = z.object({ id: z.uuid().meta({ description: 'Id of a plan' }) });

export const planListQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) });

export const refusalsQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'is not one that this list has given')
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const withdrawal = z.strictObject({ reason: someText(500).optional() }).meta({ id: 'Withdrawal' });
export const releasing = z.strictObject({}).meta({ id: 'Releasing' });
export const assignment = z.strictObject({ agentId: id }).meta({ id: 'Assignment' });
