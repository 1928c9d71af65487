import type { Request, Response } from 'express';
import type * as z from 'zod';
import type { Caller, Person } from './auth/caller.ts';
import type { Deps } from './deps.ts';
import type { Operation } from './operations/operation.ts';

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** Who may be calling, by what the operation admits. */
type CallerOf<O extends Operation> = O['access'] extends 'anyone' ? null : O['access'] extends 'phone' ? Person : Caller;

/** Everything a handler is given; what the operation declares has been validated. */
export interface Input<O extends Operation> {
  readonly deps: Deps;
  readonly caller: CallerOf<O>;
  readonly params: Parsed<O['params']>;
  readonly query: Parsed<O['query']>;
  readonly headers: Parsed<O['headers']>;
  readonly body: O['upload'] extends object ? Buffer : Parsed<O['body']>;
  readonly req: Request;
  readonly res: Response;
}

type BodyOf<A> = A extends { readonly schema: infer S extends z.ZodType } ? z.input<S> : undefined;

/** An answer that the operation declares; null: the handler has answered by `res` itself (streams). */
export type Answered<O extends Operation> =
  | {
      [S in keyof O['answers'] & number]: {
        readonly status: S;
        readonly body: BodyOf<O['answers'][S]>;
        readonly headers?: Readonly<Record<string, string>>;
      };
    }[keyof O['answers'] & number]
  | null;

/** An operation and what answers it. */
export interface Endpoint<O extends Operation = Operation> {
  readonly operation: O;
  readonly handle: (input: Input<O>) => Promise<Answered<O>>;
}

/** Any endpoint, for the router: it validates what it hands in, and the compiler has held the answers against the schemas. */
export interface AnyEndpoint {
  readonly operation: Operation;
  readonly handle: (input: never) => Promise<{ status: number; body: unknown; headers?: Readonly<Record<string, string>> } | null>;
}

/**
 * Joins an operation to its handler, whose input and answers are held against its schemas: `endpoint(operation)(handler)`. (In two
 * steps, so that the compiler knows the operation before it looks at the handler.)
 */
export function endpoint<O extends Operation>(operation: O): (handle: Endpoint<O>['handle']) => Endpoint<O> {
  return (handle) => ({ operation, handle });
}
