import type { AnyEndpoint } from '../endpoint.ts';
import { acceptEndpoint } from './accept.ts';
import { addNoteEndpoint } from './add-note.ts';
import { cancelEndpoint } from './cancel.ts';
import { completeEndpoint } from './complete.ts';
import { countCallbacksEndpoint } from './count-callbacks.ts';
import { dialEndpoint } from './dial.ts';
import { downloadCallbacksEndpoint } from './download-callbacks.ts';
import { dropTabByBeaconEndpoint, dropTabEndpoint } from './drop-tab.ts';
import { eventsEndpoint } from './events.ts';
import { hangUpEndpoint } from './hang-up.ts';
import { heartbeatEndpoint } from './heartbeat.ts';
import { listAgentsEndpoint } from './list-agents.ts';
import { listCallbacksEndpoint } from './list-callbacks.ts';
import { listRoutesEndpoint } from './list-routes.ts';
import { phoneEndpoints } from './phone.ts';
import { readCallbackEndpoint } from './read-callback.ts';
import { readDeskEndpoint } from './read-desk.ts';
import { readMeEndpoint } from './read-me.ts';
import { readSlotsEndpoint } from './read-slots.ts';
import { rejectEndpoint } from './reject.ts';
import { requestCallbackEndpoint } from './request-callback.ts';
import { rescheduleEndpoint } from './reschedule.ts';
import { saveDraftEndpoint } from './save-draft.ts';
import { setChannelEndpoint } from './set-channel.ts';
import { healthEndpoint, metricsEndpoint, openapiEndpoint, readinessEndpoint } from './system.ts';
import { changeTeamEndpoint, createTeamEndpoint, listTeamsEndpoint, removeTeamEndpoint } from './teams.ts';

/** Every endpoint that Ringback answers itself. */
export const ENDPOINTS: readonly AnyEndpoint[] = [
  readMeEndpoint,
  readDeskEndpoint,
  listCallbacksEndpoint,
  countCallbacksEndpoint,
  downloadCallbacksEndpoint,
  requestCallbackEndpoint,
  readCallbackEndpoint,
  acceptEndpoint,
  rejectEndpoint,
  dialEndpoint,
  hangUpEndpoint,
  rescheduleEndpoint,
  completeEndpoint,
  cancelEndpoint,
  saveDraftEndpoint,
  addNoteEndpoint,
  setChannelEndpoint,
  heartbeatEndpoint,
  dropTabEndpoint,
  dropTabByBeaconEndpoint,
  listAgentsEndpoint,
  listTeamsEndpoint,
  createTeamEndpoint,
  changeTeamEndpoint,
  removeTeamEndpoint,
  listRoutesEndpoint,
  readSlotsEndpoint,
  eventsEndpoint,
  healthEndpoint,
  readinessEndpoint,
  metricsEndpoint,
  openapiEndpoint,
  ...phoneEndpoints,
];
