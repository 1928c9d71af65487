import type { RequestHandler } from 'express';
import * as z from 'zod';
import { takeTones } from '../../store/call/played-tones.ts';
import { playDigits } from '../../telephony/twilio/twiml.ts';
import { notFound } from '../problems.ts';
import type { WebhookDeps } from './deps.ts';
import { read } from './parameters.ts';

const WHICH = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/, 'is no token') });

/** `POST /voice/tones`: the digits of a token, for the customer's ear. A token is good once: a replay is told of nothing. */
export function tones(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const digits = await takeTones(deps.store.db, read(WHICH, request.query).token);
    if (digits === null) throw notFound('There is nothing to be heard here, or it has been heard.');
    response.type('text/xml').send(playDigits(digits));
  };
}
