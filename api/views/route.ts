import type * as z from 'zod';
import { isOpen } from '../../domain/hours.ts';
import type { Span } from '../../domain/hours.ts';
import { countryOf } from '../../domain/numbers.ts';
import type { Disposition, Route } from '../../domain/route.ts';
import type { disposition, filedDisposition, route } from '../schemas/routes.ts';

/** What every view of a route begins with. */
export function aboutView({ id, name, numbers, closed }: Route) {
  return { id, name, numbers: [...numbers], closed };
}

/** A route, as the API shows it at `now` (ISO 8601). */
export function routeView(known: Route, now: string): z.output<typeof route> {
  const { version, policy } = known;
  const { timeZone, languages, priority, webChannel, preview, maximumAttempts, dispositionMandatory, instructions } = policy;
  return {
    ...aboutView(known),
    version,
    openNow: isOpen(policy, now),
    timeZone,
    country: countryOf(policy.callerId),
    languages: [...languages],
    priority,
    webChannel,
    hours: hoursView(policy.hours),
    preview,
    maximumAttempts,
    dispositions: policy.dispositions.map(dispositionView),
    dispositionMandatory,
    instructions,
  };
}

function hoursView(hours: Route['policy']['hours']): Record<string, Span[]> {
  return Object.fromEntries(Object.entries(hours).map(([day, spans]) => [day, [...(spans ?? [])]]));
}

export function dispositionView({ code, label, effect }: Disposition): z.output<typeof disposition> {
  return { code, label: { ...label }, effect };
}

/** A filed code with its words, where the route still has it; null: none is filed. */
export function filedView(code: string | null, known: readonly Disposition[]): z.output<typeof filedDisposition> | null {
  if (code === null) return null;
  return { code, label: { ...known.find((disposition) => disposition.code === code)?.label } };
}
