import { ask, sayAndHangUp } from '../../../telephony/twilio/twiml.ts';
import { languagesOf, promptsFor } from './prompts.ts';
import type { Meaning } from './prompts.ts';
import { sayNumber } from './speech.ts';
import type { StepName, Turn } from './turn.ts';
import { numberOf } from './turn.ts';

/** What the number key and the time question listen to beside keys: any speech, without hints. */
const ANY_SPEECH: readonly string[] = [];

/** "For English, press 1", each in its own language. */
export function askLanguage(turn: Turn, ...before: string[]): string {
  const choices = languagesOf(turn.route).map((language, index) => ({ text: promptsFor(language).chooseLanguage(index + 1), language }));
  const { language } = turn.prompts;
  const url = turn.urlOf('language', turn.state);
  const say = [...before.map((text) => ({ text, language })), ...choices];
  return ask({ say, answerTo: url, silenceTo: url, keys: 1, hints: null, language });
}

/** Reads the number back and asks whether it is the one to call; asks for one where there is none. */
export function askNumber(turn: Turn, ...before: string[]): string {
  const number = numberOf(turn);
  if (number === null) return askKeyedNumber(turn, ...before, turn.prompts.hiddenNumber);
  const spoken = sayNumber(number, turn.prompts.language);
  return question(turn, 'number', [...before, turn.prompts.confirmNumber(spoken)], 1, hintsOf(turn, ['yes', 'another']));
}

export function askKeyedNumber(turn: Turn, ...before: string[]): string {
  return question(turn, 'keyed-number', [...before, turn.prompts.keyNumber], null, ANY_SPEECH);
}

export function askWhen(turn: Turn, ...before: string[]): string {
  return question(turn, 'when', [...before, turn.prompts.askWhen], 1, hintsOf(turn, ['now', 'later', 'timed']));
}

export function askTime(turn: Turn, ...before: string[]): string {
  return question(turn, 'time', [...before, turn.prompts.askTime], 4, ANY_SPEECH);
}

/** Asked when the request is safely in: whoever hangs up now is called back all the same. */
export function askReason(turn: Turn, ...before: string[]): string {
  return question(turn, 'reason', [...before, turn.prompts.askReason], null, ANY_SPEECH);
}

export function hangUp(turn: Turn, text: string): string {
  return sayAndHangUp([{ text, language: turn.prompts.language }]);
}

function question(turn: Turn, step: StepName, sentences: readonly string[], keys: number | null, hints: readonly string[]): string {
  const { language } = turn.prompts;
  const url = turn.urlOf(step, turn.state);
  return ask({ say: sentences.map((text) => ({ text, language })), answerTo: url, silenceTo: url, keys, hints, language });
}

/** Words long enough to help the recogniser. */
function hintsOf(turn: Turn, meanings: readonly Meaning[]): string[] {
  return meanings.flatMap((meaning) => turn.prompts.words[meaning]).filter((word) => word.length > 1);
}
