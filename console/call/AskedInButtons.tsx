import type { AskedIn } from '../api/types.ts';
import { Countdown } from '../desk/Countdown.tsx';
import { useIsOver } from '../desk/useIsOver.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import type { AskedInAnswers } from './useAskedInAnswers.ts';

interface AskedInButtonsProps {
  readonly askedIn: AskedIn;
  readonly answers: AskedInAnswers;
  readonly onAccepted?: () => void;
}

/** Accept, Refuse, and the time left for it. What did not count is said beside them. */
export function AskedInButtons({ askedIn, answers: { accept, refuse, problem }, onAccepted }: AskedInButtonsProps) {
  const { t } = useWords();
  const isOver = useIsOver(askedIn.deadlineAt);
  const come = async () => {
    if ((await accept.run({ askedIn, accepts: true })) !== null) onAccepted?.();
  };
  return (
    <div className="offer-buttons">
      <ActionButton letter={KEYS.accept} isPending={accept.isPending} disabled={refuse.isPending || isOver} onClick={() => void come()}>
        {t('offer.accept')}
      </ActionButton>
      <ActionButton letter={KEYS.reject} variant="default" isPending={refuse.isPending} disabled={accept.isPending || isOver} onClick={() => void refuse.run({ askedIn, accepts: false })}>
        {t('askedIn.refuse')}
      </ActionButton>
      {askedIn.deadlineAt && <Countdown deadlineAt={askedIn.deadlineAt} />}
      <Refusal problem={problem} />
    </div>
  );
}
