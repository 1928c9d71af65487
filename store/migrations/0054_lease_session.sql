-- A lease belongs to the session by which its tab renews it, and ends with it, however that ends. Null: not renewed since this is kept.
alter table agent_lease add column session_id text references auth_session (id) on delete cascade;
create index agent_lease_session on agent_lease (session_id);
