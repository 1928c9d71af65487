import { Text } from '@mantine/core';
import type { AskedIn } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Section } from '../parts/Section.tsx';
import { AskedInButtons } from './AskedInButtons.tsx';
import type { AskedInAnswers } from './useAskedInAnswers.ts';
import { useAskedInAnswers } from './useAskedInAnswers.ts';

/** Where other agents' invitations appear on the desk. When one is gone, why its answer did not count stays. */
export function AskedInSpot({ askedIn }: { readonly askedIn: AskedIn | null }) {
  const answers = useAskedInAnswers(askedIn);
  return askedIn ? <AskedInCard key={askedIn.targetId} askedIn={askedIn} answers={answers} /> : <Refusal problem={answers.problem} />;
}

function AskedInCard({ askedIn, answers }: { readonly askedIn: AskedIn; readonly answers: AskedInAnswers }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <Section title={t('askedIn.title')} className="offer">
      <Text fw={600}>{askedInSentence(askedIn, t)}</Text>
      <Text size="sm" c="dimmed">
        {askedIn.route.name} · {customerName(askedIn, t)} · {formats.number(askedIn.number)}
      </Text>
      <AskedInButtons askedIn={askedIn} answers={answers} />
      <Text size="xs" c="dimmed">
        {t(`askedIn.hint.${askedIn.purpose}`)}
      </Text>
    </Section>
  );
}

/** Who asks, and what for. */
export function askedInSentence({ from, purpose }: Pick<AskedIn, 'from' | 'purpose'>, t: Translate): string {
  return t(`askedIn.sentence.${purpose}`, { name: from?.name ?? t('actor.user') });
}
