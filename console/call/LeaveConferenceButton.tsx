import { IconDoorExit } from '@tabler/icons-react';
import { useDismiss } from '../api/call-commands.ts';
import type { Call, Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Control } from './Control.tsx';

interface LeaveConferenceButtonProps {
  readonly callback: Case;
  readonly call: Call;
}

/** Leaves one's own conference to the agent who has it then, and says who; nothing while there is none. Ending it would end it for all. */
export function LeaveConferenceButton({ callback, call: { heir, agentLabel } }: LeaveConferenceButtonProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useDismiss(callback);
  if (heir === null) return null;
  return (
    <Control letter={KEYS.leave} title={t('control.leaveTo', { name: heir.name })} leftSection={<IconDoorExit size={16} />} isPending={isPending} problem={problem} onPress={() => run(agentLabel)}>
      {t('joined.leave')}
    </Control>
  );
}
