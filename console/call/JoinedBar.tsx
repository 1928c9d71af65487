import { Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { useSignedIn } from '../session/centre.ts';
import { JoinedStanding } from './JoinedStanding.tsx';
import { LeaveButton } from './LeaveButton.tsx';
import { partOf } from './part.ts';

/** The conversation one takes part in, on every screen but the desk. */
export function JoinedBar({ joined }: { readonly joined: Case }) {
  const { t } = useWords();
  const me = useSignedIn();
  const part = partOf(joined, me.id);
  if (part === null) return null;
  return (
    <section className="live-bar" aria-label={t('call.label')}>
      <JoinedStanding callback={joined} part={part} />
      <Text truncate>
        {customerName(joined, t)} · {joined.route.name}
      </Text>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <LeaveButton callback={joined} part={part} />
        <Link to="/desk">{t('call.toDesk')}</Link>
      </Group>
    </section>
  );
}
