import type { Express } from 'express';
import type { Plan, PlanPreview, PlanRefusals, Totals, UnprocessedByAgent } from '../../../console/api/types.ts';
import { administratorMe, AOKI, BILLING, minutesFromNow, MORI } from './people.ts';

/** What the API would know of distribution. */
export interface KnownPlans {
  totals: Totals;
  unprocessed: UnprocessedByAgent['items'];
  preview: PlanPreview;
  /** The plan that is made next, or was made. */
  plan: Plan;
  planRefusals: PlanRefusals['items'];
  /** The newest ones. */
  plans: Plan[];
}

export function planOf(given: Partial<Plan> = {}): Plan {
  return {
    id: '7d0f5c1e-2f2b-4b0e-9c39-6f3b1d1d0001',
    action: { type: 'distribute', method: 'equal', agentIds: [AOKI.id, MORI.id], levelled: false },
    actor: { type: 'user', id: administratorMe.id, name: administratorMe.name },
    state: 'running',
    total: 120,
    pending: 50,
    done: 66,
    refused: 4,
    stopped: 0,
    perAgent: [
      { agent: AOKI, count: 60, done: 33 },
      { agent: MORI, count: 60, done: 33 },
    ],
    createdAt: minutesFromNow(-1),
    finishedAt: null,
    ...given,
  };
}

export const plansKnown = (): KnownPlans => ({
  totals: { matching: 400, total: 340, distributed: 220, undistributed: 120 },
  unprocessed: [
    { agent: AOKI, unprocessed: 12 },
    { agent: MORI, unprocessed: 3 },
  ],
  preview: { total: 120, perAgent: [{ agent: AOKI, count: 60 }, { agent: MORI, count: 60 }], refused: [] },
  plan: planOf(),
  planRefusals: [{ callback: { id: 'c1', name: 'Tanaka Yui', number: '+819012345678', route: BILLING }, refusal: 'already_distributed' }],
  plans: [],
});

/** Plans by canned answers; only Stop does something. */
export function servePlans(app: Express, known: KnownPlans): void {
  app.get('/v1/callbacks/totals', (_request, response) => void response.json(known.totals));
  app.get('/v1/callbacks/unprocessed-by-agent', (_request, response) => void response.json({ items: known.unprocessed }));
  app.post('/v1/plans/preview', (_request, response) => void response.json(known.preview));
  app.post('/v1/plans', (_request, response) => void response.status(201).json(known.plan));
  app.get('/v1/plans', (_request, response) => void response.json({ items: known.plans }));
  app.get('/v1/plans/:id', (_request, response) => void response.json(known.plan));
  app.get('/v1/plans/:id/refusals', (_request, response) => void response.json({ items: known.planRefusals, nextCursor: null }));
  app.post('/v1/plans/:id/stop', (_request, response) => {
    const { pending, stopped } = known.plan;
    known.plan = { ...known.plan, state: 'stopped', pending: 0, stopped: stopped + pending };
    response.json(known.plan);
  });
}
