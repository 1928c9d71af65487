import type { Route } from '../../../domain/route.ts';
import type { VoiceLanguage } from '../../../telephony/twilio/twiml.ts';
import type { Prompts } from './prompts.ts';

/** The steps of the IVR, each at `/twilio/voice/<step>`. */
export type StepName = 'language' | 'number' | 'keyed-number' | 'when' | 'time' | 'reason';

/** What the caller has said so far. It travels in the URL of the next step, which Twilio signs; nothing is kept between steps. */
export interface IvrState {
  readonly language: VoiceLanguage;
  /** E.164 number the caller keyed; null: the one they call from. */
  readonly keyedNumber: string | null;
  /** How often this question was asked in vain. */
  readonly tries: number;
  /** The callback this call has led to, once it has. */
  readonly callbackId: string | null;
}

/** One request of Twilio's within a call to a route. */
export interface Turn {
  readonly route: Route;
  readonly state: IvrState;
  readonly prompts: Prompts;
  readonly callSid: string;
  /** E.164: the route's number that was called. */
  readonly calledNumber: string;
  /** ISO 3166-1 alpha-2 of that number: how keyed numbers are read. */
  readonly country: string;
  /** E.164 number of the caller; null: withheld or no number. */
  readonly callerNumber: string | null;
  /** Keys, or else recognised speech; null: the caller said nothing. */
  readonly digits: string | null;
  readonly speech: string | null;
  /** ISO 8601, UTC. */
  readonly now: string;
  /** The URL of a step, with what is known by then. */
  urlOf(step: StepName, state: IvrState): string;
}

/** Answers one request of Twilio's with TwiML. */
export type Step = (turn: Turn) => string | Promise<string>;

const TRIES_WHEN_SILENT = 1;
const TRIES_WHEN_UNCLEAR = 2;

/** The number to call back, as far as it is known. */
export function numberOf(turn: Turn): string | null {
  return turn.state.keyedNumber ?? turn.callerNumber;
}

export function isSilent(turn: Turn): boolean {
  return turn.digits === null && turn.speech === null;
}

/** Whether a question was asked often enough: twice to someone who says nothing, three times to someone who tries. */
export function isEnough(turn: Turn): boolean {
  return turn.state.tries >= (isSilent(turn) ? TRIES_WHEN_SILENT : TRIES_WHEN_UNCLEAR);
}

/** What is said before a question is asked again. */
export function apology(turn: Turn): string {
  return isSilent(turn) ? turn.prompts.notHeard : turn.prompts.notUnderstood;
}

/** The turn as it goes on to its next question. */
export function onwards(turn: Turn, changes: Partial<IvrState> = {}): Turn {
  return { ...turn, state: { ...turn.state, tries: 0, ...changes } };
}

/** The turn as the same question is asked again. */
export function again(turn: Turn): Turn {
  return { ...turn, state: { ...turn.state, tries: turn.state.tries + 1 } };
}
