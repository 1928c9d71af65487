import { EventEmitter, setMaxListeners } from 'node:events';
import { createSender } from '../callbacks/deliver.ts';
import type { Hook, Sender } from '../callbacks/deliver.ts';
import { createQueues } from '../callbacks/queues.ts';
import type { Queues } from '../callbacks/queues.ts';
import { createJournal } from '../journal.ts';
import type { Journal } from '../journal.ts';
import type { Timings } from '../options.ts';
import type { Call, EndCause, StatusCallback } from './call.ts';
import type { Conference } from './conference.ts';
import { createDialler } from './dialler.ts';
import type { Dialler } from './dialler.ts';
import { behaviourByEnding } from './people.ts';
import type { Behaviour } from './people.ts';
import type { Recording } from './recording.ts';
import type { Message } from './message.ts';

export interface Account {
  readonly accountSid: string;
  readonly authToken: string;
  readonly apiKey: string | null;
  readonly apiSecret: string | null;
}

/** One of the account's numbers and what answers it. */
export interface OwnNumber {
  readonly sid: string;
  readonly number: string;
  readonly voice: Hook | null;
  readonly fallback: Hook | null;
  readonly statusCallback: StatusCallback | null;
}

/** What a person did at the telephone. */
export type PersonInput = { readonly kind: 'digits'; readonly text: string } | { readonly kind: 'speech'; readonly text: string; readonly confidence: number };

/** The part of a call that lives only in this process. */
export interface LiveCall {
  /** Aborted when the call is over. */
  readonly over: AbortController;
  /** Aborted when the call is to run other TwiML. */
  script: AbortController;
  readonly onEnd: ((cause: EndCause) => void)[];
  /** Whoever listens to the person at the moment. */
  onInput: ((input: PersonInput) => void) | null;
  /** Set while a manual telephone rings. */
  decide: ((decision: 'answer' | 'decline') => void) | null;
}

/** Everything the sandbox knows, shared by its parts. */
export interface Network {
  readonly account: Account;
  readonly timings: Timings;
  readonly journal: Journal;
  readonly sender: Sender;
  readonly queues: Queues;
  readonly dialler: Dialler;
  readonly calls: Map<string, Call>;
  readonly live: Map<string, LiveCall>;
  readonly conferences: Map<string, Conference>;
  readonly numbers: Map<string, OwnNumber>;
  readonly people: Map<string, Behaviour>;
  readonly recordings: Map<string, Recording>;
  readonly messages: Map<string, Message>;
  /** Emits `changed` with `{ type, sid }`. */
  readonly events: EventEmitter;
  readonly stopped: AbortController;
}

export interface NetworkSettings {
  readonly account: Account;
  readonly timings: Timings;
  readonly callsPerSecond: number;
  readonly log: (line: string) => void;
}

/** An empty network. */
export function createNetwork(settings: NetworkSettings): Network {
  const events = new EventEmitter({ captureRejections: false });
  events.setMaxListeners(0);
  const stopped = newAbort();
  const journal = createJournal((entry) => {
    events.emit('changed', { type: 'journal', sid: String(entry.id) });
    if (entry.kind === 'alert') settings.log(`sandbox: ${entry.level} ${entry.code}: ${entry.message} (${entry.sid ?? '-'})`);
  });
  return {
    account: settings.account,
    timings: settings.timings,
    journal,
    sender: createSender(settings.account.authToken, journal, stopped.signal),
    queues: createQueues(),
    dialler: createDialler(settings.callsPerSecond),
    calls: new Map(),
    live: new Map(),
    conferences: new Map(),
    numbers: new Map(),
    people: new Map(),
    recordings: new Map(),
    messages: new Map(),
    events,
    stopped,
  };
}

/** Something to abort that any number of things may wait for. */
export function newAbort(): AbortController {
  const abort = new AbortController();
  setMaxListeners(0, abort.signal);
  return abort;
}

/** Tells whoever listens (the event stream, the journal file) that something changed. */
export const changed = (network: Network, type: 'call' | 'conference' | 'message' | 'number' | 'people', sid: string): void => {
  network.events.emit('changed', { type, sid });
};

/** How the person behind the address behaves now. */
export const behaviourOf = (network: Network, address: string): Behaviour =>
  network.people.get(address) ?? behaviourByEnding(address);

/** Milliseconds of real time for seconds of Twilio's. */
export const seconds = (network: Network, count: number): number => count * network.timings.secondMs;

/** Notes what Twilio's debugger would show. */
export function alert(network: Network, level: 'error' | 'warning', code: number, message: string, sid: string | null, url: string | null = null): void {
  network.journal.add({ kind: 'alert', level, code, message, sid, url });
}
