import type { Icon } from '@tabler/icons-react';
import { IconAlertTriangle, IconCheck, IconChecks, IconClock, IconHelpCircle, IconSend } from '@tabler/icons-react';
import type { MessageState } from '../../domain/message.ts';

/** How far a message has come, to look at. */
interface MessageLook {
  readonly icon: Icon;
  readonly colour: string;
  readonly key: `message.state.${MessageState}`;
}

/** The one place where states of messages become looks. */
export const MESSAGE_LOOKS: Readonly<Record<MessageState, MessageLook>> = {
  intended: { icon: IconClock, colour: 'gray', key: 'message.state.intended' },
  sending: { icon: IconSend, colour: 'blue', key: 'message.state.sending' },
  unknown: { icon: IconHelpCircle, colour: 'orange', key: 'message.state.unknown' },
  sent: { icon: IconCheck, colour: 'teal', key: 'message.state.sent' },
  delivered: { icon: IconChecks, colour: 'green', key: 'message.state.delivered' },
  undelivered: { icon: IconAlertTriangle, colour: 'red', key: 'message.state.undelivered' },
  failed: { icon: IconAlertTriangle, colour: 'red', key: 'message.state.failed' },
};
