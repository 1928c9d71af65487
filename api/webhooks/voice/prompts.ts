import type { Route } from '../../../domain/route.ts';
import type { VoiceLanguage } from '../../../telephony/twilio/twiml.ts';
import { VOICE_LANGUAGES } from '../../../telephony/twilio/twiml.ts';
import { ENGLISH } from './prompts-en.ts';
import { JAPANESE } from './prompts-ja.ts';
import { KOREAN } from './prompts-ko.ts';

/** What a caller may mean by speaking. */
export type Meaning = 'yes' | 'another' | 'now' | 'later' | 'timed';

/** Everything the IVR says and understands in one language. Numbers and times come as `speech.ts` words them. */
export interface Prompts {
  readonly language: VoiceLanguage;
  readonly unknownNumber: string;
  readonly closed: string;
  welcome(routeName: string): string;
  chooseLanguage(key: number): string;
  readonly hiddenNumber: string;
  confirmNumber(number: string): string;
  readonly keyNumber: string;
  readonly badNumber: string;
  readonly askWhen: string;
  readonly askTime: string;
  readonly notATime: string;
  readonly closedThen: string;
  freeTimes(times: readonly string[]): string;
  confirmed(lastFour: string, when: string): string;
  already(lastFour: string, when: string): string;
  /** Asked again during the conversation itself: kept for afterwards. */
  keptForLater(lastFour: string): string;
  readonly soon: string;
  at(time: string): string;
  readonly askReason: string;
  readonly thanks: string;
  readonly notHeard: string;
  readonly notUnderstood: string;
  readonly goodbye: string;
  /** What the agent hears while the customer is being called. */
  whisper(routeName: string): string;
  /** To a customer whose agent's line broke off and could not be had back. */
  readonly apology: string;
  /** Words that carry a meaning, as speech recognition writes them. */
  readonly words: Readonly<Record<Meaning, readonly string[]>>;
  /** Whether recognised text is divided into words by spaces. */
  readonly spaced: boolean;
}

const PROMPTS: Readonly<Record<VoiceLanguage, Prompts>> = { en: ENGLISH, ja: JAPANESE, ko: KOREAN };

/** All catalogues: for what must be said before a language is known. */
export const ALL_PROMPTS: readonly Prompts[] = Object.values(PROMPTS);

/** The catalogue of a language tag, regional ones included; English where we have none. */
export function promptsFor(tag: string): Prompts {
  return PROMPTS[spoken(tag) ?? 'en'];
}

/** The languages of a route that the IVR speaks, the default first; never empty. */
export function languagesOf(route: Route): [VoiceLanguage, ...VoiceLanguage[]] {
  const known = route.policy.languages.map(spoken).filter((language) => language !== null);
  const [first = 'en', ...others] = new Set(known);
  return [first, ...others];
}

function spoken(tag: string): VoiceLanguage | null {
  const [primary] = tag.toLowerCase().split('-');
  return VOICE_LANGUAGES.find((language) => language === primary) ?? null;
}
