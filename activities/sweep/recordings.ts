import type { CallRecordingRow } from '../../store/call/call-recordings.ts';
import { noteRecording, recordingsToLookAt } from '../../store/call/call-recordings.ts';
import type { ActivityDependencies } from '../index.ts';
import { each } from './each.ts';

/** Twilio's reads lag a little behind: one that has just begun may not be there yet. */
const OLDER_THAN_MS = 10_000;
const BATCH = 200;

/** Asks what became of every recording whose call is over and of which nobody has told us the end. One that is not there any more cannot be heard. */
export async function reconcileRecordings(dependencies: ActivityDependencies): Promise<void> {
  const { store } = dependencies;
  await each(dependencies, await recordingsToLookAt(store.db, OLDER_THAN_MS, BATCH), (recording) => lookAt(dependencies, recording));
}

async function lookAt({ store, telephony }: ActivityDependencies, known: CallRecordingRow): Promise<void> {
  const { recording_sid: sid, callback_id: callbackId, attempt, started_at: startedAt } = known;
  const { state, durationS } = (await telephony.fetchRecording(sid)) ?? { state: 'absent' as const, durationS: null };
  if (state !== known.status) await noteRecording(store.db, { sid, callbackId, attempt, state, startedAt, durationS });
}
