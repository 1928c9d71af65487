-- Contacts: who asks for callbacks, known by their numbers.
create table contact (
  id          uuid primary key,
  -- Raised by every edit.
  version     integer not null default 1,
  name        text not null,
  -- フリガナ.
  reading     text not null default '',
  company     text not null default '',
  language    text,
  time_zone   text,
  note        text not null default '',
  -- domain/contact.ts searchTextOf, and domain/reading.ts sortKeyOf: written with what they are made of. Compared by code points.
  search_text text collate "C" not null,
  sort_key    text collate "C" not null,
  -- The contact this one has become part of; its numbers, addresses and callbacks are there.
  merged_into uuid references contact (id),
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index contact_sorted on contact (sort_key, id) where merged_into is null;
create index contact_merged on contact (merged_into) where merged_into is not null;

-- A number is one contact's only.
create table contact_number (
  number       text primary key check (number ~ '^\+[1-9][0-9]{1,14}$'),
  -- As callback.number_hash.
  number_hash  text not null unique,
  number_last4 text not null generated always as (right(number, 4)) stored,
  contact_id   uuid not null references contact (id),
  position     integer not null,
  label        text not null check (label in ('mobile', 'home', 'work', 'other'))
);
create index contact_number_of on contact_number (contact_id, position);
create index contact_number_last4 on contact_number (number_last4);

create table contact_address (
  contact_id uuid not null references contact (id),
  position   integer not null,
  kind       text not null check (kind in ('email')),
  value      text not null,
  label      text not null check (label in ('mobile', 'home', 'work', 'other')),
  primary key (contact_id, position)
);

-- Whose number it was when it was asked for; about the callback, not its life.
alter table callback add column contact_id uuid references contact (id);
create index callback_contact on callback (contact_id, requested_at) where contact_id is not null;
