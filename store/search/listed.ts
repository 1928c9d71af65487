import type { CallbackRow } from '../tables.ts';

/** What lists and downloads say of a callback, and where they read on: a row read whole, with its live call, is twice as much work. */
export const LISTED = [
  'callback.id',
  'callback.version',
  'callback.route_id',
  'callback.status',
  'callback.number',
  'callback.name',
  'callback.contact_id',
  'callback.language',
  'callback.kind',
  'callback.origin',
  'callback.channel',
  'callback.requested_at',
  'callback.desired_at',
  'callback.due_at',
  'callback.window_ends_at',
  'callback.time_zone',
  'callback.assignee_id',
  'callback.distributor',
  'callback.agent_id',
  'callback.attempt',
  'callback.attempts_placed',
  'callback.last_outcome',
  'callback.disposition',
  'callback.end_reason',
  'callback.ended_at',
] as const;

type ListedColumn = (typeof LISTED)[number] extends `callback.${infer Name}` ? Name : never;

export type ListedRow = Pick<CallbackRow, ListedColumn>;
