import { Text } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { IconPhone, IconPhoneCall, IconPhoneCalling, IconPhoneOff } from '@tabler/icons-react';
import type { Case, Leg } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';

/** How far a call has come, as it looks among the parties of a conversation. */
const PROGRESS_ICONS: Readonly<Record<Leg['progress'], Icon>> = {
  none: IconPhone,
  initiated: IconPhone,
  ringing: IconPhoneCalling,
  answered: IconPhoneCall,
  ended: IconPhoneOff,
};

/** While it is dialled: the telephones of the newest attempt and how far each call has come. */
export function DiallingLegs({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const legs = callback.legs.filter(({ attempt }) => attempt === callback.attempt);
  if (legs.length === 0 || callback.status !== 'dialling') return null;
  const nameOf = ({ role, agent }: Leg) => {
    if (role === 'customer') return customerName(callback, t);
    return role === 'agent' ? t('call.you') : (agent?.name ?? t(`call.${role}`));
  };
  return (
    <ul className="parties" aria-label={t('call.parties')}>
      {legs.map((leg) => (
        <LegLine key={leg.label} leg={leg} name={nameOf(leg)} />
      ))}
    </ul>
  );
}

function LegLine({ leg: { progress, end }, name }: { readonly leg: Leg; readonly name: string }) {
  const { t } = useWords();
  const ProgressIcon = PROGRESS_ICONS[progress];
  return (
    <li data-state={progress === 'answered' ? 'inCall' : undefined}>
      <ProgressIcon size={16} aria-hidden />
      <span>{name}</span>
      <Text span size="sm" c="dimmed">
        {end && end !== 'completed' ? t(`outcome.${end}`) : t(`call.progress.${progress}`)}
      </Text>
    </li>
  );
}
