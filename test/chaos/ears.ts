import type { RequestHandler } from 'express';
import { text } from 'node:stream/consumers';

/** One webhook as the network sent it. */
export interface Word {
  readonly url: string;
  readonly path: string;
  readonly form: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Ringback's ears, as a test has them: `open` hears every webhook; `deaf` to one role answers 404 to what is said of its legs and
 * of conferences, which the network does not repeat; `slow` takes each word in and keeps it until the test says it again, as often
 * and in whichever order it likes.
 */
export interface Ears {
  are: 'open' | 'slow' | { readonly deafTo: 'agent' | 'customer' };
  /** What was kept while slow. */
  readonly kept: Word[];
  /** Says a kept word to Ringback, as it was sent. Answers the HTTP status. */
  say(word: Word): Promise<number>;
  readonly middleware: RequestHandler;
}

const AGAIN = 'x-said-again';

export function createEars(): Ears {
  const ears: Ears = {
    are: 'open',
    kept: [],
    async say({ url, form, headers }) {
      const answer = await fetch(url, { method: 'POST', headers: { ...headers, [AGAIN]: '1' }, body: form.toString() });
      return answer.status;
    },
    middleware: async (request, response, next) => {
      if (ears.are === 'open' || request.get(AGAIN) !== undefined || request.path.endsWith('/wait')) return next();
      if (ears.are !== 'slow') {
        const label = new URL(request.originalUrl, 'http://ringback').searchParams.get('leg') ?? '';
        const isLost = request.path.endsWith('/conference') || label.startsWith(ears.are.deafTo);
        return isLost ? void response.status(404).end() : next();
      }
      const signature = request.get('x-twilio-signature') ?? '';
      ears.kept.push({
        url: `http://${request.get('host')}${request.originalUrl}`,
        path: request.path,
        form: new URLSearchParams(await text(request)),
        headers: { 'x-twilio-signature': signature, 'content-type': request.get('content-type') ?? '' },
      });
      response.status(204).end();
    },
  };
  return ears;
}
