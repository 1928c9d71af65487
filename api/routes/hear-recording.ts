import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { recordingsOf } from '../../store/call/call-recordings.ts';
import type { Media } from '../../telephony/port.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { hearRecording } from '../operations/recordings.ts';
import { HttpProblem, notFound } from '../problems.ts';
import { visibleCallback } from '../visible.ts';

/** The sound of a recording, while it arrives: nothing of it is kept here. */
export const hearRecordingEndpoint = endpoint(hearRecording)(async ({ deps, caller, params, headers, res }) => {
  const { id } = await visibleCallback(deps, caller, params.id);
  const recordings = await recordingsOf(deps.store.db, id);
  if (!recordings.some(({ recording_sid }) => recording_sid === params.sid)) throw nothing();
  const media = await open(deps, params.sid, headers.range ?? null);
  if (media === null) throw nothing();
  await send(res, media);
  return null;
});

function nothing(): HttpProblem {
  return notFound('There is no such recording, or nothing to be heard of it yet.');
}

async function open({ telephony }: Deps, sid: string, range: string | null): Promise<Media | null> {
  try {
    return await telephony.hearRecording(sid, range);
  } catch (cause) {
    const detail = 'The telephone network did not give us the recording. Please try again in a moment.';
    throw new HttpProblem(503, 'network_unavailable', detail, { cause, headers: { 'Retry-After': '5' } });
  }
}

/** Who has heard enough goes: that is no failure, and ends the fetching, too. */
async function send(res: Response, { isPart, type, length, range, acceptRanges, stream }: Media): Promise<void> {
  res.status(isPart ? 206 : 200).set({
    'Content-Type': type ?? 'audio/mpeg',
    'Cache-Control': 'private, max-age=3600',
    ...(acceptRanges !== null && { 'Accept-Ranges': acceptRanges }),
    ...(length !== null && { 'Content-Length': length }),
    ...(range !== null && { 'Content-Range': range }),
  });
  try {
    await pipeline(stream, res);
  } catch (error) {
    if (!res.closed) throw error;
  }
}
