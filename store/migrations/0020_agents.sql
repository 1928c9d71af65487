-- Since when the agent may not sign in; null: they may. An agent who may not is offered nothing, and nothing is distributed to them.
alter table agent add column disabled_at timestamptz;
