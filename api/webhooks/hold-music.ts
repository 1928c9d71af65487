import type { RequestHandler } from 'express';
import { playForever } from '../../telephony/twilio/twiml.ts';
import type { WebhookDeps } from './deps.ts';
import { composeHoldMusic } from './music.ts';

/** Under the mount of the webhooks. */
export const HOLD_MUSIC_PATH = '/media/hold-music.wav';
/** It never changes: Twilio may keep it. */
const KEEP_FOR = 'public, max-age=86400';

/** `POST /voice/hold-music`: what a party on hold hears, for as long as it is. */
export function holdMusic({ config }: WebhookDeps): RequestHandler {
  return async (request, response) => {
    response.type('text/xml').send(playForever(`${config.publicUrl}${request.baseUrl}${HOLD_MUSIC_PATH}`));
  };
}

/** `GET /media/hold-music.wav`: the music itself. */
export function holdMusicSound(): RequestHandler {
  let sound: Buffer | null = null;
  return (_request, response) => {
    sound ??= composeHoldMusic();
    response.type('audio/wav').set('Cache-Control', KEEP_FOR).send(sound);
  };
}
