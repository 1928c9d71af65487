import { askKeyedNumber, askNumber, askWhen, hangUp } from './questions.ts';
import { hear } from './speech.ts';
import type { Turn } from './turn.ts';
import { again, apology, isEnough, numberOf, onwards } from './turn.ts';

/** The caller said whether the number read back is the one to call. */
export function confirmNumber(turn: Turn): string {
  const answer = readAnswer(turn);
  if (numberOf(turn) === null || answer === 'another') return askKeyedNumber(onwards(turn));
  if (answer === 'yes') return askWhen(onwards(turn));
  return isEnough(turn) ? hangUp(turn, turn.prompts.goodbye) : askNumber(again(turn), apology(turn));
}

/** "No" before "yes": who says "no, that is not right" means no. */
function readAnswer(turn: Turn): 'yes' | 'another' | null {
  if (turn.digits !== null) return turn.digits === '1' ? 'yes' : turn.digits === '2' ? 'another' : null;
  const meant = hear(turn.speech ?? '', ['another', 'yes'], turn.prompts);
  return meant === 'yes' || meant === 'another' ? meant : null;
}
