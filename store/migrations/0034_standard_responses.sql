-- Ready-made texts for customers, in a tree of categories (domain/standard-response.ts). Names, titles and texts are by language tag.
create table response_category (
  id         text primary key,
  -- Null: it stands at the top. How deep they may go, and that none is within itself, is held by domain/response-tree.ts.
  parent_id  text references response_category (id),
  name       jsonb not null,
  -- Among those of the same parent.
  position   integer not null,
  version    integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table standard_response (
  id          text primary key,
  category_id text not null references response_category (id),
  title       jsonb not null,
  text        jsonb not null,
  -- The routes whose callbacks it is meant for; null: all.
  route_ids   text[],
  -- Among those of the same category.
  position    integer not null,
  version     integer not null default 1,
  created_at  timestamptz not null default now(),
  updated_at  timestamptz not null default now()
);
create index standard_response_of on standard_response (category_id, position);
