import type { RequestHandler } from 'express';
import * as z from 'zod';
import { routePolicyOf } from '../../store/callback/callbacks.ts';
import { waitAlone } from '../../telephony/twilio/twiml.ts';
import type { WebhookDeps } from './deps.ts';
import { CALLBACK_ID, LANGUAGE, read } from './parameters.ts';
import { notFound } from '../problems.ts';
import { promptsFor } from './voice/prompts.ts';

const WHICH = z.object({
  callback: CALLBACK_ID,
  lang: LANGUAGE,
  heard: z.literal('yes').optional(),
});

const SILENCE_S = 30;

/** `POST /voice/wait`: what the agent hears while alone in the conference: whose customer is being called, once, then silence. */
export function waitInConference(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const { callback, lang, heard } = read(WHICH, request.query);
    const found = await routePolicyOf(deps.store.db, callback);
    if (!found) throw notFound('There is no such callback.');
    const prompts = promptsFor(lang);
    const whisper = heard ? null : { text: prompts.whisper(found.route.name), language: prompts.language };
    const next = new URLSearchParams({ callback, lang, heard: 'yes' });
    const url = `${deps.config.publicUrl}${request.baseUrl}${request.path}?${next.toString()}`;
    response.type('text/xml').send(waitAlone(whisper, SILENCE_S, url));
  };
}
