import type { Catalogue } from '../catalogue.ts';
import { koAgents } from './agents.ts';
import { koContacts } from './contacts.ts';
import { koCall } from './call.ts';
import { koDesk } from './desk.ts';
import { koKeys } from './keys.ts';
import { koList } from './list.ts';
import { koMessages } from './messages.ts';
import { koPhone } from './phone.ts';
import { koPresence } from './presence.ts';
import { koProcessing } from './processing.ts';
import { koDownload } from './download.ts';
import { koRecordings } from './recordings.ts';
import { koRoutes } from './routes.ts';
import { koSettings } from './settings.ts';
import { koDistribution } from './distribution.ts';
import { koPlan } from './plan.ts';
import { koResponses } from './responses.ts';
import { koSelection } from './selection.ts';
import { koShell } from './shell.ts';
import { koSoftphone } from './softphone.ts';
import { koSupervision } from './supervision.ts';
import { koWallboard } from './wallboard.ts';
import { koWords } from './words.ts';

/** Every word of the console in Korean, in the terms of a Korean contact centre. */
export const ko: Catalogue = {
  ...koWords,
  ...koShell,
  ...koSoftphone,
  ...koDesk,
  ...koKeys,
  ...koCall,
  ...koList,
  ...koPhone,
  ...koPresence,
  ...koDownload,
  ...koRecordings,
  ...koMessages,
  ...koRoutes,
  ...koSettings,
  ...koAgents,
  ...koProcessing,
  ...koSupervision,
  ...koWallboard,
  ...koSelection,
  ...koResponses,
  ...koPlan,
  ...koDistribution,
  ...koContacts,
};
