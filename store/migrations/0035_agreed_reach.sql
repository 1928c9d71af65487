-- How a customer wants to be reached at a time that was agreed with them: it holds when the callback has gone to that time. During a call
-- it waits until the call is over (store/agreed-reach.ts).
create table agreed_reach (
  callback_id uuid primary key references callback (id) on delete cascade,
  -- The time it was agreed for; a callback that has gone to another time meanwhile leaves it alone.
  at          timestamptz not null,
  -- Null: the number stays.
  number      text,
  number_hash text,
  -- The customer's IANA zone; null: it stays.
  time_zone   text,
  actor       jsonb not null,
  agreed_at   timestamptz not null default now()
);
