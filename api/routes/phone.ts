import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { phoneAct, phoneCall, phoneCalls, phoneDial, phoneEvents, phoneMessages, phonePeople } from '../operations/phone.ts';
import { HttpProblem, notFound } from '../problems.ts';

/** The page "Phone" reaches the sandbox through these and no others: the sandbox requests and signs whatever it is told to. */
export const phoneEndpoints = [
  endpoint(phoneCalls)(({ query, ...asked }) => passOn(asked, query.active === undefined ? 'calls' : `calls?active=${query.active}`)),
  endpoint(phoneCall)(({ params, ...asked }) => passOn(asked, `calls/${params.sid}`)),
  endpoint(phonePeople)((asked) => passOn(asked, 'people')),
  endpoint(phoneMessages)((asked) => passOn(asked, 'messages')),
  endpoint(phoneEvents)((asked) => passOn(asked, 'events')),
  endpoint(phoneDial)((asked) => passOn(asked, 'calls')),
  endpoint(phoneAct)(({ params, ...asked }) => passOn(asked, `calls/${params.sid}/${params.act}`)),
] as const;

interface Asked {
  readonly deps: Pick<Deps, 'sandboxUrl'>;
  readonly req: Request;
  readonly res: Response;
}

/** Only what describes the content goes along: the sandbox has no business with our cookies. */
const PASSED_HEADERS = ['content-type', 'content-length', 'accept', 'last-event-id'];

/** Body and answer pass as they are. @param path below the sandbox's control API */
function passOn({ deps, req, res }: Asked, path: string): Promise<null> {
  if (deps.sandboxUrl === null) throw notFound('There is no sandbox telephone network here.');
  const url = new URL(`/sandbox/${path}`, deps.sandboxUrl);
  const headers = Object.fromEntries(PASSED_HEADERS.flatMap((name) => (req.headers[name] === undefined ? [] : [[name, req.headers[name]]])));
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: req.method, headers }, (answer) => {
      const status = answer.statusCode ?? 502;
      if (status >= 400) return void refusal(status, answer).then(reject);
      res.status(status).type(answer.headers['content-type'] ?? 'application/json');
      res.set('Cache-Control', 'no-store').flushHeaders();
      // Either side may leave a stream whenever it likes.
      pipeline(answer, res).catch(() => undefined).finally(() => resolve(null));
    });
    asked.once('error', (cause) => {
      reject(new HttpProblem(502, 'sandbox_unreachable', 'The sandbox telephone network does not answer.', { cause }));
    });
    res.once('close', () => asked.destroy());
    req.pipe(asked);
  });
}

/** The sandbox refuses with `{ error }`, a sentence for people. */
async function refusal(status: number, answer: IncomingMessage): Promise<HttpProblem> {
  const said: unknown = await json(answer).catch(() => null);
  const isSentence = typeof said === 'object' && said !== null && 'error' in said && typeof said.error === 'string';
  return new HttpProblem(status, 'sandbox_refused', isSentence ? String(said.error) : 'The sandbox telephone network refused this.');
}
