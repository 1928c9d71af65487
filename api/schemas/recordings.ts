import * as z from 'zod';
import { RECORDING_STATES } from '../../domain/call/recorded.ts';
import { callbackId, instant } from './common.ts';

export const recording = z
  .object({
    sid: z.string(),
    attempt: z.int(),
    startedAt: instant,
    durationS: z.int().nullable().meta({ description: 'What can be heard, without what was paused; null: it is not over' }),
    status: z.enum(RECORDING_STATES).meta({ description: '`completed` can be heard; `processing` soon; of `absent` there is nothing' }),
  })
  .meta({ id: 'Recording', description: 'What was kept of a conversation' });

export const recordingParams = z.object({ id: callbackId, sid: z.string().regex(/^RE[0-9a-fA-F]{32}$/, 'is no recording') });

export const recordingHeaders = z.object({
  range: z
    .string()
    .regex(/^bytes=\d*-\d*$/, 'is no range of bytes')
    .optional()
    .meta({ description: 'The part that is wanted, as players ask for it' }),
});
