import { useCase } from '../api/queries.ts';
import { CompleteForm } from '../case/CompleteButton.tsx';
import { useWords } from '../i18n/i18n.ts';
import { AskingButton } from '../parts/Asking.tsx';
import { Loaded } from '../parts/Loaded.tsx';

/** Completes the wrap-up of an agent who does not come to an end with it; the case is read when it is asked for. */
export function WrapUpButton({ callbackId }: { readonly callbackId: string }) {
  const { t } = useWords();
  return (
    <AskingButton label={t('wrapUp.complete')} title={t('wrapUp.title')}>
      {(close) => <ReadForm callbackId={callbackId} onClose={close} />}
    </AskingButton>
  );
}

function ReadForm({ callbackId, onClose }: { readonly callbackId: string; readonly onClose: () => void }) {
  const known = useCase(callbackId);
  return <Loaded query={known}>{(callback) => <CompleteForm callback={callback} onClose={onClose} />}</Loaded>;
}
