import type { ProblemError } from '../api/problem.ts';
import type { CallbackRow } from '../api/types.ts';
import { fromWall, isSkipped, toWall } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { FreeTimes, TimeChoices } from '../parts/FreeTimes.tsx';
import { OtherClock } from '../parts/OtherClock.tsx';
import { TimeField } from '../parts/TimeField.tsx';
import { ZoneSelect } from './ZoneSelect.tsx';

/** Times on the wall of `zone`, as `datetime-local` writes them. */
export interface WallTimes {
  readonly at: string;
  readonly until: string;
  readonly zone: string;
}

/** The same as instants in ISO 8601; null: not given. */
export function instantsOf({ at, until, zone }: WallTimes): { readonly at: string | null; readonly until: string | null } {
  return { at: fromWall(at, zone), until: fromWall(until, zone) };
}

/** Whether the window ends before it has begun, or at a time that there is not. */
export function endsWrong(times: WallTimes): boolean {
  return isSkipped(times.until, times.zone) || endsBeforeItBegins(times);
}

function endsBeforeItBegins(times: WallTimes): boolean {
  const { at, until } = instantsOf(times);
  return at !== null && until !== null && Date.parse(until) <= Date.parse(at);
}

interface RescheduleTimesProps {
  readonly callback: Pick<CallbackRow, 'route' | 'timeZone'>;
  readonly given: WallTimes;
  /** It was pressed: what is missing or wrong is said. */
  readonly isTried: boolean;
  readonly problem: ProblemError | null;
  readonly onChange: (part: Partial<WallTimes>) => void;
}

/** When the callback is to be made, until when, and on whose clock; what the other clock shows stands below. */
export function RescheduleTimes({ callback, given, isTried, problem, onChange }: RescheduleTimesProps) {
  const { t } = useWords();
  const { at, until } = instantsOf(given);
  const refused = (field: 'at' | 'windowEndsAt') => problem?.fields[field] && t('problem.bad_time');
  const isEndWrong = isTried && endsBeforeItBegins(given);
  const clocks = { zone: given.zone, customerZone: callback.timeZone };
  return (
    <>
      <TimeField
        label={t('reschedule.at')}
        zone={given.zone}
        isFirst
        value={given.at}
        onChange={(wall) => onChange({ at: wall })}
        error={isTried && at === null ? t('reschedule.timeMissing') : refused('at')}
      />
      <OtherClock at={at} {...clocks} />
      <ZoneSelect value={given.zone} customerZone={callback.timeZone} onChange={(zone) => onChange({ zone })} />
      <Suggestions routeId={callback.route.id} free={problem?.free ?? []} {...clocks} onPick={(instant) => onChange({ at: toWall(instant, given.zone) })} />
      <TimeField
        label={t('reschedule.until')}
        description={t('reschedule.untilHint')}
        zone={given.zone}
        value={given.until}
        onChange={(wall) => onChange({ until: wall })}
        error={isEndWrong ? t('reschedule.endsBeforeItBegins') : refused('windowEndsAt')}
      />
      <OtherClock at={until} {...clocks} />
    </>
  );
}

interface SuggestionsProps {
  readonly routeId: string;
  /** The zone the fields are in. */
  readonly zone: string;
  readonly customerZone: string | null;
  /** The next free times that a refusal named. */
  readonly free: readonly string[];
  readonly onPick: (at: string) => void;
}

/** Free times, on the customer's clock, too: another zone than the centre's is the one they will be in. */
function Suggestions({ routeId, free, zone, customerZone, onPick }: SuggestionsProps) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const besideZone = zone === timeZone ? customerZone : zone;
  if (free.length > 0) return <TimeChoices label={t('reschedule.freeInstead')} times={free} besideZone={besideZone} onPick={onPick} />;
  return <FreeTimes routeId={routeId} besideZone={besideZone} onPick={onPick} />;
}
