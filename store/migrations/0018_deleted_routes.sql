-- A route that was deleted keeps its name for the callbacks it has had: it leads nowhere, nobody serves it, and no list offers it.
alter table route add column deleted_at timestamptz;
