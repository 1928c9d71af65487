/** What was kept of conversations. */
export const enRecordings = {
  recordings: {
    title: 'Recordings',
    listen: 'Listen to the recording of {{at}}',
    recording: 'Being recorded',
    paused: 'Recording paused',
    processing: 'Being made ready to be heard',
    absent: 'There is nothing to be heard',
    refused: 'This recording cannot be played at the moment.',
  },
} as const;
