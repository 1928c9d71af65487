import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { IconEar, IconMessageCircle, IconMicrophoneOff, IconPhoneCall, IconPhoneCalling, IconPlayerPause, IconPlugConnected, IconUserMinus } from '@tabler/icons-react';
import { useDismiss } from '../api/call-commands.ts';
import type { Call, Case, Party } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { KeyHint } from '../keyboard/KeyHint.tsx';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { customerName } from '../parts/names.ts';
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
  const thirds = mayRemove ? call.parties.filter((party) => isThird(party, call)) : [];
  return (
    <ul className="parties" aria-label={t('call.parties')}>
      {call.parties.map((party) => (
        <PartyLine key={party.label} party={party} callback={callback} call={call} mayRemove={thirds.includes(party)} isLast={party === thirds.at(-1)} />
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
  /** Of those who can be sent away, the one who joined last. */
  readonly isLast: boolean;
}

function PartyLine({ party, callback, call: { guest, parties }, mayRemove, isLast }: PartyLineProps) {
  const { t } = useWords();
  const formats = useFormats();
  const me = useSignedIn();
  const name = partyName({ party, customer: customerName(callback, t), viewerId: me.id, write: formats.number, t });
  const state = partyState(party);
  const isForMe = party.coaches !== null && parties.find(({ label }) => label === party.coaches)?.agent?.id === me.id;
  const StateIcon = STATE_ICONS[state];
  const isConsulted = guest?.label === party.label && guest.purpose === 'consult';
  return (
    <li data-state={state}>
      <StateIcon size={16} aria-hidden />
      <span>{isConsulted ? t('parties.consulting', { name }) : name}</span>
      <Text span size="sm" c="dimmed">
        {t(`parties.${isForMe ? 'coachesYou' : state}`)}
      </Text>
      {mayRemove && <RemoveButton callback={callback} party={party.label} name={name} letter={isLast ? KEYS.remove : undefined} />}
    </li>
  );
}

interface RemoveButtonProps {
  readonly callback: Case;
  /** Their label in the call. */
  readonly party: string;
  readonly name: string;
  readonly letter: string | undefined;
}

function RemoveButton({ callback, party, name, letter }: RemoveButtonProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useDismiss(callback);
  return (
    <>
      <ActionButton
        letter={letter}
        size="compact-xs"
        variant="subtle"
        color="red"
        rightSection={null}
        label={t('parties.removeName', { name })}
        leftSection={<IconUserMinus size={14} />}
        isPending={isPending}
        onClick={() => void run(party)}
      >
        {t('parties.remove')}
      </ActionButton>
      {letter && <KeyHint letter={letter} />}
      <Refusal problem={problem} />
    </>
  );
}
