import type { Agent, CallbackRow, Case, Desk, Me, Message, Offer, Route } from '../../../console/api/types.ts';

/*
 * A small contact centre, as the API would tell of it: what the console is looked at and tested with, without a server behind it.
 * Times are relative to the moment a test begins.
 */

const START_MS = Date.now();

/** An instant so many minutes from now (before, when negative). */
export function minutesFromNow(minutes: number): string {
  return new Date(START_MS + minutes * 60_000).toISOString();
}

export const AOKI = { id: 'agent-aoki', name: 'Aoki Haruka' };
export const MORI = { id: 'agent-mori', name: 'Mori Kenta' };
export const BILLING = { id: 'route-billing', name: 'Billing' };
export const EAST = { id: 'team-east', name: 'East' };
export const SALES = { id: 'route-sales', name: 'Sales' };

export const agentMe: Me = {
  ...AOKI,
  email: 'aoki@example.com',
  role: 'agent',
  isAgent: true,
  mayPhone: true,
  hasPassword: true,
  centre: { timeZone: 'Asia/Tokyo' },
  mail: true,
  phone: true,
  telephone: 'number',
  serverTime: minutesFromNow(0),
};

export const administratorMe: Me = { ...agentMe, id: 'admin-1', name: 'Hayashi Mei', email: 'admin@example.com', role: 'administrator', isAgent: false, mayPhone: false, telephone: null };

const dispositions: Case['dispositions'] = [
  { code: 'resolved', label: { en: 'Resolved', ja: '解決' }, effect: 'end' },
  { code: 'no_answer', label: { en: 'Could not reach the customer', ja: '不在' }, effect: 'retry' },
  { code: 'later', label: { en: 'Wants another time', ja: '時間変更希望' }, effect: 'reschedule' },
];

const route: Route = {
  ...BILLING,
  version: 3,
  numbers: ['+815031000001'],
  closed: false,
  openNow: true,
  timeZone: 'Asia/Tokyo',
  country: 'JP',
  languages: ['ja', 'en'],
  priority: 3,
  webChannel: 'voice',
  hours: { '1': [{ from: '09:00', to: '18:00' }] },
  preview: true,
  maximumAttempts: 3,
  dispositions,
  dispositionMandatory: true,
  instructions: 'Confirm the contract number first.',
};

export const routes: Route[] = [
  route,
  { ...route, ...SALES, numbers: ['+815031000002'], preview: false, dispositionMandatory: false },
  { ...route, id: 'route-old', name: 'Old campaign', numbers: [], closed: true },
];

export const agents: Agent[] = [
  { ...AOKI, mayPhone: true, disabled: false, languages: ['ja'], routes: [BILLING], teams: [EAST], presence: 'ready', channels: [], load: 12 },
  { ...MORI, mayPhone: true, disabled: false, languages: ['ja', 'en'], routes: [SALES], teams: [], presence: 'offline', channels: [], load: 3 },
];

/** A row of the list; what is given replaces the ordinary. */
export function row(given: Partial<CallbackRow> & { id: string }): CallbackRow {
  return {
    version: 4,
    number: '+819012345678',
    name: 'Tanaka Yui',
    contact: null,
    language: 'ja',
    route: BILLING,
    status: 'scheduled',
    kind: 'asap',
    origin: 'ivr',
    channel: 'voice',
    requestedAt: minutesFromNow(-24),
    desiredAt: null,
    dueAt: minutesFromNow(-20),
    windowEndsAt: null,
    timeZone: null,
    assignee: null,
    distributor: null,
    agent: null,
    attempt: 0,
    attemptsPlaced: 0,
    lastOutcome: null,
    disposition: null,
    endReason: null,
    endedAt: null,
    lastNote: null,
    earlierNote: null,
    ...given,
  };
}

/** A message to the customer; what is given replaces the ordinary. */
export function messageOf(given: Partial<Message> & { id: string }): Message {
  const ordinary = { kind: 'sms' as const, to: '+819012345678', subject: '', text: 'Your invoice is on its way.', state: 'sending' as const, reason: null, errorCode: null };
  return { ...ordinary, author: { type: 'user', ...AOKI }, createdAt: minutesFromNow(-1), settledAt: null, ...given };
}

