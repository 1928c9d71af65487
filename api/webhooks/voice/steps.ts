import type { Request } from 'express';
import { Router } from 'express';
import * as z from 'zod';
import { countryOf } from '../../../domain/numbers.ts';
import { routeByNumber } from '../../../store/route/routes.ts';
import type { VoiceLanguage } from '../../../telephony/twilio/twiml.ts';
import { sayAndHangUp, VOICE_LANGUAGES } from '../../../telephony/twilio/twiml.ts';
import { badField, CALL_SID, CALLBACK_ID, read } from '../parameters.ts';
import { callerNumber } from './caller.ts';
import type { Intake } from './file-request.ts';
import { welcome } from './incoming.ts';
import { takeNumber } from './keyed-number.ts';
import { chooseLanguage } from './language.ts';
import { confirmNumber } from './number.ts';
import { ALL_PROMPTS, languagesOf, promptsFor } from './prompts.ts';
import { hangUp } from './questions.ts';
import { takeReason } from './reason.ts';
import type { Seal } from './sealed.ts';
import { createSeal } from './sealed.ts';
import { chooseTime } from './time.ts';
import type { IvrState, Step, StepName, Turn } from './turn.ts';
import { chooseWhen } from './when.ts';

/** How keyed numbers are read where neither the called number (a universal freephone, say) nor the route names a country. */
const FALLBACK_COUNTRY = 'JP';

const CALL = z.object({
  CallSid: CALL_SID,
  From: z.string().max(256).default(''),
  To: z.string().max(256),
  Digits: z.string().max(64).optional(),
  SpeechResult: z.string().max(4000).optional(),
});

const STATE = z.object({
  lang: z.enum(VOICE_LANGUAGES).optional(),
  number: z.string().max(256).optional(),
  tries: z.coerce.number<string>().int().min(0).max(9).default(0),
  callback: CALLBACK_ID.optional(),
});

/** The IVR: `POST /voice/incoming` and its steps, each answered with TwiML. */
export function ivr(intake: Intake, secrets: { readonly authToken: string; readonly publicUrl: string }): Router {
  const seal = createSeal(secrets.authToken);
  const steps: Record<StepName | 'incoming', Step> = {
    incoming: welcome,
    language: chooseLanguage,
    number: confirmNumber,
    'keyed-number': takeNumber,
    when: (turn) => chooseWhen(intake, turn),
    time: (turn) => chooseTime(intake, turn),
    reason: (turn) => takeReason(intake, turn),
  };
  const router = Router();
  for (const [name, step] of Object.entries(steps)) {
    router.post(`/voice/${name}`, async (request, response) => {
      const turn = await readTurn(intake, request, seal, `${secrets.publicUrl}${request.baseUrl}/voice`);
      response.type('text/xml').send(await answer(turn, step));
    });
  }
  return router;
}

/** A number that is no route's, and a route that takes no callbacks, end the call before any step. */
async function answer(turn: Turn | null, step: Step): Promise<string> {
  if (turn === null) return sayAndHangUp(ALL_PROMPTS.map(({ unknownNumber, language }) => ({ text: unknownNumber, language })));
  return turn.route.closed ? hangUp(turn, turn.prompts.closed) : step(turn);
}

async function readTurn(intake: Intake, request: Request, seal: Seal, base: string): Promise<Turn | null> {
  const call = read(CALL, request.body);
  const query = read(STATE, request.query);
  const route = await routeByNumber(intake.store.db, call.To);
  if (!route) return null;
  const language: VoiceLanguage = query.lang ?? languagesOf(route)[0];
  return {
    route,
    state: { language, keyedNumber: openNumber(seal, query.number), tries: query.tries, callbackId: query.callback ?? null },
    prompts: promptsFor(language),
    callSid: call.CallSid,
    calledNumber: call.To,
    country: countryOf(call.To) ?? route.policy.holidayCountry ?? FALLBACK_COUNTRY,
    callerNumber: callerNumber(call.From),
    digits: call.Digits || null,
    speech: call.SpeechResult?.trim() || null,
    now: new Date().toISOString(),
    urlOf: (step, state) => `${base}/${step}?${toQuery(seal, state).toString()}`,
  };
}

function openNumber(seal: Seal, sealed: string | undefined): string | null {
  if (sealed === undefined) return null;
  const number = seal.open(sealed);
  if (number === null) throw badField('number', 'was not made here');
  return number;
}

function toQuery(seal: Seal, state: IvrState): URLSearchParams {
  const query = new URLSearchParams({ lang: state.language });
  if (state.keyedNumber !== null) query.set('number', seal.close(state.keyedNumber));
  if (state.tries > 0) query.set('tries', String(state.tries));
  if (state.callbackId !== null) query.set('callback', state.callbackId);
  return query;
}
