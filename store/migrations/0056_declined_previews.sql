-- An offer that was accepted, and declined after reading, ends rejected. The version of the step that accepted it is what it goes back to
-- where history has forgotten the declining.
alter table reservation add column accepted_version integer;
update reservation set accepted_version = offer_end_version where offer_end = 'accepted' and released_at is null;
