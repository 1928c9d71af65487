import { kindOfEndpoint } from '../domain/endpoint.ts';
import type { Deps } from './deps.ts';

/** What an agent is rung on, and for the softphone whether it can ring. */
export const TELEPHONES = ['none', 'unusable', 'number', 'sip', 'softphone', 'softphone_simulated', 'softphone_not_set_up'] as const;
export type Telephone = (typeof TELEPHONES)[number];

/** The telephone of whoever has this endpoint. In the sandbox no sound passes: the softphone there is played. */
export function telephoneOf({ config, sandboxUrl }: Pick<Deps, 'config' | 'sandboxUrl'>, endpoint: string | null): Telephone {
  const kind = kindOfEndpoint(endpoint);
  if (kind !== 'softphone') return kind;
  if (sandboxUrl !== null) return 'softphone_simulated';
  return config.twilio?.apiKey ? 'softphone' : 'softphone_not_set_up';
}
