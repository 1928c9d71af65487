-- Contacts by any part of what they are found by: an index of its characters and pairs of characters, which needs no extension.
create function text_grams(text) returns text[] language sql immutable strict parallel safe as $$
  select array_agg(distinct gram)
  from generate_series(1, length($1)) place, lateral (values (substr($1, place, 1)), (substr($1, place, 2))) parts (gram)
$$;
-- Written at once: what waits in a list to be written would be read through by every search.
create index contact_found on contact using gin (text_grams(search_text)) with (fastupdate = off) where merged_into is null;
