import type { Icon } from '@tabler/icons-react';
import { IconHeadphonesOff, IconHeadset, IconHeadsetOff, IconLoader2, IconMicrophoneOff, IconPhoneCall, IconPhoneOff, IconPhoneRinging, IconPlugConnectedX } from '@tabler/icons-react';
import type { Me } from '../api/types.ts';
import type { Standing } from './state.ts';
import { standingOf } from './state.ts';
import type { TelephoneHere } from './telephone.ts';

/** How an agent's telephone stands, where there is something to say of it. */
export type TelephoneStanding = Standing | Exclude<NonNullable<Me['telephone']>, 'number' | 'sip' | 'softphone'>;

interface TelephoneLook {
  readonly icon: Icon;
  readonly colour: string;
  /** The agent cannot be rung as it is. */
  readonly isTrouble: boolean;
}

const trouble = (icon: Icon): TelephoneLook => ({ icon, colour: 'red', isTrouble: true });
const fine = (icon: Icon, colour: string): TelephoneLook => ({ icon, colour, isTrouble: false });

/** The one place where the standings of a telephone become looks. */
export const TELEPHONE_LOOKS: Readonly<Record<TelephoneStanding, TelephoneLook>> = {
  none: trouble(IconPhoneOff),
  unusable: trouble(IconPhoneOff),
  softphone_not_set_up: trouble(IconHeadphonesOff),
  softphone_simulated: fine(IconHeadset, 'gray'),
  unasked: { icon: IconHeadsetOff, colour: 'orange', isTrouble: true },
  refused: trouble(IconMicrophoneOff),
  missing: trouble(IconMicrophoneOff),
  in_use: trouble(IconMicrophoneOff),
  insecure: trouble(IconMicrophoneOff),
  elsewhere: fine(IconHeadsetOff, 'gray'),
  connecting: fine(IconLoader2, 'gray'),
  registered: fine(IconHeadset, 'green'),
  lost: trouble(IconPlugConnectedX),
  not_let_in: trouble(IconPlugConnectedX),
  rings: fine(IconPhoneRinging, 'violet'),
  talks: fine(IconPhoneCall, 'violet'),
};

/** Null: a telephone of the agent's own, of which the console knows nothing; or nobody's. */
export function telephoneStanding({ telephone, softphone }: TelephoneHere): TelephoneStanding | null {
  if (telephone === 'softphone') return softphone && standingOf(softphone.standing);
  return telephone === null || telephone === 'number' || telephone === 'sip' ? null : telephone;
}
