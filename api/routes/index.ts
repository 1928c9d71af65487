import type { AnyEndpoint } from '../endpoint.ts';
import { acceptEndpoint } from './accept.ts';
import { addNoteEndpoint } from './add-note.ts';
import { assignEndpoint } from './assign.ts';
import { exportAgentsEndpoint, importAgentsEndpoint } from './agents-csv.ts';
import * as agents from './agents.ts';
import * as callControls from './call-controls.ts';
import { cancelEndpoint } from './cancel.ts';
import { completeEndpoint } from './complete.ts';
import * as contacts from './contacts.ts';
import { correctDispositionEndpoint } from './correct-disposition.ts';
import { countCallbacksEndpoint } from './count-callbacks.ts';
import { createPlanEndpoint } from './create-plan.ts';
import { countUnprocessedEndpoint } from './count-unprocessed.ts';
import { dialEndpoint } from './dial.ts';
import { downloadCallbacksEndpoint, downloadSelectedEndpoint } from './download-callbacks.ts';
import { downloadStatusEndpoint } from './download-status.ts';
import { eventsEndpoint } from './events.ts';
import { hangUpEndpoint } from './hang-up.ts';
import { hearRecordingEndpoint } from './hear-recording.ts';
import { heartbeatEndpoint } from './heartbeat.ts';
import { answerInvitationEndpoint, changeGuestEndpoint, inviteEndpoint } from './invitations.ts';
import { leaveTabEndpoint } from './leave-tab.ts';
import { listAgentsEndpoint } from './list-agents.ts';
import { listCallbacksEndpoint } from './list-callbacks.ts';
import { listPlanRefusalsEndpoint } from './list-plan-refusals.ts';
import { listPlansEndpoint } from './list-plans.ts';
import { listDistributorsEndpoint } from './list-distributors.ts';
import { listRoutesEndpoint } from './list-routes.ts';
import { phoneEndpoints } from './phone.ts';
import { previewPlanEndpoint } from './preview-plan.ts';
import { listDownloadsEndpoint, readAuditEndpoint } from './read-audit.ts';
import { readCallbackEndpoint } from './read-callback.ts';
import { readDeskEndpoint } from './read-desk.ts';
import { readDirectoryEndpoint } from './read-directory.ts';
import { readDownloadEndpoint } from './read-download.ts';
import { readMeEndpoint } from './read-me.ts';
import { readPlanEndpoint } from './read-plan.ts';
import { readSlotsEndpoint } from './read-slots.ts';
import { readWallboardEndpoint } from './read-wallboard.ts';
import { listReasonsEndpoint, saveReasonsEndpoint } from './reasons.ts';
import { rejectEndpoint } from './reject.ts';
import { releaseEndpoint } from './release.ts';
import { reopenEndpoint } from './reopen.ts';
import { requestCallbackEndpoint } from './request-callback.ts';
import { rescheduleEndpoint } from './reschedule.ts';
import { dropReservedWishEndpoint, reserveWishEndpoint } from './reserve-wish.ts';
import * as routeSettings from './route-settings.ts';
import { saveDraftEndpoint } from './save-draft.ts';
import { sendMessageEndpoint } from './send-message.ts';
import { setChannelEndpoint } from './set-channel.ts';
import { softphoneTokenEndpoint } from './softphone-token.ts';
import * as standardResponses from './standard-responses.ts';
import { stopPlanEndpoint } from './stop-plan.ts';
import { readOffersEndpoint, readServiceEndpoint, readStatusEndpoint } from './status.ts';
import { healthEndpoint, metricsEndpoint, openapiEndpoint, readinessEndpoint } from './system.ts';
import { changeTeamEndpoint, createTeamEndpoint, listTeamsEndpoint, removeTeamEndpoint } from './teams.ts';
import { listLiveCallsEndpoint, superviseEndpoint } from './supervision.ts';
import { withdrawEndpoint } from './withdraw.ts';

/** Every endpoint that Ringback answers itself. */
export const ENDPOINTS: readonly AnyEndpoint[] = [
  readMeEndpoint,
  readDeskEndpoint,
  listCallbacksEndpoint,
  countCallbacksEndpoint,
  countUnprocessedEndpoint,
  downloadCallbacksEndpoint,
  downloadSelectedEndpoint,
  readDownloadEndpoint,
  listDistributorsEndpoint,
  requestCallbackEndpoint,
  readCallbackEndpoint,
  hearRecordingEndpoint,
  acceptEndpoint,
  rejectEndpoint,
  dialEndpoint,
  hangUpEndpoint,
  ...Object.values(callControls),
  inviteEndpoint,
  answerInvitationEndpoint,
  changeGuestEndpoint,
  superviseEndpoint,
  listLiveCallsEndpoint,
  readDirectoryEndpoint,
  rescheduleEndpoint,
  completeEndpoint,
  cancelEndpoint,
  reopenEndpoint,
  correctDispositionEndpoint,
  withdrawEndpoint,
  releaseEndpoint,
  assignEndpoint,
  createPlanEndpoint,
  previewPlanEndpoint,
  listPlansEndpoint,
  readPlanEndpoint,
  listPlanRefusalsEndpoint,
  stopPlanEndpoint,
  saveDraftEndpoint,
  addNoteEndpoint,
  sendMessageEndpoint,
  setChannelEndpoint,
  reserveWishEndpoint,
  dropReservedWishEndpoint,
  softphoneTokenEndpoint,
  heartbeatEndpoint,
  leaveTabEndpoint,
  listAgentsEndpoint,
  exportAgentsEndpoint,
  importAgentsEndpoint,
  agents.listAccountsEndpoint,
  agents.createAccountEndpoint,
  agents.readAccountEndpoint,
  agents.changeAccountEndpoint,
  agents.disableAccountEndpoint,
  agents.enableAccountEndpoint,
  agents.resetPasswordEndpoint,
  listTeamsEndpoint,
  listReasonsEndpoint,
  saveReasonsEndpoint,
  createTeamEndpoint,
  changeTeamEndpoint,
  removeTeamEndpoint,
  ...Object.values(contacts),
  ...Object.values(standardResponses),
  listRoutesEndpoint,
  ...Object.values(routeSettings),
  readAuditEndpoint,
  listDownloadsEndpoint,
  readSlotsEndpoint,
  readStatusEndpoint,
  readServiceEndpoint,
  readOffersEndpoint,
  downloadStatusEndpoint,
  readWallboardEndpoint,
  eventsEndpoint,
  healthEndpoint,
  readinessEndpoint,
  metricsEndpoint,
  openapiEndpoint,
  ...phoneEndpoints,
];
