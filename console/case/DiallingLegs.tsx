import { Text } from '@mantine/core';
import type { Case, Leg } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';

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
        <li key={leg.label}>
          {nameOf(leg)}{' '}
          <Text span size="sm" c="dimmed">
            {leg.end && leg.end !== 'completed' ? t(`outcome.${leg.end}`) : t(`call.progress.${leg.progress}`)}
          </Text>
        </li>
      ))}
    </ul>
  );
}
