import type { ConferenceEnd } from '../../domain/call/first-to-leave.ts';
import type { RecordingState } from '../../domain/call/recorded.ts';
import type { AnsweredBy, LegFacts } from '../../domain/leg.ts';
import type { Answered, PlaceResult } from '../port.ts';

/*
 * The one translation of Twilio's words into ours. Decided by codes and statuses, never by the text of a message, which may
 * change and may hold a telephone number.
 */

/** Call statuses, of webhooks (`initiated`) and of the REST API (`queued`). https://www.twilio.com/docs/voice/api/call-resource */
const CALL_STATUSES: Readonly<Record<string, Pick<LegFacts, 'progress' | 'end'>>> = {
  queued: { progress: 'initiated', end: null },
  initiated: { progress: 'initiated', end: null },
  ringing: { progress: 'ringing', end: null },
  'in-progress': { progress: 'answered', end: null },
  completed: { progress: 'ended', end: 'completed' },
  busy: { progress: 'ended', end: 'busy' },
  'no-answer': { progress: 'ended', end: 'no_answer' },
  failed: { progress: 'ended', end: 'failed' },
  canceled: { progress: 'ended', end: 'cancelled' },
};

/** What a call status says of a leg; null for a word that Twilio does not use. */
export function readCallStatus(status: string): Pick<LegFacts, 'progress' | 'end'> | null {
  return Object.hasOwn(CALL_STATUSES, status) ? (CALL_STATUSES[status] ?? null) : null;
}

/** https://www.twilio.com/docs/voice/answering-machine-detection: a fax talks to nobody either. */
const ANSWERERS: Readonly<Record<string, AnsweredBy>> = {
  human: 'human',
  unknown: 'unknown',
  fax: 'machine',
  machine_start: 'machine',
  machine_end_beep: 'machine',
  machine_end_silence: 'machine',
  machine_end_other: 'machine',
};

/** What answering machine detection says; null for a word that Twilio does not use, and when it says nothing. */
export function readAnsweredBy(word: string | null | undefined): AnsweredBy | null {
  return word && Object.hasOwn(ANSWERERS, word) ? (ANSWERERS[word] ?? null) : null;
}

/** Statuses of a recording, of webhooks and of the REST API. https://www.twilio.com/docs/voice/api/recording */
const RECORDING_STATUSES: Readonly<Record<string, RecordingState>> = {
  'in-progress': 'recording',
  paused: 'paused',
  stopped: 'processing',
  processing: 'processing',
  completed: 'completed',
  absent: 'absent',
  failed: 'absent',
  deleted: 'absent',
};

/** How far a recording has come; null for a word that Twilio does not use. */
export function readRecordingStatus(status: string): RecordingState | null {
  return Object.hasOwn(RECORDING_STATUSES, status) ? (RECORDING_STATUSES[status] ?? null) : null;
}

/** Why a party left its conference that put its telephone down. */
export const HUNG_UP = 'participant_hung_up';

/**
 * Whether a party left its conference by itself, as far as the reason tells; null: it is not known.
 * https://www.twilio.com/docs/voice/twiml/conference#attributes-status-callback (ReasonParticipantLeft)
 */
export function leftByItself(reason: string | null): boolean | null {
  return reason === null ? null : reason === HUNG_UP;
}

/** https://www.twilio.com/docs/voice/api/conference-resource (reason_conference_ended): these have hyphens. */
const CONFERENCE_ENDS: Readonly<Record<string, ConferenceEnd>> = {
  'participant-with-end-conference-on-exit-left': 'left',
  'last-participant-left': 'last_left',
  'participant-with-end-conference-on-exit-kicked': 'removed',
  'last-participant-kicked': 'removed',
  'conference-ended-via-api': 'ended',
};

/** How a conference ended; null where Twilio does not say, and for a word that it does not use. */
export function readConferenceEnd(reason: string | null | undefined): ConferenceEnd | null {
  return reason && Object.hasOwn(CONFERENCE_ENDS, reason) ? (CONFERENCE_ENDS[reason] ?? null) : null;
}

/**
 * Refusals that hold for the number itself, so that asking again will not help: the account may not, or the network cannot, call
 * it. https://www.twilio.com/docs/api/errors
 */
