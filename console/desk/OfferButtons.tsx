import { Text } from '@mantine/core';
import type { Offer } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Countdown } from './Countdown.tsx';
import { useIsOver } from './useIsOver.ts';
import type { OfferAnswers } from './useOfferAnswers.ts';

interface OfferButtonsProps {
  readonly offer: Offer;
  readonly answers: OfferAnswers;
  readonly onAccepted?: () => void;
}

/** Accept, Reject, and the time left for it, or that it is over. What is refused is said beside them. */
export function OfferButtons({ offer, answers: { accept, reject, problem }, onAccepted }: OfferButtonsProps) {
  const { t } = useWords();
  const isOver = useIsOver(offer.deadlineAt);
  const takeIt = async () => {
    if ((await accept.run(offer)) !== null) onAccepted?.();
  };
  return (
    <div className="offer-buttons">
      <ActionButton letter={KEYS.accept} isPending={accept.isPending} disabled={isOver || reject.isPending} onClick={() => void takeIt()}>
        {t('offer.accept')}
      </ActionButton>
      <ActionButton letter={KEYS.reject} variant="default" isPending={reject.isPending} disabled={isOver || accept.isPending} onClick={() => void reject.run(offer)}>
        {t('offer.reject')}
      </ActionButton>
      {!isOver && <Countdown deadlineAt={offer.deadlineAt} />}
      {isOver && problem === null && <Text size="sm">{t('problem.offer_over')}</Text>}
      <Refusal problem={problem} />
    </div>
  );
}
