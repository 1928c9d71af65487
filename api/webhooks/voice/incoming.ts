import { languagesOf } from './prompts.ts';
import { askLanguage, askNumber } from './questions.ts';
import type { Turn } from './turn.ts';

/** A customer has called: a welcome, then the language where there is a choice, else the number. */
export function welcome(turn: Turn): string {
  const greeting = turn.prompts.welcome(turn.route.name);
  return languagesOf(turn.route).length > 1 ? askLanguage(turn, greeting) : askNumber(turn, greeting);
}
