import type { Express } from 'express';
import express from 'express';
import { createMail } from '../messaging/mail.ts';
import { createAuth } from './auth/auth.ts';
import { authRouter } from './auth/handler.ts';
import { sessionsEnd } from './auth/sessions-end.ts';
import { consoleRouter } from './console.ts';
import type { ApiDeps, Deps } from './deps.ts';
import { createEventHub } from './events/hub.ts';
import { createSessionLook } from './events/session-look.ts';
import { createMetrics } from './middleware/metrics.ts';
import { problems, unknownPath } from './middleware/problems.ts';
import { requestLog } from './middleware/request-log.ts';
import { sameSite } from './middleware/same-site.ts';
import { securityHeaders } from './middleware/security-headers.ts';
import { mount } from './router.ts';
import { ENDPOINTS } from './routes/index.ts';
import { twilioWebhooks } from './webhooks/index.ts';

export type { ApiDeps } from './deps.ts';

/**
 * The whole HTTP side of Ringback: webhooks, sign-in, REST, event stream and console. It holds no state but the open event
 * streams: any number of them may run on one database.
 */
export function createApp(given: ApiDeps): Express {
  const deps: Deps = {
    ...given,
    auth: createAuth(given),
    hub: createEventHub(given),
    sessionLook: createSessionLook(given.store.db),
    metrics: createMetrics(),
    mail: createMail(given.config),
  };
  const { publicUrl, twilio } = deps.config;
  const hasSoftphone = deps.sandboxUrl === null && twilio?.apiKey != null;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestLog(deps.log), deps.metrics.timeRequests, securityHeaders({ publicUrl, hasSoftphone }));
  app.use('/twilio', twilioWebhooks(deps));
  app.use(['/auth', '/v1'], sameSite(publicUrl));
  app.use('/auth', sessionsEnd(deps), authRouter(deps.auth, publicUrl));
  mount(app, ENDPOINTS, deps);
  app.use(['/v1', '/twilio'], unknownPath);
  app.use(consoleRouter());
  app.use(unknownPath, problems(deps.log));
  return app;
}
