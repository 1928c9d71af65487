import * as z from 'zod';

export const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });

const part = z.enum(['ok', 'unreachable']);
export const readiness = z
  .object({ status: z.enum(['ready', 'not_ready']), database: part, temporal: part })
  .meta({ id: 'Readiness' });

/** What the event stream is to send besides hints. */
export const eventsQuery = z.strictObject({
  desk: z.stringbool().default(false).meta({ description: 'The desk of the person who listens, too, whenever what it shows has changed' }),
});

/** What a `change` event on the event stream carries: a hint to read again, nothing more. */
export const changeHint = z
  .object({ callbackId: z.string().optional(), agentId: z.string().optional(), routeId: z.string().optional(), contactId: z.string().optional() })
  .meta({ id: 'ChangeHint', description: 'What to read again: a callback, an agent, the settings of a route, or a contact' });
