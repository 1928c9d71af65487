import { MOST_ITEMS } from '../../domain/plan.ts';
import { requestHeaders } from '../schemas/callbacks.ts';
import { plan, planList, planListQuery, planParams, planPreview, planRefusals, planWish, refusalsQuery } from '../schemas/plans.ts';
import { operation } from './operation.ts';

/** A list of ids takes some 40 bytes for each of them. */
const LARGEST_BODY = '1mb';

const selectionProblems = {
  409: `\`too_many\`: the selection holds more than ${MOST_ITEMS} callbacks`,
} as const;

export const createPlan = operation({
  id: 'create_plan',
  tag: 'plans',
  method: 'post',
  path: '/v1/plans',
  summary: 'Do something with many callbacks: distribute, withdraw, move, cancel, reschedule, or change their route',
  description:
    'The plan is kept whole before this answers, and then carried out callback by callback, each as it is at that moment; what cannot be done is refused with its reason.',
  access: 'administrators',
  headers: requestHeaders,
  body: planWish,
  largestBody: LARGEST_BODY,
  answers: {
    200: { description: 'The same Idempotency-Key had made it', schema: plan },
    201: { description: 'Created', schema: plan, headers: { Location: 'The plan' } },
  },
  problems: {
    409: `${selectionProblems[409]}; \`nothing_selected\`: it holds none that is open; \`idempotency_key_reused\`: the key was used for another plan`,
  },
});

export const previewPlan = operation({
  id: 'preview_plan',
  tag: 'plans',
  method: 'post',
  path: '/v1/plans/preview',
  summary: 'What a plan would do now; changes nothing',
  access: 'administrators',
  body: planWish,
  largestBody: LARGEST_BODY,
  answers: { 200: { description: 'What would happen', schema: planPreview } },
  problems: selectionProblems,
});

export const listPlans = operation({
  id: 'list_plans',
  tag: 'plans',
  method: 'get',
  path: '/v1/plans',
  summary: 'The newest plans',
  access: 'administrators',
  query: planListQuery,
  answers: { 200: { description: 'Plans, the newest first', schema: planList } },
});

const unknown = { 404: 'There is no such plan' };

export const readPlan = operation({
  id: 'read_plan',
  tag: 'plans',
  method: 'get',
  path: '/v1/plans/{id}',
  summary: 'How far a plan has come',
  access: 'administrators',
  params: planParams,
  answers: { 200: { description: 'The plan', schema: plan } },
  problems: unknown,
});

export const listRefusals = operation({
  id: 'list_plan_refusals',
  tag: 'plans',
  method: 'get',
  path: '/v1/plans/{id}/refusals',
  summary: 'The callbacks a plan left as they were, and why',
  access: 'administrators',
  params: planParams,
  query: refusalsQuery,
  answers: { 200: { description: 'One page, in the order of the plan', schema: planRefusals } },
  problems: unknown,
});

export const stopPlan = operation({
  id: 'stop_plan',
  tag: 'plans',
  method: 'post',
  path: '/v1/plans/{id}/stop',
  summary: 'Leave what is not done yet as it is',
  description: 'What is done stays done. A plan that has ended stays as it ended.',
  access: 'administrators',
  params: planParams,
  answers: { 200: { description: 'The plan as it stands', schema: plan } },
  problems: unknown,
});
