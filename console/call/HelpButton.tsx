import { IconLifebuoy } from '@tabler/icons-react';
import { useAskForHelp } from '../api/call-commands.ts';
import type { Call, Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Control } from './Control.tsx';

interface HelpButtonProps {
  readonly callback: Case;
  readonly call: Pick<Call, 'helpWanted'>;
}

/** Asks supervisors to come, or tells them that it is not needed any more. */
export function HelpButton({ callback, call: { helpWanted } }: HelpButtonProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useAskForHelp(callback);
  return (
    <Control
      letter={KEYS.help}
      leftSection={<IconLifebuoy size={16} />}
      aria-pressed={helpWanted}
      isPending={isPending}
      problem={problem}
      onPress={() => run(!helpWanted)}
      {...(helpWanted && { variant: 'light', color: 'orange', c: 'var(--mantine-color-text)' })}
    >
      {t(helpWanted ? 'control.helpOver' : 'control.help')}
    </Control>
  );
}
