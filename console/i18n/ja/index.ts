import { jaAgents } from './agents.ts';
import { jaContacts } from './contacts.ts';
import { jaCall } from './call.ts';
import { jaDesk } from './desk.ts';
import { jaKeys } from './keys.ts';
import { jaList } from './list.ts';
import { jaMessages } from './messages.ts';
import { jaPhone } from './phone.ts';
import { jaPresence } from './presence.ts';
import { jaProcessing } from './processing.ts';
import { jaDownload } from './download.ts';
import { jaRecordings } from './recordings.ts';
import { jaRoutes } from './routes.ts';
import { jaSettings } from './settings.ts';
import { jaDistribution } from './distribution.ts';
import { jaPlan } from './plan.ts';
import { jaResponses } from './responses.ts';
import { jaSelection } from './selection.ts';
import { jaShell } from './shell.ts';
import { jaSoftphone } from './softphone.ts';
import { jaSupervision } from './supervision.ts';
import { jaWallboard } from './wallboard.ts';
import { jaWords } from './words.ts';
import type { Catalogue } from '../catalogue.ts';

/** Every word of the console in Japanese, in the terms of a Japanese contact centre. */
export const ja: Catalogue = {
  ...jaWords,
  ...jaShell,
  ...jaSoftphone,
  ...jaDesk,
  ...jaKeys,
  ...jaCall,
  ...jaList,
  ...jaPhone,
  ...jaPresence,
  ...jaDownload,
  ...jaRecordings,
  ...jaMessages,
  ...jaRoutes,
  ...jaSettings,
  ...jaAgents,
  ...jaProcessing,
  ...jaSupervision,
  ...jaWallboard,
  ...jaSelection,
  ...jaResponses,
  ...jaPlan,
  ...jaDistribution,
  ...jaContacts,
};
