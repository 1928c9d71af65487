import { betterAuth } from 'better-auth';
import type { Config } from '../../config/config.ts';
import type { Log } from '../../config/log.ts';
import type { Store } from '../../store/open.ts';
import { currentRequestId } from '../middleware/request-log.ts';
import { limitByAccount } from './account-limit.ts';
import { authLogger, isRefusal } from './auth-log.ts';
import { keyAudit } from './key-audit.ts';
import { authOptions } from './options.ts';

export type Auth = ReturnType<typeof createAuth>;

/** Sign-in over the store's own database. */
export function createAuth(deps: { config: Pick<Config, 'authSecret' | 'publicUrl'>; store: Store; log: Log }) {
  const { config, store, log } = deps;
  const options = authOptions({ secret: config.authSecret, publicUrl: config.publicUrl, db: store.db.withTables<never>() });
  return betterAuth({
    ...options,
    plugins: [...options.plugins, keyAudit(store.db)],
    hooks: limitByAccount(store, config.authSecret),
    // What is refused is in the log of requests.
    onAPIError: {
      onError: (error) => {
        if (!isRefusal(error)) log.error({ part: 'auth', requestId: currentRequestId(), err: error }, 'sign-in failed');
      },
    },
    logger: { level: 'warn', log: authLogger(log) },
  });
}
