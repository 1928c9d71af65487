import type { Network } from '../network/network.ts';
import type { Rules } from './checks.ts';
import type { Parameters, RawParameters } from './parameters.ts';

/** One request after authentication and the check of its parameters. */
export interface RestRequest {
  readonly network: Network;
  /** The path as it was asked for, without its query. */
  readonly path: string;
  /** Parts of the path, decoded. */
  readonly names: Readonly<Record<string, string>>;
  readonly raw: RawParameters;
  readonly parameters: Parameters;
}

/** A status and its JSON body; null has none. */
export interface RestAnswer {
  readonly status: number;
  readonly body: Record<string, unknown> | null;
}

/** One operation of Twilio's REST API. `handle` throws `RestError`. */
export interface RestRoute {
  readonly method: 'get' | 'post' | 'delete';
  /** Under the account's path, as Express writes paths. */
  readonly path: string;
  readonly rules: Rules;
  readonly handle: (request: RestRequest) => RestAnswer;
}

/** 200 with a resource. */
export const ok = (body: Record<string, unknown>): RestAnswer => ({ status: 200, body });
/** 201 with the new resource. */
export const created = (body: Record<string, unknown>): RestAnswer => ({ status: 201, body });
/** 204, after something was removed. */
export const NO_CONTENT: RestAnswer = { status: 204, body: null };
