-- The sweep asks every round for recordings of which nobody has told us the end. They are few, and those that are kept are never fewer.
create index call_recording_unfinished on call_recording (started_at) where status in ('recording', 'paused', 'processing');
