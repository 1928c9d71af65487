import { languagesOf, promptsFor } from './prompts.ts';
import { askLanguage, askNumber } from './questions.ts';
import type { Turn } from './turn.ts';
import { again, apology, isEnough, onwards } from './turn.ts';

/** The caller chose a language by its key; after a second silence the route's first goes on. */
export function chooseLanguage(turn: Turn): string {
  const chosen = turn.digits === null ? undefined : languagesOf(turn.route)[Number(turn.digits) - 1];
  if (!chosen && !isEnough(turn)) return askLanguage(again(turn), apology(turn));
  const language = chosen ?? turn.state.language;
  return askNumber({ ...onwards(turn, { language }), prompts: promptsFor(language) });
}
