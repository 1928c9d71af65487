import express from 'express';
import type { Request, Response, Router } from 'express';
import type { Network } from '../network/network.ts';
import { soundOf } from '../network/sound.ts';
import { authenticate } from './auth.ts';
import { notFound, RestError } from './errors.ts';

/**
 * The sound of recordings, which is no resource: neither JSON, nor with parameters of its own. Twilio has it once the recording is
 * over. Source: https://www.twilio.com/docs/voice/api/recording#fetch-a-recordings-media-file
 */
export function mediaRouter(network: Network): Router {
  const router = express.Router({ mergeParams: true });
  router.get('/Recordings/:recording.mp3', (request: Request<{ account: string; recording: string }>, response) => {
    const status = answer(network, request, response);
    const path = request.baseUrl + request.path;
    network.journal.add({ kind: 'request', method: request.method, path, parameters: {}, status, code: null, warnings: [] });
  });
  return router;
}

function answer(network: Network, request: Request<{ account: string; recording: string }>, response: Response): number {
  try {
    authenticate(network.account, request.params.account, request.headers.authorization);
    const recording = network.recordings.get(request.params.recording);
    if (recording?.durationS == null) throw notFound(request.baseUrl + request.path);
    return send(request, response, soundOf(recording.durationS));
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    response.status(error.status).json(error.body());
    return error.status;
  }
}

/** The whole, or the one part that was asked for. */
function send(request: Request<{ account: string; recording: string }>, response: Response, sound: Buffer): number {
  response.type('audio/x-wav').set('Accept-Ranges', 'bytes');
  const ranges = request.range(sound.length, { combine: true });
  const part = Array.isArray(ranges) && ranges.type === 'bytes' ? ranges[0] : undefined;
  if (part === undefined) {
    response.send(sound);
    return 200;
  }
  response.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${sound.length}`).send(sound.subarray(part.start, part.end + 1));
  return 206;
}
