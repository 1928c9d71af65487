import { randomInt, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { CallbackState, Projection } from '../../domain/projection.ts';
import type { RoutePolicy } from '../../domain/route.ts';
import { PLAIN_ROUTE } from '../../domain/route.ts';
import type { CallbackEvent, EventType } from '../../domain/words.ts';
import { CUSTOMER, SYSTEM } from '../../domain/words.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import type { NewCallback } from '../../store/callback/intake.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import type { Store } from '../../store/open.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { Db } from '../../store/tables.ts';

/** How the facts open their stores: one that is made and empty for `store`, and further ones on the same database. */
export interface Opened {
  readonly store: Store;
  /** Another starter's store on the same database; PGlite has one process only and gives the same. */
  another(): Promise<Store>;
  close(): Promise<void>;
}

export const POLICY: RoutePolicy = {
  ...PLAIN_ROUTE,
  timeZone: 'Asia/Tokyo',
  languages: ['ja'],
  priority: 5,
  callerId: '+815012345678',
  webChannel: 'web',
  hours: {},
  holidayCountry: null,
  closedDates: [],
  leadTimeMs: 0,
  windowMs: 0,
  preview: false,
  offerTimeoutMs: 20_000,
  previewTimeoutMs: null,
  missedOfferMakesNotReady: true,
  assigneeAloneMs: null,
  offerBarMs: 60_000,
  afterAttemptMs: 30_000,
  ringTimeoutS: 30,
  machineDetection: false,
  retryDelayMs: { busy: 1, no_answer: 1, machine: 1, failed: 1, unknown: 1 },
  maximumAttempts: 3,
  expiryMs: 86_400_000,
  dispositions: [],
  dispositionMandatory: false,
  instructions: '',
};

const KEY = Buffer.alloc(32, 7);

export async function makeRoute({ db }: Store, policy: Partial<RoutePolicy> = {}): Promise<string> {
  const id = randomUUID();
  await saveRoute(db, { id, name: 'Billing', numbers: [], policy: { ...POLICY, ...policy }, closed: false });
  return id;
}

export async function makeAgent({ db }: Store, endpoint: string | null = 'client:agent'): Promise<string> {
  const id = randomUUID();
  await saveAgent(db, { id, name: 'Aoki', endpoint, languages: ['ja'], mayPhone: true, routeIds: [] });
  return id;
}

export function wanted(routeId: string, more: Partial<NewCallback> = {}): NewCallback {
  const number = more.number ?? `+8190${randomInt(10_000_000, 99_999_999)}`;
  return {
    routeId,
    number,
    numberHash: hashNumber(KEY, number),
    name: 'Sato',
    language: null,
    timeZone: null,
    kind: 'asap',
    origin: 'ivr',
    channel: 'voice',
    desiredAt: null,
    windowEndsAt: null,
    collected: {},
    requestKey: null,
    actor: CUSTOMER,
    ...more,
  };
}

export async function makeCallback(store: Store, more: Partial<NewCallback> & { routeId?: string } = {}): Promise<string> {
  const routeId = more.routeId ?? (await makeRoute(store));
  return (await requestCallback(store.db, wanted(routeId, more))).id;
}

export const WAITING: CallbackState = {
  status: 'queued',
  kind: 'asap',
  desiredAt: null,
  dueAt: '2026-11-24T01:00:00.000Z',
  windowEndsAt: null,
  offer: null,
  agentId: null,
  reservationId: null,
  attempt: 0,
  attemptsPlaced: 0,
  attemptsCounted: 0,
  lastOutcome: null,
  connectedAt: null,
  previewEndsAt: null,
  wrapUpEndsAt: null,
  staysWithAgent: false,
  disposition: null,
  endReason: null,
};

export function event(type: EventType, status: CallbackState['status'], data: CallbackEvent['data'] = {}): CallbackEvent {
  return { type, at: '2026-11-24T01:00:00.000Z', actor: SYSTEM, status, data };
}

/** A step of a callback's life that changes nothing but what is given. */
export function step(callbackId: string, version: number, state: Partial<CallbackState>, more: Partial<Projection> = {}): Projection {
  const whole = { ...WAITING, ...state };
  return {
    callbackId,
    generation: 1,
    after: version - 1,
    version,
    state: whole,
    events: [event('queued', whole.status)],
    intents: [],
    endedOffer: null,
    confirm: null,
    release: null,
    startedAttempt: null,
    endedAttempt: null,
    unresponsive: null,
    ...more,
  };
}

/**
 * Begins `second` while the transaction of `first` has done its work and is still open: it has come to where it waits for that one
 * before that one commits. (PGlite has one connection: there `second` begins when the transaction has ended.)
 */
export async function whileOpen<T>(db: Db, first: (tx: Db) => Promise<unknown>, second: () => Promise<T>): Promise<T> {
  const begun = await db.transaction().execute(async (tx) => {
    await first(tx);
    const waiting = second();
    for (let asked = 0; asked < 1_000 && !(await somebodyWaits(tx)); asked += 1);
    return { waiting };
  });
  return begun.waiting;
}

async function somebodyWaits(tx: Db): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where not granted`.execute(tx);
  return rows.length > 0;
}
