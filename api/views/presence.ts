import type * as z from 'zod';
import type { AgentPresence } from '../../store/agent/presence.ts';
import type { presenceNow } from '../schemas/desk.ts';

/** How an agent stands, as the API shows it. */
export function presenceView({ presence, channels }: AgentPresence): z.output<typeof presenceNow> {
  return { presence, channels: channels.map(({ since, ...wish }) => ({ ...wish, since: since?.toISOString() ?? null })) };
}
