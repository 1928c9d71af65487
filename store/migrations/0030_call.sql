-- A conversation with more than two: who is wanted in the conference and how, as the workflow has it (domain/call/call.ts); null: no
-- conversation is going on.
alter table callback add column call jsonb;

-- Somebody an agent asks into a call: another agent, whoever of a route is free, or a number. The number is named here and nowhere
-- else: workflows know the row's id.
create table call_target (
  id          text primary key,
  callback_id uuid not null references callback (id) on delete cascade,
  attempt     integer not null,
  -- Who asked.
  asked_by    text not null,
  purpose     text not null check (purpose in ('consult', 'transfer', 'conference')),
  agent_id    text references agent (id),
  route_id    text references route (id),
  number      text,
  -- What the console calls whoever has the number.
  name        text not null default '',
  asked_at    timestamptz not null default now(),
  check (num_nonnulls(agent_id, route_id, number) = 1)
);
create index call_target_of on call_target (callback_id, attempt);

-- Digits on their way to the customer's ear: their URL names the token, which is good once.
create table call_tones (
  token       text primary key,
  callback_id uuid not null references callback (id) on delete cascade,
  attempt     integer not null,
  digits      text not null,
  sent_by     text not null,
  created_at  timestamptz not null default now(),
  played_at   timestamptz
);
create index call_tones_of on call_tones (callback_id, attempt);

-- Every request about a running conversation, written before it is sent, and what came of it.
create table call_step (
  id           bigint generated always as identity primary key,
  callback_id  uuid not null references callback (id) on delete cascade,
  attempt      integer not null,
  -- domain/call/call.ts Step.
  step         jsonb not null,
  intended_at  timestamptz not null default now(),
  -- When the network had answered, and what: `done`, `gone` (the party had left), `refused`.
  answered_at  timestamptz,
  result       text check (result in ('done', 'gone', 'refused'))
);
create index call_step_of on call_step (callback_id, attempt, id);

-- How a party sits, as the network's events say; and whom a leg of a target rings.
alter table leg
  add column on_hold   boolean not null default false,
  add column muted     boolean not null default false,
  -- The label of the party that alone hears this one.
  add column coaches   text,
  add column target_id text references call_target (id),
  -- The call goes on without us: nobody ends this leg when the attempt is over.
  add column let_go    boolean not null default false;

-- An agent who is asked into another's call is held for it, too.
alter table reservation drop constraint reservation_purpose_check;
alter table reservation add constraint reservation_purpose_check check (purpose in ('offer', 'dial', 'guest', 'supervise'));
alter table reservation add column target_id text references call_target (id);
drop index reservation_one_live_per_callback;
create unique index reservation_one_live_per_callback on reservation (callback_id) where released_at is null and purpose in ('offer', 'dial');

-- What the routes say of calls (domain/route.ts), in its plain form.
update route set policy = '{"recording": "off", "afterCallLimitMs": null, "previewFields": null}'::jsonb || policy;
