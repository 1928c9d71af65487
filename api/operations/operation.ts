import type * as z from 'zod';

/**
 * Who may ask: anyone; whoever is signed in (people and machines); who may see callbacks and their numbers (administrators,
 * machines, agents with the right to phone); agents with the right to phone themselves; administrators (and machines, which do what
 * administrators do).
 */
export type Access = 'anyone' | 'signed_in' | 'callbacks' | 'phone' | 'administrators';

export type Method = 'get' | 'post' | 'put' | 'delete';

/** One successful answer. Without a schema the answer has no body, or one of the named media type that is no JSON. */
export interface Answer {
  readonly description: string;
  readonly schema?: z.ZodType;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file that is sent as the body. `limit` as body-parser writes sizes. */
export interface Upload {
  readonly mediaType: string;
  readonly limit: string;
  readonly description: string;
}

/** Everything said about one endpoint, once: the router validates by it, and /v1/openapi.json is made of it. */
export interface Operation {
  readonly id: string;
  readonly tag: string;
  readonly method: Method;
  /** As OpenAPI writes paths: `/v1/callbacks/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A body that is a file instead, handed to the handler as it came; it declares no `body`. */
  readonly upload?: Upload;
  /** The largest body it takes, as body-parser writes sizes; 100kb where it is not said. */
  readonly largestBody?: string;
  /** Successful answers by status. */
  readonly answers: Readonly<Record<number, Answer>>;
  /** Problems beyond those every endpoint of its access has (see openapi/document.ts), by status: when it happens. */
  readonly problems?: Readonly<Record<number, string>>;
}

/** Keeps the precise types of an operation's schemas, which its handler is then checked against. */
export function operation<const O extends Operation>(said: O): O {
  return said;
}
