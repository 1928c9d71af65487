import { Text } from '@mantine/core';
import { useLocation } from 'wouter';
import { useWords } from '../../i18n/i18n.ts';
import { AskingButton, AskingForm } from '../../parts/Asking.tsx';
import type { Chosen } from '../../responses/nodes.ts';
import { RESPONSES } from './places.ts';
import { useRemove } from './queries.ts';

/** Deletes a category or response, after asking once. */
export function RemoveButton({ chosen, name }: { readonly chosen: Chosen; readonly name: string }) {
  const { t } = useWords();
  const [, go] = useLocation();
  const { run, isPending, problem } = useRemove(chosen);
  const remove = async () => {
    const isDone = (await run(undefined)) !== null;
    if (isDone) go(RESPONSES);
    return isDone;
  };
  return (
    <AskingButton label={t('responses.delete')} title={t('responses.deleteTitle', { name })} isDangerous>
      {(close) => (
        <AskingForm onSubmit={remove} onClose={close} submit={t('responses.delete')} isPending={isPending} problem={problem} isDangerous>
          <Text>{t('responses.deleteText')}</Text>
        </AskingForm>
      )}
    </AskingButton>
  );
}
