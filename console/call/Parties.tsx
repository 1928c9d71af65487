import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { IconEar, IconMessageCircle, IconMicrophoneOff, IconPhoneCall, IconPhoneCalling, IconPlayerPause, IconPlugConnected, IconUserMinus } from '@tabler/icons-react';
import { useDismiss } from '../api/call-commands.ts';
import type { Call, Case, Party } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSignedIn } from '../session/centre.ts';
import { partyName, partyState } from './people.ts';

/** How each way of taking part looks. */
const STATE_ICONS: Readonly<Record<ReturnType<typeof partyState>, Icon>> = {
  ringing: IconPhoneCalling,
  connecting: IconPlugConnected,
  onHold: IconPlayerPause,
  coaches: IconMessageCircle,
  listens: IconEar,
  muted: IconMicrophoneOff,
  inCall: IconPhoneCall,
};

interface PartiesProps {
  readonly callback: Case;
  readonly call: Call;
  /** The agent who has the conversation may send others away. */
  readonly mayRemove: boolean;
}

/** Who is in the call, as the network tells it: ringing, on the line, on hold, muted, or heard by one alone. */
export function Parties({ callback, call, mayRemove }: PartiesProps) {
  const { t } = useWords();
  return (
    <ul className="parties" aria-label={t('call.parties')}>
      {call.parties.map((party) => (
        <PartyLine key={party.label} party={party} callback={callback} call={call} mayRemove={mayRemove && isThird(party, call)} />
      ))}
    </ul>
  );
}

/** Whoever joined in; a guest who is being consulted has a row of their own. */
function isThird({ role, label }: Party, { agentLabel, guest }: Call): boolean {
  return role === 'target' && label !== agentLabel && label !== guest?.label;
}

interface PartyLineProps extends PartiesProps {
  readonly party: Party;
}

function PartyLine({ party, callback, call: { guest }, mayRemove }: PartyLineProps) {
  const { t } = useWords();
  const formats = useFormats();
  const me = useSignedIn();
  const name = partyName({ party, customer: customerName(callback, t), viewerId: me.id, write: formats.number, t });
  const state = partyState(party);
  const StateIcon = STATE_ICONS[state];
  const isConsulted = guest?.label === party.label && guest.purpose === 'consult';
  return (
    <li data-state={state}>
      <StateIcon size={16} aria-hidden />
      <span>{isConsulted ? t('parties.consulting', { name }) : name}</span>
      <Text span size="sm" c="dimmed">
        {t(`parties.${state}`)}
      </Text>
      {mayRemove && <RemoveButton callback={callback} label={party.label} name={name} />}
    </li>
  );
}

interface RemoveButtonProps {
  readonly callback: Case;
  readonly label: string;
  readonly name: string;
}

function RemoveButton({ callback, label, name }: RemoveButtonProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useDismiss(callback);
  return (
    <>
      <PendingButton
        size="compact-xs"
        variant="subtle"
        color="red"
        aria-label={t('parties.removeName', { name })}
        leftSection={<IconUserMinus size={14} />}
        isPending={isPending}
        onClick={() => void run(label)}
      >
        {t('parties.remove')}
      </PendingButton>
      <Refusal problem={problem} />
    </>
  );
}
