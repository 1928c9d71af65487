import twilio from 'twilio';

/** Languages the IVR speaks, by our tags. */
export const VOICE_LANGUAGES = ['en', 'ja', 'ko'] as const;
export type VoiceLanguage = (typeof VOICE_LANGUAGES)[number];

/** Twilio's codes for what is said and what is recognised. */
const LANGUAGE_CODES = { en: 'en-US', ja: 'ja-JP', ko: 'ko-KR' } as const satisfies Record<VoiceLanguage, string>;

/** One question to the caller, answered by keys or speech. */
export interface Question {
  /** What is said, in order; keys and speech may interrupt it. */
  readonly say: readonly Sentence[];
  /** The URL the answer is posted to. */
  readonly answerTo: string;
  /** Where the call goes when nothing was said or keyed. */
  readonly silenceTo: string;
  /** How many keys make an answer; null: any number, ended by "#". */
  readonly keys: number | null;
  /** Words to expect among whatever is said; null: only keys are listened to. */
  readonly hints: readonly string[] | null;
  readonly language: VoiceLanguage;
}

/** A sentence in one language. */
export interface Sentence {
  readonly text: string;
  readonly language: VoiceLanguage;
}

const SILENCE_S = 6;

/** TwiML that asks, and goes on to `silenceTo` when there is no answer. */
export function ask(question: Question): string {
  const response = new twilio.twiml.VoiceResponse();
  const { hints } = question;
  const gather = response.gather({
    input: hints ? ['dtmf', 'speech'] : ['dtmf'],
    action: question.answerTo,
    method: 'POST',
    timeout: SILENCE_S,
    finishOnKey: '#',
    language: LANGUAGE_CODES[question.language],
    ...(question.keys !== null && { numDigits: question.keys }),
    ...(hints && { speechTimeout: 'auto' }),
    ...(hints?.length && { hints: hints.join(',') }),
  });
  for (const sentence of question.say) gather.say({ language: LANGUAGE_CODES[sentence.language] }, sentence.text);
  response.redirect({ method: 'POST' }, question.silenceTo);
  return response.toString();
}

/** TwiML that says the sentences and hangs up. */
export function sayAndHangUp(sentences: readonly Sentence[]): string {
  const response = new twilio.twiml.VoiceResponse();
  for (const { text, language } of sentences) response.say({ language: LANGUAGE_CODES[language] }, text);
  response.hangup();
  return response.toString();
}

/**
 * TwiML for who waits alone in a conference: a whisper (null: none), a silence, and on to `next`. Nothing but Play, Say, Pause
 * and Redirect may be here. https://www.twilio.com/docs/voice/twiml/conference#attributes-waitUrl
 */
export function waitAlone(whisper: Sentence | null, pauseS: number, next: string): string {
  const response = new twilio.twiml.VoiceResponse();
  if (whisper) response.say({ language: LANGUAGE_CODES[whisper.language] }, whisper.text);
  response.pause({ length: pauseS });
  response.redirect({ method: 'POST' }, next);
  return response.toString();
}

/** TwiML that plays a sound again and again: music for who is on hold. */
export function playForever(url: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.play({ loop: 0 }, url);
  return response.toString();
}

/** TwiML that lets digits be heard as tones. https://www.twilio.com/docs/voice/twiml/play#attributes-digits */
export function playDigits(digits: string): string {
  const response = new twilio.twiml.VoiceResponse();
  response.play({ digits });
  return response.toString();
}
