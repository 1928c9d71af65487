import { IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallbackRow } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { RescheduleDialogue } from './RescheduleDialogue.tsx';

interface RescheduleButtonProps {
  readonly callback: Pick<CallbackRow, 'id' | 'route' | 'number' | 'contact' | 'timeZone' | 'status'>;
  readonly onDone?: (() => void) | undefined;
}

/** Opens the dialogue that moves the callback to another time. */
export function RescheduleButton({ callback, onDone }: RescheduleButtonProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionButton letter={KEYS.reschedule} variant="default" leftSection={<IconCalendarTime size={16} />} onClick={() => setOpen(true)}>
        {t('call.reschedule')}
      </ActionButton>
      <RescheduleDialogue callback={callback} isOpen={isOpen} onClose={() => setOpen(false)} onDone={onDone} />
    </>
  );
}
