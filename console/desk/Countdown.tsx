import { Text } from '@mantine/core';
import { formatCountdown } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { useNowMs } from '../session/clock.ts';

/** The time left to answer, which stands out when it is nearly over. */
export function Countdown({ deadlineAt }: { readonly deadlineAt: string }) {
  const { t } = useWords();
  const leftMs = Date.parse(deadlineAt) - useNowMs(250);
  return (
    <Text component="span" role="timer" aria-label={t('offer.left')} className={leftMs < 10_000 ? 'countdown soon' : 'countdown'}>
      {formatCountdown(leftMs)}
    </Text>
  );
}
