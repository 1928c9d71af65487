-- Tries to sign in to one account since the first of them or the last that succeeded, counted over all processes. The hash is keyed:
-- addresses that are tried are not told by it, and most of them are nobody's.
create table sign_in_try (
  email_hash text primary key,
  tries      integer not null,
  began_at   timestamptz not null default now()
);
create index sign_in_try_began_at on sign_in_try (began_at);
