import type { Transaction } from 'kysely';
import type { Projection } from '../../domain/projection.ts';
import type { Actor } from '../../domain/words.ts';
import { fileNote } from './notes.ts';
import type { CallbackRow, Tables } from '../tables.ts';

/**
 * What an agent typed and did not file is that agent's, not the next one's: when a step takes the case out of their hands, the
 * note is filed under their name and both fields are empty for whoever has the case next. An agent who moves the callback to
 * another time says with it what the chosen disposition says: that goes on the timeline. Written twice, the step finds nothing
 * left to file; forgotten by history, it has lost nothing that was typed.
 */
export async function fileDraft(tx: Transaction<Tables>, step: Projection, before: CallbackRow): Promise<void> {
  const { id: callbackId, agent_id: agentId, draft_note: note, draft_disposition: disposition } = before;
  if (agentId === null || agentId === step.state.agentId) return;
  if (note.trim() !== '') await fileNote(tx, { callbackId, authorId: agentId, text: note });
  if (disposition !== null && isMovedBy(step, agentId)) await sayChosen(tx, { callbackId, agentId, disposition });
  await tx.updateTable('callback').set({ draft_note: '', draft_disposition: null }).where('id', '=', callbackId).execute();
}

function isMovedBy({ events }: Projection, agentId: string): boolean {
  const isTheirs = (actor: Actor) => actor.type === 'user' && actor.id === agentId;
  return events.some(({ type, actor }) => type === 'rescheduled' && isTheirs(actor));
}

async function sayChosen(
  tx: Transaction<Tables>,
  { callbackId, agentId, disposition }: { callbackId: string; agentId: string; disposition: string },
): Promise<void> {
  const actor: Actor = { type: 'user', id: agentId };
  await tx
    .insertInto('case_event')
    .values({ callback_id: callbackId, type: 'disposition_filed', actor: JSON.stringify(actor), data: JSON.stringify({ disposition }) })
    .execute();
}
