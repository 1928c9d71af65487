import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useHold } from '../api/call-commands.ts';
import type { Call, Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Control } from './Control.tsx';

interface HoldButtonProps {
  readonly callback: Case;
  readonly call: Call;
}

/** Puts the customer on hold or takes them off. Nothing while somebody is asked or consulted: then one swaps; nor while one’s own telephone rings anew, or once it is let go. */
export function HoldButton({ callback, call: { guest, isOnHold, isLetGo, parties, agentLabel } }: HoldButtonProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useHold(callback);
  const isRungAnew = parties.some(({ label, isRinging }) => label === agentLabel && isRinging);
  if (isLetGo || isRungAnew || (guest !== null && guest.purpose !== 'conference')) return null;
  const Icon = isOnHold ? IconPlayerPlay : IconPlayerPause;
  return (
    <Control letter={KEYS.hold} leftSection={<Icon size={16} />} isPending={isPending} problem={problem} onPress={() => run(!isOnHold)}>
      {t(isOnHold ? 'control.resume' : 'control.hold')}
    </Control>
  );
}
