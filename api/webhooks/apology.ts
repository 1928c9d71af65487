import type { RequestHandler } from 'express';
import * as z from 'zod';
import { sayAndHangUp } from '../../telephony/twilio/twiml.ts';
import { LANGUAGE, read } from './parameters.ts';
import { promptsFor } from './voice/prompts.ts';

const WHICH = z.object({ lang: LANGUAGE });

/** `POST /voice/apology`: what a customer hears whose agent is lost, before we hang up. */
export function apology(): RequestHandler {
  return async (request, response) => {
    const { apology: text, language } = promptsFor(read(WHICH, request.query).lang);
    response.type('text/xml').send(sayAndHangUp([{ text, language }]));
  };
}
