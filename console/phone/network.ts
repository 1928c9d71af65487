import { problemOf, unreachable } from '../api/problem.ts';

/*
 * The sandbox telephone network, reached through /v1/phone. The API's description names the paths; what passes is the network's own
 * control API (sandbox/README.md), of which this page uses what stands here.
 */

type Behaviour = 'answers' | 'busy' | 'rings_out' | 'machine' | 'fails' | 'hangs_up' | 'rejects' | 'manual';

interface Person {
  /** Last digits of the number; null for every other ending. */
  readonly ending: string | null;
  readonly behaviour: Behaviour;
}

export interface TranscriptLine {
  readonly at: string;
  readonly who: 'network' | 'person';
  readonly kind: 'say' | 'play' | 'music' | 'digits' | 'speech' | 'beep';
  readonly text: string;
  readonly language: string | null;
}

export interface PhoneCall {
  readonly sid: string;
  readonly from: string;
  readonly to: string;
  /** Seen from the account: a call that the customer dials is inbound. */
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-dial';
  readonly status: string;
  readonly active: boolean;
  /** It rings at a telephone that waits for somebody to answer or decline. */
  readonly awaitsDecision: boolean;
  readonly answeredAt: string | null;
  readonly waitingFor: { readonly input: readonly ('dtmf' | 'speech')[] } | null;
  readonly transcript: readonly TranscriptLine[];
}

/** A text message that somebody was sent. */
export interface PhoneMessage {
  readonly sid: string;
  readonly to: string;
  readonly body: string;
  readonly status: 'queued' | 'sent' | 'delivered' | 'undelivered';
  readonly createdAt: string;
}

/** What a person does with a call. */
export type Act =
  | { readonly act: 'digits'; readonly body: { readonly digits: string } }
  | { readonly act: 'speech'; readonly body: { readonly text: string } }
  | { readonly act: 'hangup' | 'answer' | 'decline'; readonly body: Record<string, never> };

export const readCalls = async () => (await ask<{ calls: PhoneCall[] }>('GET', 'calls?active=true')).calls;
export const readCall = (sid: string) => ask<PhoneCall>('GET', `calls/${sid}`);
export const readMessages = async () => (await ask<{ messages: PhoneMessage[] }>('GET', 'messages')).messages;
export const readPeople = async () => (await ask<{ people: Person[] }>('GET', 'people')).people;
export const placeCall = (call: { from: string; to: string }) => ask<PhoneCall>('POST', 'calls', call);
export const actOn = (sid: string, { act, body }: Act) => ask<PhoneCall>('POST', `calls/${sid}/${act}`, body);

/** @throws {ProblemError} with the network's own sentence where it refuses */
async function ask<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  const response = await fetch(`/v1/phone/${path}`, init).catch(() => {
    throw unreachable();
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw problemOf(response.status, refusalIn(answer));
  return answer as T;
}

/** The network's refusals are `{ error }`; those of the API before it are problem documents. */
function refusalIn(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return answer;
  return { code: 'refused', detail: String(answer.error), status: 0 };
}
