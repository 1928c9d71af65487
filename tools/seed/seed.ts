import type { Store } from '../../store/open.ts';
import { Problem } from '../problem.mjs';
import type { Centre } from './centre.ts';
import { makeCentre } from './centre.ts';
import { daysUntil, spread, timesOf } from './calendar.ts';
import { addContact } from './contacts.ts';
import { Customers } from './customers.ts';
import { Dice } from './dice.ts';
import { writeCentre } from './make-centre.ts';
import { makeNames } from './names.ts';
import { Requests } from './requests.ts';
import { Rows } from './rows.ts';
import { attachEarlier, busyAgents, countCallbacks, knownContacts, openKeys, takeStock } from './standing.ts';
import { tellEnded, tellOpen } from './story.ts';

export interface SeedOptions {
  readonly callbacks: number;
  /** How many of them are still open. */
  readonly open: number;
  /** The same seed makes the same data, up to the same moment, in a store that held as much before. */
  readonly randomSeed: number;
  readonly nowMs: number;
  readonly numberHashKey: Buffer;
  /** IANA zone in which days are counted. */
  readonly timeZone: string;
  /** Into a store that holds callbacks already. */
  readonly add: boolean;
  /** Whether it is written what happened when; without it, half the rows and more need not be. Yes, unless told otherwise. */
  readonly timeline?: boolean;
  readonly onProgress?: (made: number) => void;
}

/** What was made. */
export interface Made {
  readonly callbacks: number;
  readonly open: number;
  readonly contacts: number;
  /** Everything that was written for them, the callbacks included. */
  readonly rows: number;
}

/** Written together: enough to be fast, few enough to be small. */
const BATCH = 1_000;
/** Open callbacks are found among this many times as many of the newest. */
const AMONG_NEWEST = 1.6;
/** One agent in so many has a callback in hand. */
const LIVE_AGENTS = 10;

/**
 * Fills a store with callbacks of the last 13 months, in the order in which they were asked for, and with contacts for a third of those who
 * ask; contacts that are there already keep their numbers.
 *
 * @throws {Problem} when the store holds callbacks and `add` was not asked for
 */
export async function seedCallbacks(store: Store, options: SeedOptions): Promise<Made> {
  const { callbacks, randomSeed, nowMs, timeZone } = options;
  const before = await countCallbacks(store);
  if (before > 0 && !options.add) {
    throw new Problem(`The store holds ${before} callbacks already, and nothing was made. With --add, these come beside them.`);
  }
  const names = makeNames(randomSeed);
  const centre = makeCentre(names, randomSeed);
  await writeCentre(store.db, centre);
  const dice = new Dice(randomSeed + before);
  const customers = new Customers({ ...options, names, dice, contacts: await knownContacts(store) });
  const requests = new Requests({ nowMs, centre, customers, dice, openAlready: await openKeys(store) });
  const teller = new Teller(options, centre, dice, requests, await busyAgents(store));
  const writer = new Writer(store, options.timeline ?? true);
  const days = daysUntil(nowMs, timeZone);
  const perDay = spread(callbacks, days);
  for (const [index, day] of days.entries()) {
    for (const requestedAt of timesOf(day, perDay[index] ?? 0, dice, nowMs)) {
      teller.tell(requestedAt, writer.rows);
      for (const contact of customers.takeContacts()) addContact(writer.rows, contact);
      if (writer.isFull) options.onProgress?.(await writer.turn());
    }
  }
  const made = await writer.finish();
  options.onProgress?.(made.callbacks);
  if (before > 0) await attachEarlier(store);
  await takeStock(store);
  return { ...made, open: teller.openMade };
}

/** Decides of each callback, in their order, whether it is still open, and tells its story. */
class Teller {
  openMade = 0;
  readonly #options: SeedOptions;
  readonly #dice: Dice;
  readonly #requests: Requests;
  readonly #administratorIds: readonly string[];
  readonly #free: string[];
  #left: number;

  constructor(options: SeedOptions, centre: Centre, dice: Dice, requests: Requests, busy: ReadonlySet<string>) {
    this.#options = options;
    this.#dice = dice;
    this.#requests = requests;
    this.#administratorIds = centre.administrators.map(({ id }) => id);
    this.#free = centre.agents.map(({ id }) => id).filter((id, index) => index % LIVE_AGENTS === 0 && !busy.has(id));
    this.#left = options.callbacks;
  }

  tell(requestedAt: number, rows: Rows): void {
    const { nowMs } = this.#options;
    const isOpen = this.#isOpen();
    const { asked, route, hours, agentIds } = this.#requests.next(requestedAt, isOpen);
    const telling = { dice: this.#dice, rows, nowMs, policy: route.policy, hours, agentIds, administratorIds: this.#administratorIds };
    if (isOpen) tellOpen(asked, telling, this.#inHandOf(agentIds));
    else tellEnded(asked, telling);
  }

  /** Of the newest ones, exactly as many as wanted. */
  #isOpen(): boolean {
    const wanted = this.#options.open - this.openMade;
    const candidates = this.#left;
    this.#left -= 1;
    if (wanted === 0 || candidates > Math.ceil(this.#options.open * AMONG_NEWEST)) return false;
    const isOpen = this.#dice.next() * candidates < wanted;
    if (isOpen) this.openMade += 1;
    return isOpen;
  }

  /** A few of the last ones are in the hands of agents: each has one at most. */
  #inHandOf(agentIds: readonly string[]): string | null {
    if (this.#dice.chance(0.8)) return null;
    const index = this.#free.findIndex((id) => agentIds.includes(id));
    return index < 0 ? null : (this.#free.splice(index, 1)[0] ?? null);
  }
}

/** Writes one batch while the next is made; PGlite has one session, and takes them one by one anyway. */
class Writer {
  rows: Rows;
  readonly #isTimelineKept: boolean;
  readonly #store: Store;
  #writing: Promise<void> = Promise.resolve();
  #callbacks = 0;
  #contacts = 0;
  #count = 0;

  constructor(store: Store, isTimelineKept: boolean) {
    this.rows = new Rows(isTimelineKept);
    this.#isTimelineKept = isTimelineKept;
    this.#store = store;
  }

  get isFull(): boolean {
    return this.rows.callback.count >= BATCH;
  }

  /** Answers how many callbacks are written. */
  async turn(): Promise<number> {
    await this.#writing;
    const written = this.#callbacks;
    const full = this.rows;
    this.rows = new Rows(this.#isTimelineKept);
    this.#callbacks += full.callback.count;
    this.#contacts += full.contact.count;
    this.#count += full.count;
    this.#writing = full.write(this.#store);
    // Whoever waits for it next hears of a failure.
    this.#writing.catch(() => undefined);
    return written;
  }

  async finish(): Promise<Pick<Made, 'callbacks' | 'contacts' | 'rows'>> {
    await this.turn();
    await this.#writing;
    return { callbacks: this.#callbacks, contacts: this.#contacts, rows: this.#count };
  }
}
