import { CloseButton } from '@mantine/core';
import { useCase } from '../api/queries.ts';
import { CallbackFile } from '../case/CallbackFile.tsx';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';

interface ChosenCaseProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One of the agent's own callbacks, to read before dialling it. */
export function ChosenCase({ id, onClose }: ChosenCaseProps) {
  const { t } = useWords();
  const chosen = useCase(id);
  return (
    <>
      <CloseButton aria-label={t('app.close')} onClick={onClose} className="corner" />
      <Loaded query={chosen}>{(callback) => <CallbackFile callback={callback} />}</Loaded>
    </>
  );
}
