import { parseNumber } from '../../../domain/numbers.ts';
import { askKeyedNumber, askNumber, hangUp } from './questions.ts';
import type { Turn } from './turn.ts';
import { again, isEnough, isSilent, onwards } from './turn.ts';

/** The caller gave a number: it is read back, as one that can be called. */
export function takeNumber(turn: Turn): string {
  const parsed = parseNumber(turn.digits ?? turn.speech ?? '', turn.country);
  if (parsed.ok) return askNumber(onwards(turn, { keyedNumber: parsed.e164 }));
  if (isEnough(turn)) return hangUp(turn, turn.prompts.goodbye);
  return askKeyedNumber(again(turn), isSilent(turn) ? turn.prompts.notHeard : turn.prompts.badNumber);
}
