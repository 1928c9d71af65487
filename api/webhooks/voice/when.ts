import type { Intake } from './file-request.ts';
import { fileRequest } from './file-request.ts';
import { askTime, askWhen } from './questions.ts';
import { hear } from './speech.ts';
import type { Meaning } from './prompts.ts';
import type { Turn } from './turn.ts';
import { again, apology, isEnough, onwards } from './turn.ts';

const KEYS: Readonly<Record<string, Meaning>> = { '1': 'now', '2': 'later', '3': 'timed' };

/** The caller said when to call: now and later are taken at once; who says nothing clear is called as soon as possible. */
export async function chooseWhen(intake: Intake, turn: Turn): Promise<string> {
  const spoken = () => hear(turn.speech ?? '', ['timed', 'later', 'now'], turn.prompts);
  const meant = turn.digits === null ? spoken() : (KEYS[turn.digits] ?? null);
  if (meant === 'timed') return askTime(onwards(turn));
  if (meant === 'later') return fileRequest(intake, turn, { kind: 'delayed', desiredAt: null });
  if (meant === 'now' || isEnough(turn)) return fileRequest(intake, turn, { kind: 'asap', desiredAt: null });
  return askWhen(again(turn), apology(turn));
}
