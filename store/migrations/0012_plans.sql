-- Carrying plans out: whether a request repeats itself, and how often a callback has been asked.

-- What the request said, as a digest: the same key with other words is a mistake.
alter table plan add column request_digest text;
create index plan_unfinished on plan (created_at) where finished_at is null;

-- How often its callback's workflow has been asked: what is found as wished after that was done by this item.
alter table plan_item add column tries integer not null default 0;
