import type { IncomingMessage } from 'node:http';
import { request } from 'node:http';
import { json } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { endpoint } from '../endpoint.ts';
import { phone } from '../operations/system.ts';
import { HttpProblem, notFound } from '../problems.ts';

/** The page "Phone" reaches the sandbox through here: what is asked and answered passes as it is. */
export const phoneEndpoints = phone.map((operation) =>
  endpoint(operation)(async ({ deps, req, res }) => {
    if (deps.sandboxUrl === null) throw notFound('There is no sandbox telephone network here.');
    await passOn(req, res, new URL(deps.sandboxUrl));
    return null;
  }),
);

/** Only what describes the content goes along: the sandbox has no business with our cookies. */
const PASSED_HEADERS = ['content-type', 'content-length', 'accept', 'last-event-id'];

function passOn(req: Request, res: Response, sandbox: URL): Promise<void> {
  const path = req.originalUrl.replace(/^\/v1\/phone/, '/sandbox');
  const headers = Object.fromEntries(PASSED_HEADERS.flatMap((name) => (req.headers[name] === undefined ? [] : [[name, req.headers[name]]])));
  return new Promise((resolve, reject) => {
    const asked = request({ host: sandbox.hostname, port: sandbox.port, method: req.method, path, headers }, (answer) => {
      const status = answer.statusCode ?? 502;
      if (status >= 400) return void refusal(status, answer).then(reject);
      res.status(status).type(answer.headers['content-type'] ?? 'application/json');
      res.set('Cache-Control', 'no-store').flushHeaders();
      // Either side may leave a stream whenever it likes.
      pipeline(answer, res).catch(() => undefined).finally(resolve);
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