/** A whole case; what is given replaces the ordinary. */
export function caseOf(given: Partial<Case> & { id: string }): Case {
  return {
    ...row(given),
    collected: { reason: 'invoice', contract: '553-22' },
    instructions: 'Confirm the contract number first.\nInvoices older than a year: transfer to the back office.',
    dispositions,
    dispositionMandatory: true,
    caseFields: null,
    callbackFields: null,
    connectedAt: null,
    wrapUpEndsAt: null,
    previewEndsAt: null,
    legs: [],
    call: null,
    recordings: [],
    attempts: [
      { attempt: 1, agent: MORI, byHand: false, startedAt: minutesFromNow(-88), endedAt: minutesFromNow(-87), outcome: 'busy' },
      { attempt: 2, agent: AOKI, byHand: true, startedAt: minutesFromNow(-50), endedAt: minutesFromNow(-49), outcome: 'no_answer' },
    ],
    offers: [],
    messages: [],
    reachable: { numbers: ['+819012345678'], addresses: ['yui@example.com'] },
    notes: [{ id: '1', author: MORI, text: 'Line was busy; the customer usually answers after three.', at: minutesFromNow(-86) }],
    timeline: [
      entry('requested', -24 * 60, { type: 'customer', id: null, name: null }),
      entry('due_planned', -24 * 60 + 0.02, undefined, { dueAt: minutesFromNow(-90) }),
      entry('queued', -90),
      entry('offered', -89),
      entry('offer_accepted', -88.5, { type: 'user', ...MORI }),
      entry('attempt_started', -88, { type: 'user', ...MORI }, { attempt: 1 }),
      entry('attempt_ended', -87, undefined, { attempt: 1, outcome: 'busy' }),
      entry('retry_planned', -85, undefined, { dueAt: minutesFromNow(-50), outcome: 'busy' }),
    ],
    earlier: [
      { id: 'earlier-1', route: SALES, status: 'completed', requestedAt: minutesFromNow(-60 * 24 * 40), endedAt: minutesFromNow(-60 * 24 * 40 + 30), attemptsPlaced: 1, lastOutcome: 'answered', disposition: { code: 'resolved', label: { en: 'Resolved', ja: '解決' } }, lastNote: 'Asked about the winter plan.' },
    ],
    draft: { note: '', disposition: null },
    attempt: 2,
    attemptsPlaced: 2,
    ...given,
  };
}

function entry(
  type: Case['timeline'][number]['type'],
  minutes: number,
  actor: Case['timeline'][number]['actor'] = { type: 'system', id: null, name: null },
  data: Case['timeline'][number]['data'] = {},
): Case['timeline'][number] {
  return { key: `${type} ${minutes}`, type, at: minutesFromNow(minutes), actor, whom: null, hungUpBy: null, status: null, data };
}

/** An offer that lasts 30 s from now. */
export function offerOf(callback: CallbackRow, whole: Case | null = null): Offer {
  const queue = { to: 'queue', route: null } as const;
  return {
    offerId: `offer-${callback.id}`,
    offeredAt: new Date().toISOString(),
    deadlineAt: new Date(Date.now() + 30_000).toISOString(),
    preview: whole !== null,
    callback,
    case: whole,
    previewFields: null,
    rejectedGoesTo: queue,
    missedGoesTo: queue,
    missedMakesNotReady: false,
  };
}

/** A desk with nothing on it. */
export function deskOf(given: Partial<Desk> = {}): Desk {
  return {
    serverTime: new Date().toISOString(),
    agent: { ...AOKI, mayPhone: true },
    presence: { presence: 'ready', channels: [{ channel: 'voice', wish: 'ready', reason: null, since: null, next: null }, { channel: 'web', wish: 'not_ready', reason: null, since: null, next: null }] },
    offer: null,
    askedIn: null,
    joined: null,
    live: null,
    callbacks: [],
    ...given,
  };
}
