import { IconPhoneOff } from '@tabler/icons-react';
import { isAllowed } from '../../domain/allowed.ts';
import { useHangUp } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

/** Ends the dialling or the conversation; nothing while there is neither, or once it goes on without the agent. */
export function EndButton({ callback: { id, attempt, status, call } }: { readonly callback: Case }) {
  const { t } = useWords();
  const { run, isPending, problem } = useHangUp(id);
  if (!isAllowed('hangUp', status) || call?.isLetGo) return null;
  return (
    <>
      <ActionButton letter={KEYS.end} color="red" leftSection={<IconPhoneOff size={16} />} isPending={isPending} onClick={() => void run(attempt)}>
        {t('call.end')}
      </ActionButton>
      <Refusal problem={problem} />
    </>
  );
}
