import type { Logger } from 'pino';
import { KICKS } from '../store/notify.ts';
import type { Store } from '../store/open.ts';
import { lapseUnconfirmed } from '../store/agent/reservations.ts';
import type { CallbackClient } from '../temporal/callbacks.ts';
import { distributeArrivals } from './arrivals.ts';
import { drain } from './drain.ts';
import { tellOfLostAgents } from './lost-agents.ts';
import { match } from './match.ts';

/** Without any kick, matching and the outbox are looked after this often. */
const TICK_MS = 1_000;

export interface MatchingLoop {
  /** Asks for a round now; kicks that come while one runs are one more round. */
  kick(): void;
  /** Resolves when the round under way has ended. */
  stop(): Promise<void>;
}

export interface MatchingDependencies {
  readonly store: Store;
  readonly callbacks: CallbackClient;
  readonly log: Logger;
}

/** The one loop of matching: a round (distribute what has arrived, pair what waits, send what was said) after every kick (a commit that matching or the outbox waits for) and every second. */
export async function startMatchingLoop(dependencies: MatchingDependencies): Promise<MatchingLoop> {
  const { store, log } = dependencies;
  let wanted = false;
  let running: Promise<void> | null = null;

  const kick = (): void => {
    wanted = true;
    running ??= rounds().finally(() => {
      running = null;
    });
  };
  const rounds = async (): Promise<void> => {
    while (wanted) {
      wanted = false;
      await round(dependencies).catch((error: unknown) => log.error({ err: error }, 'matching: a round failed; the next will try again'));
    }
  };

  const stopListening = await store.listen(KICKS, kick);
  const timer = setInterval(kick, TICK_MS);
  return {
    kick,
    async stop() {
      clearInterval(timer);
      await stopListening();
      wanted = false;
      await running;
    },
  };
}

async function round({ store, callbacks, log }: MatchingDependencies): Promise<void> {
  await lapseUnconfirmed(store.db);
  await tellOfLostAgents(store.db);
  await distributeArrivals(store);
  await match(store);
  while ((await drain(store, callbacks, log)) > 0) await match(store);
}
