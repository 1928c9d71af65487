/** How far a recording has come. `processing`: it is over, and cannot be heard yet; `absent`: there is nothing to hear. */
export const RECORDING_STATES = ['recording', 'paused', 'processing', 'completed', 'absent'] as const;
export type RecordingState = (typeof RECORDING_STATES)[number];

const RANK: Readonly<Record<RecordingState, number>> = { recording: 0, paused: 0, processing: 1, completed: 2, absent: 2 };

/** Nothing is added to it any more. */
export function isRecorded(state: RecordingState): boolean {
  return RANK[state] > 0;
}

/** Whether a word about a recording may follow what is known of it: words come in any order, and none takes it back. */
export function mayFollow(known: RecordingState, news: RecordingState): boolean {
  return RANK[news] >= RANK[known];
}