const BLOCKED_CODES: ReadonlySet<number> = new Set([
  13223, // <Dial>: not a telephone number
  13224, // <Dial>: number not supported
  13225, // <Dial>: restricted number
  13226, // <Dial>: no such country code
  13227, // <Dial>: country not enabled (geo permissions)
  21202, // a premium or emergency number
  21211, // not a telephone number
  21214, // cannot be reached
  21215, // country or number range not enabled (geo permissions)
  21216, // blocked by Twilio: fraud or regulation
  21217, // does not appear to be valid
  21219, // not verified, on a trial account
  21610, // the customer has opted out
  32205, // SIP: country not enabled (geo permissions)
]);

/** A participant with this label is in the conference already: https://www.twilio.com/docs/api/errors/16026 */
const LABEL_IN_USE = 16026;
/** Call is not in the state that the change asks for: https://www.twilio.com/docs/api/errors/21220 */
const WRONG_CALL_STATE = 21220;

/** Errors of Node's before a connection stood: nothing can have been sent. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What failed, told without the words of others. `status` is HTTP's; `code` is Twilio's (a number) or Node's (a word). */
export interface Failure {
  readonly status: number | null;
  readonly code: number | string | null;
  readonly connected: boolean;
}

/** Reads an error of the official client. */
export function readFailure(error: unknown): Failure {
  const { status, code } = fieldsOf(error);
  // A status below 300 on an error is that of an answer whose body never came whole: it says nothing.
  if (typeof status === 'number' && status >= 300) return { status, code: typeof code === 'number' && code > 0 ? code : null, connected: true };
  const word = typeof code === 'string' ? code : null;
  return { status: null, code: word, connected: !neverConnected(error) };
}

/** What became of a request for a leg that ended in an error. What is not known to have been refused may ring. */
export function resultOfFailure(error: unknown): Exclude<PlaceResult, { result: 'placed' }> {
  const failure = readFailure(error);
  const reason = describe(failure);
  if (!failure.connected || failure.status === 429) return { result: 'not_sent', reason };
  if (failure.status === null || failure.status >= 500) return { result: 'unknown', reason };
  // Labels are never used twice: who has this one is this very leg, asked for by a request whose answer was lost.
  if (failure.code === LABEL_IN_USE) return { result: 'unknown', reason };
  const code = typeof failure.code === 'number' ? failure.code : null;
  return { result: 'rejected', code, reason, blocked: code !== null && BLOCKED_CODES.has(code), isOver: isMissing(error) };
}

/**
 * What came of a request about a running call that ended in an error.
 * @throws TwilioFailed when Twilio may do it if it is asked again: it could not be reached, did not answer, or was too busy.
 */
export function answerOfFailure(error: unknown): Exclude<Answered, 'done'> {
  const { status } = readFailure(error);
  if (isMissing(error) || isWrongCallState(error)) return 'gone';
  if (status === null || status === 429 || status < 400 || status >= 500) throw new TwilioFailed(error);
  return 'refused';
}

/** Whether Twilio answered that there is no such thing (any more). */
export function isMissing(error: unknown): boolean {
  return readFailure(error).status === 404;
}

/** Whether Twilio answered that the call is over, or not in a state that can be changed. */
export function isWrongCallState(error: unknown): boolean {
  return readFailure(error).code === WRONG_CALL_STATE;
}

/** Twilio could not be asked, or did not answer as it should. Its message holds no telephone number. */
export class TwilioFailed extends Error {
  override readonly name = 'TwilioFailed';
  readonly failure: Failure;
  constructor(error: unknown) {
    const failure = readFailure(error);
    super(describe(failure));
    this.failure = failure;
  }
}

function describe({ status, code, connected }: Failure): string {
  if (!connected) return `Twilio could not be reached (${code ?? 'no connection'}).`;
  if (status === null) return `Twilio's answer did not arrive (${code ?? 'unreadable'}).`;
  return code === null ? `Twilio answered with HTTP ${status}.` : `Twilio answered with error ${code} (HTTP ${status}).`;
}

/** The client wraps Node's errors; a failed race of addresses (`AggregateError`) carries one error per address. */
function neverConnected(error: unknown): boolean {
  const { code, syscall, cause, errors } = fieldsOf(error);
  if (Array.isArray(errors) && errors.length > 0) return errors.every(neverConnected);
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  if (cause !== undefined) return neverConnected(cause);
  return typeof code === 'string' && NEVER_CONNECTED.has(code);
}

/** The fields by which the client and Node tell errors apart; of anything that is not an object, none. */
function fieldsOf(error: unknown): { status?: unknown; code?: unknown; syscall?: unknown; cause?: unknown; errors?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
