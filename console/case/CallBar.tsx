import { Group } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Case } from '../api/types.ts';
import { CallControls } from '../call/CallControls.tsx';
import { GuestRow } from '../call/GuestRow.tsx';
import { HoldButton } from '../call/HoldButton.tsx';
import { Parties } from '../call/Parties.tsx';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { CallStanding } from './CallStanding.tsx';
import { DialButton } from './DialButton.tsx';
import { DiallingLegs } from './DiallingLegs.tsx';
import { EndButton } from './EndButton.tsx';
import { GiveBackButton } from './GiveBackButton.tsx';
import { RescheduleButton } from './RescheduleButton.tsx';

interface CallBarProps {
  readonly callback: Case;
  readonly onMoved: () => void;
  readonly onGivenBack: () => void;
  /** Further buttons. */
  readonly children?: ReactNode;
}

/**
 * The call of the case in hand: where it stands, what can be done with it, and who is on the line. What is there in every state comes
 * first, so that no button moves away under the pointer when the state changes.
 */
export function CallBar({ callback, onMoved, onGivenBack, children }: CallBarProps) {
  const { t } = useWords();
  const { status, call } = callback;
  return (
    <section aria-label={t('call.label')} className="call-bar">
      <CallStanding callback={callback} />
      <Group gap="xs">
        {status === 'preview' && (
          <>
            <DialButton callback={callback} letter={KEYS.call}>
              {t('call.call')}
            </DialButton>
            <GiveBackButton callback={callback} onDone={onGivenBack} />
          </>
        )}
        {status === 'wrap_up' && (
          <DialButton callback={callback} letter={KEYS.call} variant="light">
            {t('call.again')}
          </DialButton>
        )}
        {call && <HoldButton callback={callback} call={call} />}
        <EndButton callback={callback} />
      </Group>
      <Group gap={6} className="call-controls">
        <RescheduleButton callback={callback} onDone={onMoved} />
        {children}
        {call && <CallControls callback={callback} call={call} />}
      </Group>
      {call?.guest && <GuestRow key={call.guest.targetId} callback={callback} guest={call.guest} />}
      {call ? <Parties callback={callback} call={call} mayRemove={!call.isLetGo} /> : <DiallingLegs callback={callback} />}
    </section>
  );
}
