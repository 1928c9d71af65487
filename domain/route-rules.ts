import type { Span } from './hours.ts';
import type { RoutePolicy } from './route.ts';

/**
 * What can be wrong with settings whose form is right:
 * - `not_a_time`, `not_a_date`: no time of day (`00:00` to `24:00`), no day of the calendar;
 * - `ends_first`: a span that does not end after it begins;
 * - `overlaps`: a span that begins before another of its day has ended;
 * - `repeated`: a key or value that has to be unique stands there already;
 * - `nothing_to_choose`: a disposition is mandatory and there is none;
 * - `before_window_ends`: a callback would expire before the time that was promised has passed.
 */
export const ROUTE_FAULTS = ['not_a_time', 'not_a_date', 'ends_first', 'overlaps', 'repeated', 'nothing_to_choose', 'before_window_ends'] as const;
export type RouteFault = (typeof ROUTE_FAULTS)[number];

/** A fault, and where: a JSON pointer into the policy. */
export interface FaultAt {
  readonly pointer: string;
  readonly fault: RouteFault;
}

/** Everything wrong with a policy that its form does not show. */
export function faultsOf(policy: RoutePolicy): FaultAt[] {
  const { hours, closedDates, languages, dispositions, dispositionMandatory, caseFields, callbackFields, previewFields, expiryMs, windowMs } = policy;
  return [
    ...Object.entries(hours).flatMap(([day, spans]) => spanFaults(`/hours/${day}`, spans)),
    ...closedDates.flatMap((date, index) => (isDate(date) ? [] : [at(`/closedDates/${index}`, 'not_a_date')])),
    ...repeated('/closedDates', '', closedDates),
    ...repeated('/languages', '', languages),
    ...repeated('/dispositions', '/code', dispositions.map(({ code }) => code)),
    ...repeated('/caseFields', '/key', (caseFields ?? []).map(({ key }) => key)),
    ...repeated('/callbackFields', '/key', (callbackFields ?? []).map(({ key }) => key)),
    ...repeated('/previewFields', '/key', (previewFields ?? []).map(({ key }) => key)),
    ...(dispositionMandatory && dispositions.length === 0 ? [at('/dispositionMandatory', 'nothing_to_choose')] : []),
    ...(expiryMs < windowMs ? [at('/expiryMs', 'before_window_ends')] : []),
  ];
}

function at(pointer: string, fault: RouteFault): FaultAt {
  return { pointer, fault };
}

function spanFaults(pointer: string, spans: readonly Span[]): FaultAt[] {
  return spans.flatMap((span, index) => {
    const here = `${pointer}/${index}`;
    if (!isTime(span.from) || span.from === '24:00') return [at(`${here}/from`, 'not_a_time')];
    if (!isTime(span.to)) return [at(`${here}/to`, 'not_a_time')];
    if (span.to <= span.from) return [at(`${here}/to`, 'ends_first')];
    const isInAnother = spans.some((other, place) => place !== index && beginsIn(span, other, place < index));
    return isInAnother ? [at(`${here}/from`, 'overlaps')] : [];
  });
}

/** Whether a span begins within another; of two that begin together, it is the later one in the list that does. */
function beginsIn({ from }: Span, other: Span, isEarlier: boolean): boolean {
  return from < other.to && (from > other.from || (from === other.from && isEarlier));
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) || text === '24:00';
}

/** A day as `YYYY-MM-DD` that the calendar has. */
function isDate(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}

function repeated(pointer: string, below: string, values: readonly string[]): FaultAt[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [at(`${pointer}/${index}${below}`, 'repeated')] : []));
}
