import type { Logger } from 'pino';
import type { Config } from '../../config/config.ts';
import type { Store } from '../../store/open.ts';
import type { Telephony } from '../../telephony/port.ts';
import type { CallbackClient } from '../../temporal/callbacks.ts';
import type { Metrics } from '../middleware/metrics.ts';

/** What Twilio's webhooks need of the rest. */
export interface WebhookDeps {
  readonly config: Pick<Config, 'publicUrl' | 'numberHashKey' | 'twilio'>;
  readonly store: Pick<Store, 'db'>;
  readonly callbacks: Pick<CallbackClient, 'start'>;
  readonly telephony: Pick<Telephony, 'endCall'>;
  readonly metrics: Pick<Metrics, 'countMessage'>;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}
