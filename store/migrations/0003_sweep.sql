-- When the sweep last compared the row with its workflow.
alter table callback add column compared_at timestamptz;
create index callback_to_compare on callback (projected_at)
  where status not in ('completed', 'cancelled', 'expired', 'failed');
