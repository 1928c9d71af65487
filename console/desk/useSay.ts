import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';

/** How what became of a case is told, with its customer's name, when it has left the desk. */
export function useSay(callback: Pick<Case, 'name'>, onResult: (result: string) => void) {
  const { t } = useWords();
  const onDone = (result: string) => onResult(`${customerName(callback, t)}: ${result}`);
  return { onDone, onMoved: () => onDone(t('event.rescheduled')), onGivenBack: () => onDone(t('ending.givenBack')) };
}
