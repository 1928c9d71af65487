import type * as z from 'zod';
import { isOpen } from '../../domain/hours.ts';
import type { Span } from '../../domain/hours.ts';
import { countryOf } from '../../domain/numbers.ts';
import type { Disposition, Route } from '../../domain/route.ts';
import type { disposition, filedDisposition, route } from '../schemas/routes.ts';

/** A route, as the API shows it at `now` (ISO 8601). */
export function routeView({ id, version, name, numbers, closed, policy }: Route, now: string): z.output<typeof route> {
  const { timeZone, languages, priority, webChannel, preview, maximumAttempts, dispositionMandatory, instructions } = policy;
  return {
    id,
    version,
    name,
    numbers: [...numbers],
    closed,
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
