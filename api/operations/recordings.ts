import { recordingHeaders, recordingParams } from '../schemas/recordings.ts';
import { operation } from './operation.ts';

const sound = { description: 'The sound, as MP3; as WAV from the sandbox', mediaType: 'audio/mpeg' } as const;

export const hearRecording = operation({
  id: 'hear_recording',
  tag: 'callbacks',
  method: 'get',
  path: '/v1/callbacks/{id}/recordings/{sid}',
  summary: 'What was kept of a conversation, to be heard',
  description: 'The sound is kept by the telephone network and comes from there while it is heard.',
  access: 'callbacks',
  params: recordingParams,
  headers: recordingHeaders,
  answers: { 200: sound, 206: { ...sound, description: 'The part of it that was asked for' } },
  problems: {
    404: 'There is no such recording of such a callback, it is not yours to hear, or there is nothing to be heard yet',
    503: 'The telephone network did not give it; ask again',
  },
});
