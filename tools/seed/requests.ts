import type { Route } from '../../domain/route.ts';
import type { Kind, Origin } from '../../domain/words.ts';
import type { Asked } from './asked.ts';
import { CUSTOMER, user } from './asked.ts';
import type { OpeningHours } from './calendar.ts';
import { openingHours } from './calendar.ts';
import type { Centre } from './centre.ts';
import { weightOf } from './centre.ts';
import type { Customer, Customers } from './customers.ts';
import type { Dice } from './dice.ts';
import { reasonIn } from './sayings.ts';

const DAY_MS = 24 * 3_600_000;
const HALF_HOUR_MS = 1_800_000;
const HISTORY_MS = 400 * DAY_MS;
const AHEAD_MS = 21 * DAY_MS;

const ORIGINS: Readonly<Record<Origin, number>> = { ivr: 54, web: 22, api: 9, agent: 9, voicemail: 6 };
const KINDS: Readonly<Record<Kind, number>> = { asap: 58, delayed: 14, scheduled: 28 };
const MACHINE = '{"type":"machine","id":"seed-website"}';

/** A request, with the route it came through. */
export interface Request {
  readonly asked: Asked;
  readonly route: Route;
  readonly hours: OpeningHours;
  readonly agentIds: readonly string[];
}

interface Given {
  readonly centre: Centre;
  readonly customers: Customers;
  readonly dice: Dice;
  readonly nowMs: number;
  /** `route number` of the callbacks that are open already. */
  readonly openAlready: ReadonlySet<string>;
}

/** What customers ask for, one request after the other. */
export class Requests {
  readonly #given: Given;
  readonly #routes: ReadonlyMap<string, Omit<Request, 'asked'>>;
  readonly #weights: Readonly<Record<string, number>>;
  readonly #open: Set<string>;

  constructor(given: Given) {
    const { centre, nowMs } = given;
    this.#given = given;
    this.#open = new Set(given.openAlready);
    this.#weights = Object.fromEntries(centre.routes.map(({ id }) => [id, weightOf(id)]));
    const [fromMs, toMs] = [nowMs - HISTORY_MS, nowMs + AHEAD_MS];
    this.#routes = new Map(
      centre.routes.map((route) => {
        const agentIds = centre.agents.filter(({ routeIds }) => routeIds.includes(route.id)).map(({ id }) => id);
        return [route.id, { route, hours: openingHours(route.policy, fromMs, toMs), agentIds }];
      }),
    );
  }

  /** @param isOpen it is still open: nobody else may have an open callback of that number on that route */
  next(requestedAt: number, isOpen: boolean): Request {
    const { dice, customers } = this.#given;
    for (;;) {
      const via = this.#routes.get(dice.among(this.#weights));
      if (!via) throw new Error('There is no route.');
      const customer = customers.any(via.route.policy.languages[0] ?? 'en', requestedAt);
      const key = `${via.route.id} ${customer.number}`;
      if (isOpen && this.#open.has(key)) continue;
      if (isOpen) this.#open.add(key);
      return { ...via, asked: this.#ask(requestedAt, customer, via) };
    }
  }

  #ask(requestedAt: number, { contact, ...customer }: Customer, { route, hours, agentIds }: Omit<Request, 'asked'>): Asked {
    const { dice } = this.#given;
    const [kind, origin] = [dice.among(KINDS), dice.among(ORIGINS)];
    const { leadTimeMs, windowMs, webChannel } = route.policy;
    const wished = Math.ceil((requestedAt + dice.around(6 * 3_600_000)) / HALF_HOUR_MS) * HALF_HOUR_MS;
    const desiredAt = kind === 'scheduled' ? Math.min(hours.next(wished), requestedAt + 10 * DAY_MS) : null;
    const dueAt = hours.next(desiredAt ?? (kind === 'delayed' ? requestedAt + leadTimeMs : requestedAt));
    return {
      ...customer,
      id: dice.uuid(),
      routeId: route.id,
      kind,
      origin,
      channel: origin === 'web' ? webChannel : 'voice',
      requestedAt,
      desiredAt,
      windowEndsAt: desiredAt === null ? null : dueAt + windowMs,
      dueAt,
      timeZone: origin === 'web' ? customer.timeZone : (contact?.timeZone ?? null),
      contactId: contact?.id ?? null,
      collected: JSON.stringify(this.#collected(origin, customer, route)),
      actor: origin === 'web' || origin === 'api' ? MACHINE : origin === 'agent' ? user(dice.pick(agentIds)) : CUSTOMER,
    };
  }

  #collected(origin: Origin, { language }: Pick<Customer, 'language'>, { numbers }: Route): Record<string, string> {
    const reason = reasonIn(language, this.#given.dice);
    return origin === 'ivr' ? { calledNumber: numbers[0] ?? '', language, callerIdMatches: 'yes', reason } : { reason };
  }
}
