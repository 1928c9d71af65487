import type { Totals } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';

const FIGURES = ['matching', 'total', 'distributed', 'undistributed'] as const;

/** What the search finds, in one line: all, the open ones, and how those are distributed. */
export function ListTotals({ totals }: { readonly totals: Totals | undefined }) {
  const { t, language } = useWords();
  return (
    <dl className="list-totals" aria-label={t('list.totals.label')}>
      {FIGURES.map((figure) => (
        <div key={figure}>
          <dt>{t(`list.totals.${figure}`)}</dt>
          <dd>{totals?.[figure].toLocaleString(language) ?? t('app.nobody')}</dd>
        </div>
      ))}
    </dl>
  );
}
