import express from 'express';
import type { Router } from 'express';
import { z } from 'zod';
import { isE164 } from '../formats.ts';
import type { Call } from '../network/call.ts';
import { hasEnded } from '../network/call.ts';
import { endCall, liveCall, transcribe } from '../network/calls.ts';
import { conferenceEvent } from '../network/conferences.ts';
import { callIn } from '../network/inbound.ts';
import type { Network, PersonInput } from '../network/network.ts';
import { conferenceOf } from '../network/participants.ts';
import { ControlError, parse } from './errors.ts';
import { callView } from './views.ts';

/**
 * What Twilio puts in From when the caller withholds their number: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE on a telephone's keys.
 * Source: https://support.twilio.com/hc/en-us/articles/223179988
 */
const WITHHELD: readonly string[] = ['+266696687', '+7378742833', '+2562533', '+8656696', '+86282452253'];
const E164 = z.string().refine(isE164, 'must be an E.164 number');
const Caller = z.string().refine((from) => isE164(from) || WITHHELD.includes(from), 'must be an E.164 number, or one that Twilio gives for a withheld number');
const CallSchema = z.strictObject({ from: Caller, to: E164 });
const DigitsSchema = z.strictObject({ digits: z.string().regex(/^[0-9*#A-D]{1,32}$/, 'must be 1 to 32 keys: 0-9, *, #, A-D') });
const SpeechSchema = z.strictObject({ text: z.string().min(1).max(1000), confidence: z.number().min(0).max(1).default(0.9) });

/** The people's side of calls: dialling a number, keys, speech, answering and hanging up. */
export function callsRouter(network: Network): Router {
  const router = express.Router();
  router.get('/', (request, response) => {
    const active = request.query['active'] === 'true';
    const calls = [...network.calls.values()].toReversed().filter((call) => !active || !hasEnded(call));
    response.json({ calls: calls.slice(0, 500).map((call) => callView(network, call)) });
  });
  router.post('/', (request, response) => {
    const { from, to } = parse(CallSchema, request.body);
    const own = network.numbers.get(to);
    if (own === undefined) throw new ControlError(404, 'Nobody answers at that number: the account does not have it.');
    response.status(201).json(callView(network, callIn(network, from, own)));
  });
  router.get('/:sid', (request, response) => {
    response.json(callView(network, find(network, request.params.sid)));
  });
  router.post('/:sid/:action', (request, response) => {
    const call = find(network, request.params.sid);
    if (hasEnded(call)) throw new ControlError(409, 'The call is over.');
    act(network, call, request.params.action, request.body);
    response.json(callView(network, call));
  });
  return router;
}

function find(network: Network, sid: string): Call {
  const call = network.calls.get(sid);
  if (call === undefined) throw new ControlError(404, 'There is no such call.');
  return call;
}

function act(network: Network, call: Call, action: string, body: unknown): void {
  switch (action) {
    case 'digits': return press(network, call, parse(DigitsSchema, body).digits);
    case 'speech': return say(network, call, parse(SpeechSchema, body));
    case 'hangup': return hangUp(network, call);
    case 'answer': case 'decline': return decide(network, call, action);
    default: throw new ControlError(404, 'A person can do: digits, speech, hangup, answer, decline.');
  }
}

function press(network: Network, call: Call, digits: string): void {
  requireAnswered(call);
  transcribe(network, call, { who: 'person', kind: 'digits', text: digits, language: null });
  hear(network, call, { kind: 'digits', text: digits });
}

function say(network: Network, call: Call, speech: { text: string; confidence: number }): void {
  requireAnswered(call);
  transcribe(network, call, { who: 'person', kind: 'speech', text: speech.text, language: call.waitingFor?.language ?? null });
  hear(network, call, { kind: 'speech', ...speech });
  const conference = conferenceOf(network, call.sid);
  const participant = conference?.participants.get(call.sid);
  if (conference === null || participant === undefined || !participant.joined || participant.muted) return;
  conferenceEvent(network, conference, 'participant-speech-start', participant);
  conferenceEvent(network, conference, 'participant-speech-stop', participant);
}

function hear(network: Network, call: Call, input: PersonInput): void {
  liveCall(network, call)?.onInput?.(input);
}

function requireAnswered(call: Call): void {
  if (call.answeredAt === null) throw new ControlError(409, 'The call is not answered yet.');
}

/** A caller who gives up while it rings is a call that nobody answered. */
function hangUp(network: Network, call: Call): void {
  if (call.direction !== 'inbound' && call.answeredAt === null) throw new ControlError(409, 'A ringing telephone is answered or declined.');
  endCall(network, call, call.answeredAt === null ? 'no-answer' : 'completed', 'party');
}

function decide(network: Network, call: Call, decision: 'answer' | 'decline'): void {
  const live = liveCall(network, call);
  if (live === null || live.decide === null) throw new ControlError(409, 'The telephone does not wait for a decision.');
  live.decide(decision);
  live.decide = null;
}
