-- The newest event of the conference that has been drawn on a party: a late one never overwrites it.
alter table leg add column conference_sequence integer;

-- When the customer had heard the digits, or could not.
alter table call_tones add column ended_at timestamptz;

-- What is kept of conversations; the sound itself is the network's.
create table call_recording (
  recording_sid text primary key,
  callback_id   uuid not null references callback (id) on delete cascade,
  attempt       integer not null,
  -- domain/call/recorded.ts RecordingState.
  status        text not null check (status in ('recording', 'paused', 'processing', 'completed', 'absent')),
  started_at    timestamptz not null,
  ended_at      timestamptz,
  duration_s    integer
);
create index call_recording_of on call_recording (callback_id, attempt);
