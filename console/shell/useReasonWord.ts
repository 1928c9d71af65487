import { useReasons } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { reasonWord } from '../parts/names.ts';

/** What a reason's code says to this viewer, also when it is no choice any more. */
export function useReasonWord(): (code: string) => string {
  const { t, language } = useWords();
  const { data: reasons = [] } = useReasons();
  return (code) => reasonWord(reasons.find((reason) => reason.code === code) ?? { code, label: {} }, t, language);
}
