import type { AnyEndpoint } from '../endpoint.ts';
import { dropTabByBeaconEndpoint, dropTabEndpoint } from './drop-tab.ts';
import { eventsEndpoint } from './events.ts';
import { heartbeatEndpoint } from './heartbeat.ts';
import { listAgentsEndpoint } from './list-agents.ts';
import { listRoutesEndpoint } from './list-routes.ts';
import { phoneEndpoints } from './phone.ts';
import { readMeEndpoint } from './read-me.ts';
import { readSlotsEndpoint } from './read-slots.ts';
import { setChannelEndpoint } from './set-channel.ts';
import { healthEndpoint, metricsEndpoint, openapiEndpoint, readinessEndpoint } from './system.ts';

/** Every endpoint that Ringback answers itself. */
export const ENDPOINTS: readonly AnyEndpoint[] = [
  readMeEndpoint,
  setChannelEndpoint,
  heartbeatEndpoint,
  dropTabEndpoint,
  dropTabByBeaconEndpoint,
  listAgentsEndpoint,
  listRoutesEndpoint,
  readSlotsEndpoint,
  eventsEndpoint,
  healthEndpoint,
  readinessEndpoint,
  metricsEndpoint,
  openapiEndpoint,
  ...phoneEndpoints,
];
