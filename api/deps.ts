import type { Config } from '../config/config.ts';
import type { Log } from '../config/log.ts';
import type { Store } from '../store/open.ts';
import type { Mail } from '../telephony/messaging.ts';
import type { Telephony } from '../telephony/port.ts';
import type { CallbackClient } from '../temporal/callbacks.ts';
import type { PlanClient } from '../temporal/plans.ts';
import type { Auth } from './auth/auth.ts';
import type { EventHub } from './events/hub.ts';
import type { SessionLook } from './events/session-look.ts';
import type { Metrics } from './middleware/metrics.ts';

/** What the API is given. */
export interface ApiDeps {
  readonly config: Config;
  readonly store: Store;
  readonly callbacks: CallbackClient;
  readonly plans: PlanClient;
  readonly telephony: Telephony;
  readonly log: Log;
  /** Origin of the sandbox telephone network; null: there is none. */
  readonly sandboxUrl: string | null;
}

/** What every endpoint has at hand: the above, and what the API makes of it once. */
export interface Deps extends ApiDeps {
  readonly auth: Auth;
  readonly hub: EventHub;
  readonly sessionLook: SessionLook;
  readonly metrics: Metrics;
  /** Null: there is no mail server. */
  readonly mail: Mail | null;
}
