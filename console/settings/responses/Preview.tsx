import { Text } from '@mantine/core';
import type { CaseFacts } from '../../../domain/standard-response.ts';
import { fill, valueIn } from '../../../domain/standard-response.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useWords } from '../../i18n/i18n.ts';
import { FilledText } from '../../responses/FilledText.tsx';
import { useCentre } from '../../session/centre.ts';
import { serverNowMs } from '../../session/clock.ts';

/** A number that is kept for fiction. */
const SAMPLE_NUMBER = '+12025550123';
const HOUR_MS = 3_600_000;

/** A text as a customer would read it, filled in from a case that is made up. */
export function Preview({ text, language }: { readonly text: string; readonly language: string }) {
  const { t } = useWords();
  const { timeZone } = useCentre();
  const facts = sampleCase(t);
  const filled = fill(text, (placeholder) => {
    const [of, ...key] = placeholder.split('.');
    return of === 'collected' ? t('responses.sample.collected', { key: key.join('.') }) : valueIn(facts, { language, timeZone }, placeholder);
  });
  return (
    <div role="group" aria-label={t('responses.preview')} className="response-preview">
      <Text size="xs" c="dimmed" mb={4}>
        {t('responses.preview')}
      </Text>
      <FilledText text={filled.text} language={language} />
    </div>
  );
}

function sampleCase(t: Translate): CaseFacts {
  const hour = Math.ceil(serverNowMs() / HOUR_MS) * HOUR_MS;
  const inHours = (hours: number) => new Date(hour + hours * HOUR_MS).toISOString();
  return {
    customer: { name: t('responses.sample.customer'), number: SAMPLE_NUMBER, timeZone: null },
    agentName: t('responses.sample.agent'),
    route: { name: t('responses.sample.route'), number: SAMPLE_NUMBER, country: 'US' },
    callback: { id: '3f2a91c4', requestedAt: inHours(-2), dueAt: inHours(24), desiredAt: inHours(24), windowEndsAt: inHours(24.5) },
    collected: {},
  };
}
