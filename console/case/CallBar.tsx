import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Case, Leg } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { CallStanding } from './CallStanding.tsx';
import { DialButton } from './DialButton.tsx';
import { EndButton } from './EndButton.tsx';
import { GiveBackButton } from './GiveBackButton.tsx';
import { RescheduleButton } from './RescheduleButton.tsx';

interface CallBarProps {
  readonly callback: Case;
  readonly onMoved: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/** The call of the case in hand: where it stands, what can be done with it, and who is on the line. */
export function CallBar({ callback, onMoved, children }: CallBarProps) {
  const { t } = useWords();
  const { status } = callback;
  return (
    <section aria-label={t('call.label')} className="call-bar">
      <CallStanding callback={callback} />
      <Group gap="xs">
        {status === 'preview' && (
          <>
            <DialButton callback={callback} letter="C">
              {t('call.call')}
            </DialButton>
            <GiveBackButton callback={callback} />
          </>
        )}
        {status === 'wrap_up' && (
          <DialButton callback={callback} letter="C" variant="light">
            {t('call.again')}
          </DialButton>
        )}
        <RescheduleButton callback={callback} onDone={onMoved} />
        <EndButton callback={callback} />
        {children}
      </Group>
      <Parties callback={callback} />
    </section>
  );
}

/** The telephones of the newest attempt and how far each call has come. */
function Parties({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const legs = callback.legs.filter(({ attempt }) => attempt === callback.attempt);
  const isOnTheLine = callback.status === 'dialling' || callback.status === 'connected';
  if (legs.length === 0 || !isOnTheLine) return null;
  const nameOf = ({ role, agent }: Leg) => {
    if (role === 'customer') return customerName(callback, t);
    return role === 'agent' ? t('call.you') : (agent?.name ?? t(`call.${role}`));
  };
  return (
    <ul className="parties" aria-label={t('call.parties')}>
      {legs.map((leg) => (
        <li key={leg.label}>
          {nameOf(leg)}{' '}
          <Text span size="sm" c="dimmed">
            {leg.end && leg.end !== 'completed' ? t(`outcome.${leg.end}`) : t(`call.progress.${leg.progress}`)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
