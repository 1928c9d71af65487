import { fromWall, toWall } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { FreeTimes } from './FreeTimes.tsx';
import { OtherClock } from './OtherClock.tsx';
import { TimeField } from './TimeField.tsx';

interface RouteTimeProps {
  /** Null: none is chosen yet. */
  readonly routeId: string | null;
  /** IANA, where the customer's zone is known. */
  readonly customerZone: string | null;
  /** As `datetime-local` writes it, in the centre's zone. */
  readonly value: string;
  readonly error: string | false | undefined;
  readonly onChange: (value: string) => void;
}

/** When the customer wants the call, in the centre's zone: typed, or one of the route's free times; each on the customer's clock, too, where it differs. */
export function RouteTime({ routeId, customerZone, value, error, onChange }: RouteTimeProps) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  return (
    <>
      <TimeField label={t('request.at')} value={value} error={error} onChange={onChange} />
      <OtherClock at={fromWall(value, timeZone)} zone={timeZone} customerZone={customerZone} />
      <FreeTimes routeId={routeId} besideZone={customerZone} onPick={(at) => onChange(toWall(at, timeZone))} />
    </>
  );
}
