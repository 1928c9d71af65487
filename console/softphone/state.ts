/*
 * The softphone of one tab: what is known of it, what follows from news, and what it needs next. Nothing is done here; keeper.ts does
 * what `nextStep` says, one after the other.
 */

/** Why the microphone cannot be had: not allowed; none there; another program has it; the page did not come over HTTPS. */
export const MICROPHONE_TROUBLES = ['refused', 'missing', 'in_use', 'insecure'] as const;
export type MicrophoneTrouble = (typeof MICROPHONE_TROUBLES)[number];
export type Microphone = 'unasked' | 'open' | MicrophoneTrouble;

/** Which of the browser's tabs has the telephone: `asked` until it is known, `elsewhere` while another one has it. */
export type Claim = 'none' | 'asked' | 'held' | 'elsewhere';

/** The way to the network: `lost` finds itself again; `refused` was not let in. */
export type Line = 'closed' | 'connecting' | 'registered' | 'lost' | 'refused';

/** What a call says it is about; the network hands it over with the call. */
export interface About {
  readonly callbackId: string;
  readonly attempt: number;
}

export interface PhoneCall {
  readonly id: string;
  /** Null: it does not say. */
  readonly about: About | null;
  readonly phase: 'rings' | 'answering' | 'talks';
}

/** What the agent's desk knows of their calls. */
export interface Expected {
  /** Whatever of these rings is for this agent now: their own case's, and the conversation they have come into. */
  readonly calls: readonly About[];
  /** The conversation that goes on and is theirs, or that they have joined in; null: there is none. */
  readonly running: About | null;
}

export const NOTHING_EXPECTED: Expected = { calls: [], running: null };

export interface Softphone {
  readonly microphone: Microphone;
  readonly claim: Claim;
  readonly line: Line;
  readonly call: PhoneCall | null;
  readonly isMuted: boolean;
  readonly expected: Expected;
  /** What this browser talked about last, also before it was loaded anew. */
  readonly last: About | null;
  /** It has only just come to the network, or its call was torn from it: the call that should be here may have to be rung anew. */
  readonly isFresh: boolean;
}

export type News =
  | { readonly type: 'microphone'; readonly microphone: Microphone }
  | { readonly type: 'claim'; readonly claim: 'held' | 'elsewhere' }
  | { readonly type: 'line'; readonly line: Line }
  | { readonly type: 'desk'; readonly expected: Expected }
  | { readonly type: 'rings'; readonly id: string; readonly about: About | null }
  | { readonly type: 'talks'; readonly id: string }
  /** `isTorn`: nobody hung up, the way to the network broke. */
  | { readonly type: 'over'; readonly id: string; readonly isTorn: boolean }
  | { readonly type: 'muted'; readonly isMuted: boolean };

/** What the softphone needs next: the tab's claim, a way to the network, its own call answered, the call it has lost rung anew. */
export type Step = 'claim' | 'connect' | 'answer' | 'rejoin';

/** A tab that has just been opened. */
export function begin(last: About | null): Softphone {
  return { microphone: 'unasked', claim: 'none', line: 'closed', call: null, isMuted: false, expected: NOTHING_EXPECTED, last, isFresh: false };
}

/** What is known after news. News of a call that is not there any more changes nothing. */
export function after(state: Softphone, news: News): Softphone {
  switch (news.type) {
    case 'microphone':
      return { ...state, microphone: news.microphone };
    case 'claim':
      return { ...state, claim: news.claim };
    case 'line':
      return { ...state, line: news.line, isFresh: news.line === 'registered' ? state.line !== 'registered' && state.call === null : state.isFresh };
    case 'desk':
      return { ...state, expected: news.expected };
    case 'rings':
      return rings(state, news);
    case 'talks':
      return state.call?.id === news.id ? { ...state, call: { ...state.call, phase: 'talks' } } : state;
    case 'over':
      return state.call?.id === news.id ? { ...state, call: null, isMuted: false, isFresh: news.isTorn } : state;
    case 'muted':
      return { ...state, isMuted: state.call !== null && news.isMuted };
  }
}

/** One call at a time: another takes the place of one that only rings, unless that is the one the desk waits for. */
function rings(state: Softphone, { id, about }: { readonly id: string; readonly about: About | null }): Softphone {
  const { call, expected } = state;
  const isTaken = call !== null && (call.phase !== 'rings' || isExpected(call, expected));
  return isTaken ? state : { ...state, call: { id, about, phase: 'rings' }, isFresh: false };
}

/** What is to be done next; null: nothing. */
export function nextStep({ microphone, claim, line, call, expected, last, isFresh }: Softphone): Step | null {
  if (microphone === 'open' && claim === 'none') return 'claim';
  if (claim === 'held' && line === 'closed') return 'connect';
  if (call?.phase === 'rings' && isExpected(call, expected)) return 'answer';
  const isMissing = line === 'registered' && isFresh && call === null;
  return isMissing && isSame(last, expected.running) ? 'rejoin' : null;
}

/** The step has begun: it is not the next one any more, whatever comes of it. */
export function begun(state: Softphone, step: Step): Softphone {
  switch (step) {
    case 'claim':
      return { ...state, claim: 'asked' };
    case 'connect':
      return { ...state, line: 'connecting' };
    case 'answer':
      return state.call === null ? state : { ...state, call: { ...state.call, phase: 'answering' }, last: state.call.about ?? state.last };
    case 'rejoin':
      return { ...state, isFresh: false };
  }
}

/** How the softphone stands, in one word. */
export const STANDINGS = ['unasked', ...MICROPHONE_TROUBLES, 'elsewhere', 'connecting', 'registered', 'lost', 'not_let_in', 'rings', 'talks'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What matters most to the agent comes first: a call; then what keeps calls from coming. */
export function standingOf({ microphone, claim, line, call }: Softphone): Standing {
  if (call !== null) return call.phase === 'rings' ? 'rings' : 'talks';
  if (claim === 'elsewhere') return 'elsewhere';
  if (microphone !== 'open') return microphone;
  if (line === 'registered' || line === 'lost') return line;
  return line === 'refused' ? 'not_let_in' : 'connecting';
}

/** Whether the agent talks somewhere and could be rung here: in another browser, or after a breakdown. */
export function mayBeRungHere({ line, call, expected }: Softphone): boolean {
  return line === 'registered' && call === null && expected.running !== null;
}

function isExpected({ about }: PhoneCall, { calls }: Expected): boolean {
  return calls.some((expected) => isSame(about, expected));
}

function isSame(one: About | null, other: About | null): boolean {
  return one !== null && other !== null && one.callbackId === other.callbackId && one.attempt === other.attempt;
}
