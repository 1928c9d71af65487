-- What the processing status counts of a callback's life beside the row's last word (domain/processing.ts says how).
alter table callback
  -- Whose it was when it last went back to waiting by itself; being withdrawn undoes that.
  add column last_assignee_id   text references agent (id),
  -- From when the customer's wait for an answer is counted.
  add column answer_due_at      timestamptz,
  -- The first attempt that rang the customer, or may have, and how it ended.
  add column first_call_attempt integer,
  add column first_call_outcome text,
  -- When the customer was first spoken to.
  add column answered_at        timestamptz,
  -- When the newest promise was kept.
  add column promise_kept_at    timestamptz;

-- What is known of callbacks that were there before.
update callback set answer_due_at = due_at where due_at is not null;
update callback set answered_at = connected_at where last_outcome = 'answered';
update callback set first_call_attempt = called.attempt, first_call_outcome = called.outcome
  from (select distinct on (callback_id) callback_id, attempt, outcome from attempt
         where outcome in ('answered', 'busy', 'no_answer', 'machine', 'unknown') order by callback_id, attempt) called
 where called.callback_id = callback.id;

-- Day and month figures are counted from this index alone.
create index callback_processing on callback (requested_at) include (status, route_id, assignee_id, last_assignee_id);
-- Offers are counted by when they were made.
create index reservation_reserved on reservation (reserved_at) include (agent_id, callback_id, confirmed_at, offer_end) where purpose = 'offer';
