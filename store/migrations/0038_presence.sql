-- What an agent has reserved on a channel for when the case they have in hand leaves them; null: what they wish now stays.
alter table agent_channel
  add column next_wish   text check (next_wish in ('ready', 'not_ready')),
  add column next_reason text;
