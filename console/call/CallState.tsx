import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { IconLifebuoy, IconMessageQuestion, IconPhoneCall, IconPlayerPause, IconPlayerRecordFilled, IconTransfer } from '@tabler/icons-react';
import type { Call, Case } from '../api/types.ts';
import { formatClock } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { useNowMs } from '../session/clock.ts';
import type { Standing } from './standing.ts';
import { onHoldSince, parkedSince, standingOf } from './standing.ts';

/** How a conversation's standing looks. */
const LOOKS: Readonly<Record<Standing, { readonly icon: Icon; readonly colour: string; readonly word: 'status.connected' | 'standing.onHold' | 'standing.consulting' | 'standing.handingOver' }>> = {
  connected: { icon: IconPhoneCall, colour: 'green', word: 'status.connected' },
  on_hold: { icon: IconPlayerPause, colour: 'orange', word: 'standing.onHold' },
  consulting: { icon: IconMessageQuestion, colour: 'violet', word: 'standing.consulting' },
  handing_over: { icon: IconTransfer, colour: 'violet', word: 'standing.handingOver' },
};

interface CallStateProps {
  readonly callback: Pick<Case, 'connectedAt' | 'timeline'>;
  readonly call: Call;
  /** Whoever looks at it is consulted, and hears music: they are on hold, not the customer. */
  readonly isParked?: boolean;
}

/** Where a running conversation stands: connected, on hold, consulting or being handed over, for how long, whether it is recorded, whether help was asked for. */
export function CallState({ callback: { connectedAt, timeline }, call, isParked = false }: CallStateProps) {
  const { t } = useWords();
  const standing = isParked ? 'on_hold' : standingOf(call);
  const { icon: StandingIcon, colour, word } = LOOKS[standing];
  const heldAt = standing === 'on_hold' ? (isParked ? parkedSince : onHoldSince)(timeline) : null;
  return (
    <>
      <span className="status">
        <StandingIcon size={16} stroke={1.8} aria-hidden color={`var(--mantine-color-${colour}-text)`} />
        {t(word)}
      </span>
      {heldAt && <Since at={heldAt} label={t('standing.heldFor')} />}
      {connectedAt && (
        <span>
          {heldAt && (
            <Text span size="sm" c="dimmed" mr={6} aria-hidden>
              {t('standing.talkedFor')}
            </Text>
          )}
          <Since at={connectedAt} label={t('standing.talkedFor')} />
        </span>
      )}
      <Recording recording={call.recording} />
      {call.helpWanted && (
        <span className="status">
          <IconLifebuoy size={16} aria-hidden color="var(--mantine-color-orange-text)" />
          {t('standing.helpWanted')}
        </span>
      )}
      {!call.isSettled && !call.isLetGo && (
        <Text span size="sm" c="dimmed">
          {t('standing.settling')}
        </Text>
      )}
    </>
  );
}

function Since({ at, label }: { readonly at: string; readonly label: string }) {
  const nowMs = useNowMs(500);
  return (
    <span role="timer" className="clock" aria-live="off" aria-label={label} title={label}>
      {formatClock(nowMs - Date.parse(at))}
    </span>
  );
}

/** As the network has it, not as it is wanted: what is not recorded yet does not say so. */
function Recording({ recording: { known } }: Pick<Call, 'recording'>) {
  const { t } = useWords();
  if (known === 'off') return null;
  const isOn = known === 'on';
  return (
    <span className="status">
      <IconPlayerRecordFilled size={14} aria-hidden color={isOn ? 'var(--alarm)' : 'var(--mantine-color-dimmed)'} />
      {t(isOn ? 'standing.recording' : 'standing.recordingPaused')}
    </span>
  );
}
