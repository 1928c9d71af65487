import { Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Case } from '../api/types.ts';
import { HoldButton } from '../call/HoldButton.tsx';
import { LeaveConferenceButton } from '../call/LeaveConferenceButton.tsx';
import { guestName } from '../call/people.ts';
import { CallStanding } from '../case/CallStanding.tsx';
import { EndButton } from '../case/EndButton.tsx';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';

/** The case in hand, on every screen but the desk: an agent can look something up while talking. */
export function LiveBar({ live }: { readonly live: Case }) {
  const { t } = useWords();
  const formats = useFormats();
  const { call } = live;
  return (
    <section className="live-bar" aria-label={t('call.label')}>
      <CallStanding callback={live} />
      <Text truncate>
        {customerName(live, t)} · {formats.number(live.number)} · {live.route.name}
        {call?.guest && ` · ${t(`control.${call.guest.purpose}`)}: ${guestName(call.guest, formats.number, t)}`}
      </Text>
      <Group gap="xs" ml="auto" wrap="nowrap">
        {call && <HoldButton callback={live} call={call} />}
        {call && <LeaveConferenceButton callback={live} call={call} />}
        <EndButton callback={live} />
        <Link to="/desk">{t('call.toDesk')}</Link>
      </Group>
    </section>
  );
}
