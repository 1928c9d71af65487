import type { RequestHandler } from 'express';
import express from 'express';
import { verifySignature } from '../../telephony/twilio/index.ts';
import { HttpProblem } from '../problems.ts';

/** Twilio's webhooks are a few kilobytes. */
const LIMIT = '64kb';

/**
 * Reads the body and lets only what Twilio signed pass. Forms keep their repeated fields; JSON stays raw text until its hash is
 * checked. Anything else is refused before a handler sees it.
 */
export function signedOnly(secrets: { readonly authToken: string; readonly publicUrl: string }): RequestHandler[] {
  const check: RequestHandler = (request, _response, next) => {
    const signature = request.get('X-Twilio-Signature');
    const body: unknown = request.body ?? {};
    const signed = verifySignature(secrets, { signature, originalUrl: request.originalUrl, body: isForm(body) ? body : String(body) });
    if (!signed) throw new HttpProblem(403, 'bad_signature', 'This request is not signed as Twilio signs its requests to this address.');
    if (!isForm(body)) throw new HttpProblem(415, 'unsupported_media_type', 'This address takes forms (application/x-www-form-urlencoded).');
    next();
  };
  return [express.urlencoded({ extended: false, limit: LIMIT }), express.text({ type: 'application/json', limit: LIMIT }), check];
}

function isForm(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null;
}
