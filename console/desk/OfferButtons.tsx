import { Text } from '@mantine/core';
import type { Offer } from '../api/types.ts';
import { formatCountdown } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useNowMs } from '../session/clock.ts';
import type { OfferAnswers } from './useOfferAnswers.ts';

interface OfferButtonsProps {
  readonly offer: Offer;
  readonly answers: OfferAnswers;
  readonly onAccepted?: () => void;
}

/** Accept, Reject, and the time left for it. What is refused is said beside them. */
export function OfferButtons({ offer, answers: { accept, reject, problem }, onAccepted }: OfferButtonsProps) {
  const { t } = useWords();
  const takeIt = async () => {
    if ((await accept.run(offer)) !== null) onAccepted?.();
  };
  return (
    <div className="offer-buttons">
      <ActionButton letter="A" isPending={accept.isPending} disabled={reject.isPending} onClick={() => void takeIt()}>
        {t('offer.accept')}
      </ActionButton>
      <ActionButton letter="R" variant="default" isPending={reject.isPending} disabled={accept.isPending} onClick={() => void reject.run(offer)}>
        {t('offer.reject')}
      </ActionButton>
      <Countdown deadlineAt={offer.deadlineAt} />
      <Refusal problem={problem} />
    </div>
  );
}

function Countdown({ deadlineAt }: { readonly deadlineAt: string }) {
  const { t } = useWords();
  const leftMs = Date.parse(deadlineAt) - useNowMs(250);
  return (
    <Text component="span" role="timer" aria-label={t('offer.left')} className={leftMs < 10_000 ? 'countdown soon' : 'countdown'}>
      {formatCountdown(leftMs)}
    </Text>
  );
}
