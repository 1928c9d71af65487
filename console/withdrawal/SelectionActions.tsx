import { IconArrowBackUp, IconArrowsExchange, IconCircleX, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanWish } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { MoveDialogue } from './MoveDialogue.tsx';
import { ReasonDialogue } from './ReasonDialogue.tsx';

interface SelectionActionsProps {
  readonly selection: PlanWish['selection'] | null;
  readonly count: number | null;
  readonly isWithdrawn: boolean;
  readonly routeIds: ReadonlySet<string>;
  /** Takes the selection to Distribution. */
  readonly onAgain: () => void;
  readonly onMade: (planId: string) => void;
}

/** What can be done with what is selected: withdraw or move what is distributed; distribute again or cancel what is withdrawn. */
export function SelectionActions({ selection, count, isWithdrawn, routeIds, onAgain, onMade }: SelectionActionsProps) {
  const { t } = useWords();
  const [asked, setAsked] = useState<'withdraw' | 'move' | 'cancel' | null>(null);
  const given = selection !== null && count !== null && count > 0 ? { selection, count } : null;
  const close = () => setAsked(null);
  const made = (planId: string) => {
    close();
    onMade(planId);
  };
  const button = { disabled: given === null };
  return (
    <>
      {isWithdrawn ? (
        <>
          <ActionButton letter={KEYS.again} {...button} leftSection={<IconUsersPlus size={16} />} onClick={onAgain}>
            {t('withdrawal.again')}
          </ActionButton>
          <ActionButton letter={KEYS.cancel} {...button} variant="light" color="red" leftSection={<IconCircleX size={16} />} onClick={() => setAsked('cancel')}>
            {t('withdrawal.cancel')}
          </ActionButton>
        </>
      ) : (
        <>
          <ActionButton letter={KEYS.withdraw} {...button} leftSection={<IconArrowBackUp size={16} />} onClick={() => setAsked('withdraw')}>
            {t('withdrawal.withdraw')}
          </ActionButton>
          <ActionButton letter={KEYS.move} {...button} variant="light" leftSection={<IconArrowsExchange size={16} />} onClick={() => setAsked('move')}>
            {t('withdrawal.move')}
          </ActionButton>
        </>
      )}
      {given && asked === 'move' && <MoveDialogue {...given} routeIds={routeIds} onClose={close} onMade={made} />}
      {given && (asked === 'withdraw' || asked === 'cancel') && <ReasonDialogue key={asked} type={asked} {...given} onClose={close} onMade={made} />}
    </>
  );
}
