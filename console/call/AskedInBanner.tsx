import { Button, Group, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import type { AskedIn } from '../api/types.ts';
import { useToDesk } from '../desk/useToDesk.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { AskedInButtons } from './AskedInButtons.tsx';
import { askedInSentence } from './AskedInSpot.tsx';
import { useAskedInAnswers } from './useAskedInAnswers.ts';

/** Another agent's invitation, on every screen but the desk (which has a card for it). */
export function AskedInBanner({ askedIn }: { readonly askedIn: AskedIn | null }) {
  const { t } = useWords();
  const toDesk = useToDesk();
  const answers = useAskedInAnswers(askedIn);
  if (askedIn === null) return <Refusal problem={answers.problem} />;
  return (
    <section className="banner" aria-label={t('askedIn.title')}>
      <IconBellRinging size={20} aria-hidden />
      <Text fw={600} truncate>
        {askedInSentence(askedIn, t)} · {askedIn.route.name} · {customerName(askedIn, t)}
      </Text>
      <Group gap="xs" ml="auto" wrap="nowrap">
        <AskedInButtons key={askedIn.targetId} askedIn={askedIn} answers={answers} onAccepted={toDesk} />
        <Button variant="subtle" onClick={toDesk}>
          {t('offer.show')}
        </Button>
      </Group>
    </section>
  );
}
