-- When the ended callback was last re-opened: its time is planned, and it expires, as if it had been requested then.
alter table callback add column reopened_at timestamptz;
