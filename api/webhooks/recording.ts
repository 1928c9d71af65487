import type { RequestHandler } from 'express';
import * as z from 'zod';
import { noteRecording, noteRecordingBegun } from '../../store/call/call-recordings.ts';
import { legsOf } from '../../store/call/legs.ts';
import { readRecordingStatus } from '../../telephony/twilio/index.ts';
import { notFound } from '../problems.ts';
import type { WebhookDeps } from './deps.ts';
import { ATTEMPT, badField, CALLBACK_ID, read, RECORDING_SID } from './parameters.ts';

const WHICH = z.object({ callback: CALLBACK_ID, attempt: ATTEMPT });
const NEWS = z.object({
  RecordingSid: RECORDING_SID,
  RecordingStatus: z.string(),
  RecordingDuration: z.coerce.number<string>().int().min(0).max(1_000_000).nullable().default(null),
  RecordingStartTime: z.coerce.date<string>().optional(),
});

/**
 * `POST /voice/recording`: how far a recording has come. Twilio numbers these not, and tells them in any order: what is known only
 * goes forward.
 */
export function recordingStatus(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const { callback: callbackId, attempt } = read(WHICH, request.query);
    const { RecordingSid: sid, RecordingStatus, RecordingDuration: durationS, RecordingStartTime: startedAt = new Date() } = read(NEWS, request.body);
    const state = readRecordingStatus(RecordingStatus);
    if (state === null) throw badField('RecordingStatus', 'is no status of a recording');
    const { db } = deps.store;
    if ((await legsOf(db, callbackId, attempt)).length === 0) throw notFound('There is no such attempt of such a callback.');
    const news = { sid, callbackId, attempt, startedAt };
    // It may have been paused since it began: only what asked for that knows.
    await (state === 'recording' ? noteRecordingBegun(db, news) : noteRecording(db, { ...news, state, durationS }));
    response.status(204).end();
  };
}
