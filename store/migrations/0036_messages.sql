-- What was written to a customer about a callback: by SMS, or by e-mail. A row before it is a request, and handed over once at most.
create table case_message (
  id           uuid primary key,
  callback_id  uuid not null references callback (id) on delete cascade,
  kind         text not null check (kind in ('sms', 'email')),
  -- E.164, or an e-mail address.
  recipient    text not null,
  subject      text not null default '',
  text         text not null,
  -- Who wrote it.
  author       jsonb not null,
  -- Said again with the same key, it is the same message.
  request_key  text not null unique,
  state        text not null default 'intended'
                 check (state in ('intended', 'sending', 'unknown', 'sent', 'delivered', 'undelivered', 'failed')),
  -- Twilio's sid of it.
  provider_sid text unique,
  -- Why it did not reach anybody (domain/message.ts), and the code of whoever carries it.
  reason       text,
  error_code   integer,
  created_at   timestamptz not null default now(),
  -- Immediately before it was handed over.
  sent_at      timestamptz,
  -- When nothing more was to be learnt of it.
  settled_at   timestamptz,
  -- When who carries it was last asked about it.
  looked_at    timestamptz
);
create index case_message_of on case_message (callback_id, created_at);
create index case_message_unsettled on case_message (created_at) where settled_at is null;
