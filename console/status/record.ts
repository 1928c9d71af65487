import type { Icon } from '@tabler/icons-react';
import {
  IconArrowBackUp,
  IconBellRinging,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconClockOff,
  IconEye,
  IconHourglassEmpty,
  IconPencil,
  IconPhoneCall,
  IconPhoneOutgoing,
  IconPhoneX,
} from '@tabler/icons-react';
import type { Status } from '../../domain/status.ts';

/** How a status looks: never colour alone. `key` names its word in the catalogue. */
interface StatusLook {
  readonly icon: Icon;
  readonly colour: string;
  readonly key: `status.${Status}`;
}

/** The one place where statuses become looks; a status without one does not compile. */
export const STATUS_LOOKS: Readonly<Record<Status, StatusLook>> = {
  scheduled: { icon: IconCalendarTime, colour: 'gray', key: 'status.scheduled' },
  queued: { icon: IconHourglassEmpty, colour: 'blue', key: 'status.queued' },
  offered: { icon: IconBellRinging, colour: 'yellow', key: 'status.offered' },
  preview: { icon: IconEye, colour: 'cyan', key: 'status.preview' },
  dialling: { icon: IconPhoneOutgoing, colour: 'violet', key: 'status.dialling' },
  connected: { icon: IconPhoneCall, colour: 'green', key: 'status.connected' },
  wrap_up: { icon: IconPencil, colour: 'orange', key: 'status.wrap_up' },
  withdrawn: { icon: IconArrowBackUp, colour: 'pink', key: 'status.withdrawn' },
  completed: { icon: IconCircleCheck, colour: 'teal', key: 'status.completed' },
  cancelled: { icon: IconCircleX, colour: 'gray', key: 'status.cancelled' },
  expired: { icon: IconClockOff, colour: 'grape', key: 'status.expired' },
  failed: { icon: IconPhoneX, colour: 'red', key: 'status.failed' },
};
