import * as agents from './agents.ts';
import * as call from './call.ts';
import * as callbacks from './callbacks.ts';
import * as contacts from './contacts.ts';
import * as desk from './desk.ts';
import * as downloads from './downloads.ts';
import * as messages from './messages.ts';
import type { Operation } from './operation.ts';
import * as phone from './phone.ts';
import * as presence from './presence.ts';
import * as plans from './plans.ts';
import * as softphone from './softphone.ts';
import * as status from './status.ts';
import * as routes from './routes.ts';
import { healthz, metrics, openapi, readyz, signInOperations } from './system.ts';
import * as reasons from './reasons.ts';
import * as recordings from './recordings.ts';
import * as reopening from './reopening.ts';
import * as responses from './standard-responses.ts';
import * as teams from './teams.ts';

/** Every endpoint there is. */
export const OPERATIONS: readonly Operation[] = [
  ...Object.values(desk),
  ...Object.values(presence),
  ...Object.values(softphone),
  ...Object.values(callbacks),
  ...Object.values(call),
  ...Object.values(messages),
  ...Object.values(reasons),
  ...Object.values(recordings),
  ...Object.values(reopening),
  ...Object.values(agents),
  ...Object.values(routes),
  ...Object.values(contacts),
  ...Object.values(downloads),
  ...Object.values(teams),
  ...Object.values(responses),
  ...Object.values(plans),
  ...Object.values(status),
  healthz,
  readyz,
  metrics,
  openapi,
  ...Object.values(phone),
  ...signInOperations,
];
