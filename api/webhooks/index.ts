import { Router } from 'express';
import { apology } from './apology.ts';
import { conferenceEvent } from './conference.ts';
import type { WebhookDeps } from './deps.ts';
import { HOLD_MUSIC_PATH, holdMusic, holdMusicSound } from './hold-music.ts';
import { legStatus, machineStatus } from './leg.ts';
import { recordingStatus } from './recording.ts';
import { messageStatus } from './message.ts';
import { signedOnly } from './signed.ts';
import { tones } from './tones.ts';
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
  // A sound is nobody's secret, and Twilio does not promise to sign its asking for one.
  router.get(HOLD_MUSIC_PATH, holdMusicSound());
  router.use(signedOnly(secrets));
  router.use(ivr({ ...deps, numberHashKey: deps.config.numberHashKey }, secrets));
  router.post('/voice/leg', legStatus(deps));
  router.post('/voice/amd', machineStatus(deps));
  router.post('/voice/conference', conferenceEvent(deps));
  router.post('/voice/wait', waitInConference(deps));
  router.post('/voice/hold-music', holdMusic(deps));
  router.post('/voice/tones', tones(deps));
  router.post('/voice/apology', apology());
  router.post('/voice/recording', recordingStatus(deps));
  router.post('/message', messageStatus(deps));
  return router;
}
