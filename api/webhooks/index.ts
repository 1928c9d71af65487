import { Router } from 'express';
import { conferenceEvent } from './conference.ts';
import type { WebhookDeps } from './deps.ts';
import { legStatus, machineStatus } from './leg.ts';
import { signedOnly } from './signed.ts';
import { ivr } from './voice/steps.ts';
import { waitInConference } from './wait.ts';

export type { WebhookDeps } from './deps.ts';

/**
 * Everything Twilio calls, to be mounted at `/twilio` before any other body parser. Only what Twilio signed is heard;
 * anything else, and anything malformed, is a problem (answered by the app's own handler)
 * and changes nothing.
 * @throws when the configuration has no auth token to check signatures by.
 */
export function twilioWebhooks(deps: WebhookDeps): Router {
  if (deps.config.twilio === null) throw new Error("Twilio's webhooks need the auth token that signs them (TWILIO_AUTH_TOKEN).");
  const secrets = { authToken: deps.config.twilio.authToken, publicUrl: deps.config.publicUrl };
  const router = Router();
  router.use(signedOnly(secrets));
  router.use(ivr({ ...deps, numberHashKey: deps.config.numberHashKey }, secrets));
  router.post('/voice/leg', legStatus(deps));
  router.post('/voice/amd', machineStatus(deps));
  router.post('/voice/conference', conferenceEvent(deps));
  router.post('/voice/wait', waitInConference(deps));
  return router;
}
