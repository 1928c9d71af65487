import { enAgents } from './agents.ts';
import { enContacts } from './contacts.ts';
import { enCall } from './call.ts';
import { enDesk } from './desk.ts';
import { enKeys } from './keys.ts';
import { enList } from './list.ts';
import { enMessages } from './messages.ts';
import { enPhone } from './phone.ts';
import { enPresence } from './presence.ts';
import { enProcessing } from './processing.ts';
import { enDownload } from './download.ts';
import { enRecordings } from './recordings.ts';
import { enRoutes } from './routes.ts';
import { enSettings } from './settings.ts';
import { enDistribution } from './distribution.ts';
import { enPlan } from './plan.ts';
import { enResponses } from './responses.ts';
import { enSelection } from './selection.ts';
import { enShell } from './shell.ts';
import { enSoftphone } from './softphone.ts';
import { enSupervision } from './supervision.ts';
import { enWallboard } from './wallboard.ts';
import { enWords } from './words.ts';

/** Every word of the console in English, a file for each screen. The shape of this object is the shape of every other catalogue. */
export const en = {
  ...enWords,
  ...enShell,
  ...enSoftphone,
  ...enDesk,
  ...enKeys,
  ...enCall,
  ...enList,
  ...enPhone,
  ...enPresence,
  ...enDownload,
  ...enRecordings,
  ...enMessages,
  ...enRoutes,
  ...enSettings,
  ...enAgents,
  ...enProcessing,
  ...enSupervision,
  ...enWallboard,
  ...enSelection,
  ...enResponses,
  ...enPlan,
  ...enDistribution,
  ...enContacts,
} as const;
