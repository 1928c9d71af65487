-- What Ringback knows. Written for PostgreSQL 15; PGlite runs it as it is.
-- Instants are timestamptz; durations carry their unit in the name; statuses and words are the design's, as text with checks.

create table route (
  id         text primary key,
  version    integer not null default 1,
  name       text not null,
  -- domain/route.ts RoutePolicy, whole: read at the moment it is used.
  policy     jsonb not null,
  closed_at  timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table route_number (
  number   text primary key check (number ~ '^\+[1-9][0-9]{1,14}$'),
  route_id text not null references route (id) on delete cascade
);

create table agent (
  -- The id of the user who signs in.
  id         text primary key,
  name       text not null,
  -- Where Ringback rings the agent: E.164, sip: or client: address; null: cannot dial.
  endpoint   text,
  languages  text[] not null default '{}',
  -- The right to handle callbacks and see numbers.
  may_phone  boolean not null default true,
  -- Since when the agent has had nothing to do; the longest idle is offered the next callback.
  idle_since timestamptz not null default now(),
  created_at timestamptz not null default now()
);

create table agent_route (
  agent_id text not null references agent (id) on delete cascade,
  route_id text not null references route (id) on delete cascade,
  primary key (agent_id, route_id)
);

-- What the agent wishes per channel. Offline, busy and after-call work are derived, never stored.
create table agent_channel (
  agent_id text not null references agent (id) on delete cascade,
  channel  text not null check (channel in ('voice', 'web')),
  wish     text not null check (wish in ('ready', 'not_ready')),
  reason   text,
  since    timestamptz not null default now(),
  primary key (agent_id, channel)
);

-- One lease per open tab, renewed by its heartbeat. An agent without a lease that has not expired is offline.
create table agent_lease (
  agent_id   text not null references agent (id) on delete cascade,
  tab_id     text not null,
  expires_at timestamptz not null,
  primary key (agent_id, tab_id)
);

create table callback (
  id                 uuid primary key,
  -- Raised when an ended callback is re-opened: the same workflow id starts anew.
  generation         integer not null default 1,
  -- Version of the newest projection; 0 until the workflow's first.
  version            integer not null default 0,
  route_id           text not null references route (id),
  number             text not null,
  -- Keyed hash of the number: what is compared, indexed and logged in its place.
  number_hash        text not null,
  -- How a number is searched for and named where the whole of it must not be shown.
  number_last4       text not null generated always as (right(number, 4)) stored,
  name               text not null default '',
  language           text,
  time_zone          text,
  kind               text not null check (kind in ('asap', 'delayed', 'scheduled')),
  origin             text not null check (origin in ('ivr', 'web', 'api', 'agent', 'voicemail')),
  channel            text not null check (channel in ('voice', 'web')),
  status             text not null check (status in ('scheduled', 'queued', 'offered', 'preview', 'dialling', 'connected',
                       'wrap_up', 'withdrawn', 'completed', 'cancelled', 'expired', 'failed')),
  requested_at       timestamptz not null default now(),
  desired_at         timestamptz,
  window_ends_at     timestamptz,
  due_at             timestamptz,
  -- Data collected by the IVR or the form, as given.
  collected          jsonb not null default '{}',
  -- Idempotency key of the request: an IVR's CallSid, or the caller's own.
  request_key        text unique,

  -- About the callback, not its life: written by SQL under the row lock.
  assignee_id        text references agent (id),
  -- 'automatic', or the id of the administrator.
  distributor        text,
  assigned_at        timestamptz,
  draft_note         text not null default '',
  draft_disposition  text,
  -- A request repeated during a conversation waits here for that callback's end, then becomes one of its own.
  waits_for          uuid references callback (id),

  -- The life, written by the workflow alone.
  agent_id           text,
  reservation_id     text,
  attempt            integer not null default 0,
  attempts_placed    integer not null default 0,
  attempts_counted   integer not null default 0,
  last_outcome       text,
  connected_at       timestamptz,
  -- When an open preview dials by itself; null: when the agent says so.
  preview_ends_at    timestamptz,
  wrap_up_ends_at    timestamptz,
  disposition        text,
  end_reason         text,
  ended_at           timestamptz,
  -- The run that writes this row (its first execution's run id).
  run_id             text,
  claimed_generation integer not null default 0,
  projected_at       timestamptz not null default now(),
  -- When Temporal took the start; null: the sweep will start it.
  started_at         timestamptz
);

-- One open callback per route and number.
create unique index callback_one_open on callback (route_id, number_hash)
  where status not in ('completed', 'cancelled', 'expired', 'failed') and waits_for is null;
-- However often a request is repeated during a conversation, one callback is kept for later.
create unique index callback_one_waiting on callback (waits_for) where waits_for is not null;
create index callback_queued on callback (due_at) where status = 'queued';
create index callback_open on callback (status, due_at) where status not in ('completed', 'cancelled', 'expired', 'failed');
create index callback_requested on callback (requested_at, id);
create index callback_due on callback (coalesce(due_at, 'infinity'), id);
create index callback_ended on callback (ended_at) where ended_at is not null;
create index callback_unstarted on callback (requested_at) where started_at is null and waits_for is null;
create index callback_last4 on callback (number_last4, requested_at);
create index callback_number on callback (number_hash, requested_at);
create index callback_assignee on callback (assignee_id, due_at) where status not in ('completed', 'cancelled', 'expired', 'failed');

-- Keys of requests that found a callback open and became none of their own: said again, they find the same one.
create table repeated_request (
  request_key text primary key,
  callback_id uuid not null references callback (id) on delete cascade
);

-- The life as it happened: the row above can be rebuilt from it.
create table callback_event (
  callback_id uuid not null references callback (id) on delete cascade,
  version     integer not null,
  ordinal     integer not null,
  type        text not null,
  at          timestamptz not null,
  actor       jsonb not null,
  status      text not null,
  data        jsonb not null default '{}',
  primary key (callback_id, version, ordinal)
);

-- Facts about a callback that are not its life: notes, assignments, repeated requests.
create table case_event (
  id          bigint generated always as identity primary key,
  callback_id uuid not null references callback (id) on delete cascade,
  type        text not null,
  at          timestamptz not null default now(),
  actor       jsonb not null,
  data        jsonb not null default '{}'
);
create index case_event_of on case_event (callback_id, id);

create table case_note (
  id          bigint generated always as identity primary key,
  callback_id uuid not null references callback (id) on delete cascade,
  author_id   text not null,
  text        text not null,
  at          timestamptz not null default now()
);
create index case_note_of on case_note (callback_id, id);

-- One agent and one callback held for each other: for an offer, or to be dialled from a list. Unconfirmed ones lapse after 10 s.
create table reservation (
  id           text primary key,
  callback_id  uuid not null references callback (id) on delete cascade,
  agent_id     text not null references agent (id),
  purpose      text not null check (purpose in ('offer', 'dial')),
  reserved_at  timestamptz not null default now(),
  -- When the workflow agreed; only then does the agent see the offer.
  confirmed_at timestamptz,
  preview      boolean not null default false,
  deadline_at  timestamptz,
  offer_end    text check (offer_end in ('accepted', 'rejected', 'missed', 'withdrawn')),
  offer_ended_at timestamptz,
  -- The version of the step that ended the offer: what a forgotten step said does not hold.
  offer_end_version integer,
  -- When both sides were let go.
  released_at  timestamptz
);
create unique index reservation_one_live_per_agent on reservation (agent_id) where released_at is null;
create unique index reservation_one_live_per_callback on reservation (callback_id) where released_at is null;
create index reservation_of on reservation (callback_id, reserved_at);

create table attempt (
  callback_id uuid not null references callback (id) on delete cascade,
  attempt     integer not null,
  agent_id    text not null,
  by_hand     boolean not null default false,
  started_at  timestamptz not null default now(),
  ended_at    timestamptz,
  outcome     text check (outcome in ('answered', 'busy', 'no_answer', 'machine', 'failed', 'blocked', 'cancelled', 'unknown')),
  conference_sid text,
  primary key (callback_id, attempt)
);

-- A leg we mean to create, are creating, or have created (design, decision 7).
create table leg (
  callback_id    uuid not null references callback (id) on delete cascade,
  label          text not null,
  attempt        integer not null,
  role           text not null check (role in ('agent', 'customer', 'target', 'supervisor')),
  agent_id       text,
  state          text not null check (state in ('intended', 'posting', 'placed', 'rejected', 'unknown', 'void')),
  intended_at    timestamptz not null default now(),
  deadline_at    timestamptz not null,
  posted_at      timestamptz,
  -- When its call was known to be over, or given up: nothing of it may count any more.
  settled_at     timestamptz,
  -- Keyed hash of the number it rings, for legs to customers.
  number_hash    text,
  -- The call is to be ended as soon as its sid is known.
  end_wanted     boolean not null default false,
  call_sid       text unique,
  conference_sid text,
  queue_time_ms  integer,
  error_code     integer,
  progress       text not null default 'none' check (progress in ('none', 'initiated', 'ringing', 'answered', 'ended')),
  call_end       text check (call_end in ('completed', 'busy', 'no_answer', 'failed', 'cancelled')),
  answered_by    text check (answered_by in ('human', 'machine', 'unknown')),
  answered_at    timestamptz,
  ended_at       timestamptz,
  joined_at      timestamptz,
  left_at        timestamptz,
  left_reason    text,
  primary key (callback_id, label)
);
-- One unsettled call to a number at a time, over all routes: the look-up of a lost answer stays unambiguous, nobody is rung twice at once.
create unique index leg_one_unsettled_per_number on leg (number_hash)
  where role = 'customer' and state in ('posting', 'placed', 'unknown') and settled_at is null;
create index leg_unsettled on leg (intended_at) where settled_at is null;

-- Every leg takes a slot: Twilio starts this many calls per second and queues the rest out of our sight.
create table telephone_account (
  id               text primary key,
  calls_per_second double precision not null default 1 check (calls_per_second > 0),
  next_at          timestamptz not null default now()
);
insert into telephone_account (id) values ('default');

-- Callbacks of the telephone network already taken in: sid, event and sequence number.
create table webhook_seen (
  key     text primary key,
  seen_at timestamptz not null default now()
);
create index webhook_seen_at on webhook_seen (seen_at);

-- Messages to workflows, written with the facts they tell of.
create table outbox (
  id          bigint generated always as identity primary key,
  callback_id uuid not null,
  message     text not null,
  payload     jsonb not null,
  created_at  timestamptz not null default now(),
  next_at     timestamptz not null default now(),
  tries       integer not null default 0
);
create index outbox_next on outbox (next_at, id);
