import { useMemo } from 'react';
import { formatClock } from '../formats/duration.ts';
import { formatDay } from '../formats/instant.ts';
import { useWords } from '../i18n/i18n.ts';
import { serverNowMs } from '../session/clock.ts';

/** Figures and periods the way this viewer reads them. */
export function useFigures() {
  const { t, language } = useWords();
  return useMemo(() => {
    const locale = language === 'en' ? 'en-GB' : language;
    const counts = new Intl.NumberFormat(locale);
    // Always as many decimals, so that one stands under the other.
    const shares = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const ratios = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const scale = new Intl.NumberFormat(locale, { style: 'percent' });
    const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: language === 'en' ? 'short' : 'long', timeZone: 'UTC' });
    const none = t('app.nobody');
    return {
      count: (value: number) => counts.format(value),
      share: (value: number | null) => (value === null ? none : shares.format(value)),
      /** A mark on an axis of shares. */
      mark: (value: number) => scale.format(value),
      ratio: (value: number | null) => (value === null ? none : ratios.format(value)),
      clock: (ms: number | null) => (ms === null ? none : formatClock(ms)),
      /** A day or a month, as the API names it. */
      period: (period: string) =>
        period.length > 7 ? formatDay(`${period}T00:00:00Z`, { language, timeZone: 'UTC', nowMs: serverNowMs() }) : months.format(Date.parse(`${period}-01T00:00:00Z`)),
    };
  }, [t, language]);
}
