import { addCollected } from '../../../store/callback/collected.ts';
import type { Intake } from './file-request.ts';
import { hangUp } from './questions.ts';
import type { Turn } from './turn.ts';

/** As much of what was said as an agent reads at a glance. */
const MOST_CHARACTERS = 500;

/** The caller said what it is about, or said nothing: the request is in already. */
export async function takeReason(intake: Intake, turn: Turn): Promise<string> {
  // By code points: half of a surrogate pair is no text, and PostgreSQL refuses it in JSON.
  const reason = Array.from(turn.speech?.trim() ?? '').slice(0, MOST_CHARACTERS).join('');
  if (reason && turn.state.callbackId !== null) await addCollected(intake.store.db, turn.state.callbackId, { reason });
  return hangUp(turn, turn.prompts.thanks);
}
