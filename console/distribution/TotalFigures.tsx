import type { Totals } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';

/** The open callbacks of the search: how many there are, are distributed, and are not. */
export function TotalFigures({ totals }: { readonly totals: Totals | undefined }) {
  const { t, language } = useWords();
  const figures = ['total', 'distributed', 'undistributed'] as const;
  return (
    <dl className="figures totals">
      {figures.map((figure) => (
        <div key={figure}>
          <dt>{t(`distribution.${figure}`)}</dt>
          <dd>{totals?.[figure].toLocaleString(language) ?? t('app.nobody')}</dd>
        </div>
      ))}
    </dl>
  );
}
