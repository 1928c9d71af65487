import { IconArrowBackUp } from '@tabler/icons-react';
import { useReject } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

interface GiveBackButtonProps {
  readonly callback: Case;
  /** Told when it was given back. */
  readonly onDone: () => void;
}

/** Gives an open preview back before anything was dialled: it is offered to another agent. Nothing for a preview without an offer. */
export function GiveBackButton({ callback, onDone }: GiveBackButtonProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useReject();
  const accepted = callback.offers.findLast(({ end }) => end === 'accepted');
  if (!accepted) return null;
  const giveBack = async () => {
    if (await run({ offerId: accepted.offerId, callback })) onDone();
  };
  return (
    <>
      <ActionButton
        letter={KEYS.giveBack}
        variant="default"
        leftSection={<IconArrowBackUp size={16} />}
        isPending={isPending}
        onClick={() => void giveBack()}
      >
        {t('call.giveBack')}
      </ActionButton>
      <Refusal problem={problem} />
    </>
  );
}
