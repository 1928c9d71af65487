-- A contact is also found by what those were called who were merged into it: since now whoever writes it sees to that
-- (store/contact/contacts.ts), and here it is made up for. Their addresses are its own, and it is found by those it still has.
update contact kept set search_text = concat_ws(E'\n', kept.search_text, merged.names)
from (
  select merged_into, string_agg(distinct folded, E'\n') as names
  from contact, lateral (values (folded_name(name)), (folded_name(reading)), (folded_name(company))) texts (folded)
  where merged_into is not null and folded <> ''
  group by merged_into
) merged
where kept.id = merged.merged_into;
