import { IconPhoneOff } from '@tabler/icons-react';
import { useDismiss, useGuestWish, useSupervise } from '../api/call-commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Control } from './Control.tsx';
import type { Part } from './part.ts';

interface LeaveButtonProps {
  readonly callback: Case;
  readonly part: Part;
}

/** Leaves another agent's conversation, which goes on. */
export function LeaveButton({ callback, part }: LeaveButtonProps) {
  const { t } = useWords();
  const { isPending, problem, leave } = useLeave(callback, part);
  return (
    <Control letter={KEYS.end} color="red" variant="filled" leftSection={<IconPhoneOff size={16} />} isPending={isPending} problem={problem} onPress={leave}>
      {t('joined.leave')}
    </Control>
  );
}

/** A guest ends the invitation, a member goes by their label, a supervisor stops supervising. */
function useLeave(callback: Case, part: Part) {
  const end = useGuestWish(callback);
  const dismiss = useDismiss(callback);
  const supervise = useSupervise(callback);
  switch (part.as) {
    case 'guest':
      return { ...end, leave: () => end.run({ targetId: part.targetId, wish: 'end' }) };
    case 'member':
      return { ...dismiss, leave: () => dismiss.run(part.label) };
    case 'supervisor':
      return { ...supervise, leave: () => supervise.run(null) };
  }
}
