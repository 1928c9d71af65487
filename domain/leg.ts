/** Whose telephone a leg rings. */
export const LEG_ROLES = ['agent', 'customer', 'target', 'supervisor'] as const;
export type LegRole = (typeof LEG_ROLES)[number];

/**
 * What became of our wish to create a leg (design, decision 7):
 * `intended → posting → placed | rejected | unknown`, or `intended → void`.
 */
export const INTENT_STATES = ['intended', 'posting', 'placed', 'rejected', 'unknown', 'void'] as const;
export type IntentState = (typeof INTENT_STATES)[number];

/** Whether a leg neither rings nor ever will: nobody asked for it in time, or the network refused it. */
export function neverRings(state: IntentState): boolean {
  return state === 'void' || state === 'rejected';
}

/** How far a leg's telephone call has come. */
export const LEG_PROGRESS = ['none', 'initiated', 'ringing', 'answered', 'ended'] as const;
export type LegProgress = (typeof LEG_PROGRESS)[number];

/** How a leg's call ended. `machine` is an answering machine's answer, whatever the call status said. */
export const LEG_ENDS = ['completed', 'busy', 'no_answer', 'failed', 'cancelled'] as const;
export type LegEnd = (typeof LEG_ENDS)[number];

/** Who or what answered, as far as answering machine detection knows. */
export const ANSWERED_BY = ['human', 'machine', 'unknown'] as const;
export type AnsweredBy = (typeof ANSWERED_BY)[number];

/** What is known of a leg. Facts arrive in any order, and twice; they only ever add up. */
export interface LegFacts {
  readonly progress: LegProgress;
  readonly end: LegEnd | null;
  readonly answeredBy: AnsweredBy | null;
}

export const NOTHING_KNOWN: LegFacts = { progress: 'none', end: null, answeredBy: null };

/**
 * Adds what one callback from the telephone network says to what is known. Order does not matter and repeats change nothing:
 * progress only goes forward, the first end stays (a second one is a contradiction the network does not make).
 */
export function learn(known: LegFacts, news: Partial<LegFacts>): LegFacts {
  const ahead = LEG_PROGRESS.indexOf(news.progress ?? 'none') > LEG_PROGRESS.indexOf(known.progress);
  return {
    progress: ahead && news.progress ? news.progress : known.progress,
    end: known.end ?? news.end ?? null,
    answeredBy: known.answeredBy ?? news.answeredBy ?? null,
  };
}

/** Whether `news` would change what is `known`: if not, nobody need be told. */
export function isNews(known: LegFacts, news: Partial<LegFacts>): boolean {
  const next = learn(known, news);
  return next.progress !== known.progress || next.end !== known.end || next.answeredBy !== known.answeredBy;
}

/** The name of a leg within its callback, unique for ever: also its label in the conference (at most 128 characters, no "/"). */
export function legLabel(role: LegRole, attempt: number, n: number): string {
  return `${role}-${attempt}-${n}`;
}

/** The friendly name of an attempt's conference: new for every attempt, so that no leg ever joins an earlier one. */
export function conferenceName(callbackId: string, attempt: number): string {
  return `callback-${callbackId}-${attempt}`;
}

/** What is known of how an agent's leg came to its end. */
export interface Parting {
  readonly end: LegEnd | null;
  readonly wasAnswered: boolean;
  /** Where the agent is rung; null: it is not known any more. */
  readonly endpoint: string | null;
  /** It left the conference by itself; null: nobody has said why. */
  readonly leftByItself: boolean | null;
}

/**
 * Whether an agent's leg was lost rather than hung up: the network broke off, or a browser's telephone went by itself. (Of that one
 * nobody can tell a lost network from a hang-up: the console's End ends the attempt instead.)
 */
export function isLost({ end, wasAnswered, endpoint, leftByItself }: Parting): boolean {
  if (!wasAnswered || end === null) return false;
  return end === 'failed' || (endpoint?.startsWith('client:') === true && leftByItself !== false);
}
