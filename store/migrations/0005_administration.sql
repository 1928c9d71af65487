-- What administrators work with: teams, plans for many callbacks at once, the audit log, the reasons of Not Ready.

create table team (
  id         text primary key,
  name       text not null unique,
  created_at timestamptz not null default now()
);

create table agent_team (
  agent_id text not null references agent (id) on delete cascade,
  team_id  text not null references team (id) on delete cascade,
  primary key (agent_id, team_id)
);
create index agent_team_of on agent_team (team_id);

-- What is to be done with many callbacks: written whole in one transaction, carried out item by item (design, decision 11).
create table plan (
  id          uuid primary key,
  -- What is done: {"type": "distribute", …}; domain/plan.ts PlanAction.
  action      jsonb not null,
  actor       jsonb not null,
  -- The same key again answers the same plan.
  request_key text unique,
  created_at  timestamptz not null default now(),
  -- Nothing more is to be done from then on.
  stopped_at  timestamptz,
  finished_at timestamptz
);
create index plan_created on plan (created_at, id);

create table plan_item (
  plan_id     uuid not null references plan (id) on delete cascade,
  ordinal     integer not null,
  callback_id uuid not null references callback (id) on delete cascade,
  -- Whose it is to be, where the action distributes.
  agent_id    text references agent (id),
  state       text not null default 'pending' check (state in ('pending', 'done', 'refused', 'stopped')),
  -- Why it was refused; domain/plan.ts PlanRefusal.
  refusal     text,
  settled_at  timestamptz,
  primary key (plan_id, ordinal)
);
create unique index plan_item_callback on plan_item (plan_id, callback_id);
create index plan_item_state on plan_item (plan_id, state, ordinal);
create index plan_item_of on plan_item (callback_id);

-- Who changed or took away what: settings before and after, and every download with its search and rows.
create table audit_entry (
  id      bigint generated always as identity primary key,
  at      timestamptz not null default now(),
  actor   jsonb not null,
  -- domain/audit.ts AuditAction.
  action  text not null,
  -- What it was done to, such as `route/billing`.
  subject text not null,
  before  jsonb,
  after   jsonb
);
create index audit_entry_of on audit_entry (subject, id);

-- What an agent may give as the reason of Not Ready, in the order they are shown.
create table not_ready_reason (
  code     text primary key,
  label    jsonb not null default '{}',
  position integer not null
);
insert into not_ready_reason (code, position) values ('break', 1), ('meal', 2), ('meeting', 3), ('training', 4), ('paperwork', 5);

-- Routes that were there before have the plain form of every new setting.
update route set policy = '{
  "acceptOpens": "call",
  "afterRejectedOffer": {"to": "queue"},
  "afterMissedOffer": {"to": "queue"},
  "ownerRule": "nobody",
  "automaticDistribution": "off",
  "caseFields": null,
  "callbackFields": null
}'::jsonb || policy;
