import { useMemo } from 'react';
import { formatNumber, parseNumber } from '../../domain/numbers.ts';
import { useRoutes } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { serverNowMs } from '../session/clock.ts';
import { useCentre } from '../session/centre.ts';
import { roughly } from './duration.ts';
import type { Viewing } from './instant.ts';
import { formatBeside, formatDay, formatInstant, formatNear, formatSeconds, formatTime, formatWindow, formatWindowBeside } from './instant.ts';

/** Everything that turns values into text the way this viewer reads it: language, the centre's zone, the centre's country. */
export function useFormats() {
  const { t, language } = useWords();
  const { timeZone } = useCentre();
  const country = useCountry();
  return useMemo(() => {
    const viewing = (): Viewing => ({ language, timeZone, nowMs: serverNowMs() });
    return {
      timeZone,
      day: (at: string) => formatDay(at, viewing()),
      time: (at: string) => formatTime(at, viewing()),
      seconds: (at: string) => formatSeconds(at, viewing()),
      instant: (at: string) => formatInstant(at, viewing()),
      near: (at: string) => formatNear(at, viewing()),
      window: (from: string, to: string) => formatWindow(from, to, viewing()),
      beside: (at: string, customerZone: string | null) => formatBeside(at, customerZone, viewing()),
      windowBeside: (from: string, to: string, customerZone: string | null) => formatWindowBeside(from, to, customerZone, viewing()),
      number: (e164: string) => formatNumber(e164, country),
      /** A number in any writing as E.164; null: it is none. */
      e164: (written: string) => {
        const parsed = parseNumber(written, country);
        return parsed.ok ? parsed.e164 : null;
      },
      span: (ms: number) => {
        const { unit, count } = roughly(ms);
        return t(`span.${unit}`, { count });
      },
    };
  }, [t, language, timeZone, country]);
}

/** The centre's country: that of its routes, else the one the browser's language names. */
function useCountry(): string {
  const { data: routes = [] } = useRoutes();
  const ofRoute = routes.find(({ country }) => country !== null)?.country;
  return ofRoute ?? new Intl.Locale(navigator.language).maximize().region ?? '';
}
