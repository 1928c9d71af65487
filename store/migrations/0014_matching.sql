-- How a callback finds its agent: where an offer nobody took led to, and what is to be distributed on arrival.

-- The route that this offer's end took its callback away from; null: it stayed. A step that history forgot is undone by it.
alter table reservation add column moved_from text;

-- Its route distributes what arrives, and this one has not been looked at yet.
alter table callback add column arriving boolean not null default false;
create index callback_arriving on callback (requested_at)
  where arriving and waits_for is null and status in ('scheduled', 'queued');

-- Of agents with the same load the one comes first who was given something longest ago.
create index callback_assigned on callback (assignee_id, assigned_at) where assignee_id is not null;
