import type * as z from 'zod';
import type { Actor } from '../../domain/words.ts';
import type * as schemas from '../schemas/common.ts';
import type { Context } from './row.ts';

/** Who did something, with a name where one is known. */
export function actorView(actor: Actor, { names }: Pick<Context, 'names'>): z.output<typeof schemas.actor> {
  if (actor.type === 'system' || actor.type === 'customer') return { type: actor.type, id: null, name: null };
  return { type: actor.type, id: actor.id, name: names.get(actor.id) ?? null };
}
