/** Somebody who sends requests to Ringback: a person with a session, or a machine with a key. */
export interface Caller {
  /** @throws what was answered, when it is no success */
  ask<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T>;
  /** Follows the event stream, with the desk, until the signal; resolves when it has said hello. */
  follow(hear: { readonly hint: (hint: Hint) => void; readonly desk: (desk: Desk) => void }, until: AbortSignal): Promise<void>;
}

/** What is read here of `GET /v1/me/desk`. */
export interface Desk {
  readonly offer: { readonly offerId: string; readonly callback: { readonly id: string } } | null;
  readonly live: { readonly id: string; readonly status: string; readonly number: string } | null;
}

export interface Hint {
  readonly callbackId?: string;
  readonly agentId?: string;
}

export function createCaller(url: string, credentials: Record<string, string>): Caller {
  return {
    async ask(method, path, body) {
      const json = body === undefined ? {} : { headers: { ...credentials, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
      const response = await fetch(`${url}${path}`, { method, headers: credentials, ...json });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },
    async follow(hear, until) {
      const { body } = await fetch(`${url}/v1/events?desk=true`, { headers: credentials, signal: until });
      if (!body) throw new Error('The event stream has no body.');
      await new Promise<void>((resolve) => {
        const take: Record<string, (data: never) => void> = { hello: () => resolve(), change: hear.hint, desk: hear.desk };
        void read(body, (event, data) => take[event]?.(JSON.parse(data) as never)).catch(() => undefined);
      });
    },
  };
}

/** Server-sent events as this server writes them: one `event:` line and one `data:` line each. */
async function read(body: ReadableStream<Uint8Array>, take: (event: string, data: string) => void): Promise<void> {
  let rest = '';
  for await (const text of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const said = /^event: (.*)\ndata: (.*)$/.exec(block);
      if (said) take(said[1] ?? '', said[2] ?? '');
    }
  }
}
