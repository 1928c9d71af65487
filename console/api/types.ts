import type { components, operations } from './schema.gen.ts';

/* Short names for the API's own types. Nothing here is written by hand: all of it follows the generated schema. */

type Schemas = components['schemas'];
export type Ack = Schemas['Ack'];
export type Actor = Schemas['Actor'];
export type Agent = Schemas['Agent'];
export type Attempt = Schemas['Attempt'];
export type CallbackPage = Schemas['CallbackPage'];
export type CallbackRequest = Schemas['CallbackRequest'];
export type CallbackRow = Schemas['CallbackRow'];
export type Case = Schemas['Case'];
export type ChannelWish = Schemas['ChannelWish'];
export type Completion = Schemas['Completion'];
export type Desk = Schemas['Desk'];
export type Disposition = Schemas['Disposition'];
export type Draft = Schemas['Draft'];
export type EarlierCallback = Schemas['EarlierCallback'];
export type Leg = Schemas['Leg'];
export type Me = Schemas['Me'];
export type Offer = Schemas['Offer'];
export type Plan = Schemas['Plan'];
export type PlanPreview = Schemas['PlanPreview'];
export type PlanRefusals = Schemas['PlanRefusals'];
export type PlanWish = Schemas['PlanWish'];
export type Problem = Schemas['Problem'];
export type Requested = Schemas['Requested'];
export type Reschedule = Schemas['Reschedule'];
export type Route = Schemas['Route'];
export type TimelineEntry = Schemas['TimelineEntry'];
export type Totals = Schemas['Totals'];
export type UnprocessedByAgent = Schemas['UnprocessedByAgent'];
export type Words = Schemas['Words'];
export type ListQuery = NonNullable<operations['list_callbacks']['parameters']['query']>;
