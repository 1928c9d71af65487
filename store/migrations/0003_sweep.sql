-- When the sweep last compared the row with its workflow.
alter table callback add column compared_at timestamptz;
create index callback_to_compare on callback (projected_at)
  where status not in ('completed', 'cancelled', 'expired', 'failed');
-- When the sweep last asked the network about the leg.
alter table leg add column looked_at timestamptz;
-- When the workflow was told that the agent of this offer or preview has no lease any more.
alter table reservation add column lapse_told_at timestamptz;
