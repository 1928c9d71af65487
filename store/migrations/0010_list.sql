-- The list of callbacks at a million rows, and its downloads.

-- Downloads under way, for their progress on the screen: what a crash leaves of them is nothing anybody needs.
create unlogged table download (
  id       uuid primary key,
  owner_id text not null,
  rows     integer not null default 0,
  -- Null while they are still being counted.
  total    integer,
  begun_at timestamptz not null default now()
);

-- Searched and sorted by the time of the end; the open ones come before every end (store/search.ts).
drop index callback_ended;
create index callback_ended on callback (coalesce(ended_at, '-infinity'), id);

-- What an agent may see is looked up from the agent's side, however long the whole list is.
create index callback_in_hand on callback (agent_id) where agent_id is not null;
create index attempt_by_agent on attempt (agent_id, callback_id);
