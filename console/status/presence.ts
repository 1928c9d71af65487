import type { Icon } from '@tabler/icons-react';
import { IconCircleCheckFilled, IconCircleDashed, IconCircleMinus, IconPencil, IconPhoneCall } from '@tabler/icons-react';
import type { Presence } from '../../domain/words.ts';

/** How an agent's presence looks. */
interface PresenceLook {
  readonly icon: Icon;
  readonly colour: string;
  readonly key: `presence.${Presence}`;
}

/** The one place where presences become looks. */
export const PRESENCE_LOOKS: Readonly<Record<Presence, PresenceLook>> = {
  offline: { icon: IconCircleDashed, colour: 'gray', key: 'presence.offline' },
  not_ready: { icon: IconCircleMinus, colour: 'orange', key: 'presence.not_ready' },
  ready: { icon: IconCircleCheckFilled, colour: 'green', key: 'presence.ready' },
  busy: { icon: IconPhoneCall, colour: 'violet', key: 'presence.busy' },
  after_call: { icon: IconPencil, colour: 'orange', key: 'presence.after_call' },
};
