import type { RoutePolicy } from './route.ts';
import { stable } from './stable.ts';

/** What an administrator edits of a route, as one document. Whether it takes new callbacks is said apart from it. */
export interface RouteSettings {
  readonly name: string;
  /** E.164 numbers customers call. */
  readonly numbers: readonly string[];
  /** The agents its callbacks may be offered to. */
  readonly agentIds: readonly string[];
  readonly policy: RoutePolicy;
}

/** One thing that can be set: of the route itself, or of its policy. */
export type SettingKey = Exclude<keyof RouteSettings, 'policy'> | keyof RoutePolicy;

export interface SettingChange {
  readonly key: SettingKey;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two states of a route's settings. The order of numbers, agents, closed days and spans is no difference. */
export function changesOf(before: RouteSettings, after: RouteSettings): SettingChange[] {
  const [old, wanted] = [flat(before), flat(after)];
  const keys = new Set([...Object.keys(old), ...Object.keys(wanted)]);
  return [...keys]
    .filter((key) => stable(comparable(key, old[key])) !== stable(comparable(key, wanted[key])))
    .map((key) => ({ key: key as SettingKey, before: old[key] ?? null, after: wanted[key] ?? null }));
}

/** Settings from which due times follow, and what is told along with them to a callback that waits. */
const DUE_KEYS: readonly SettingKey[] = ['timeZone', 'hours', 'holidayCountry', 'closedDates', 'leadTimeMs', 'windowMs', 'expiryMs'];

/** Whether the times of callbacks that wait may follow from what was changed. */
export function changeDueTimes(changes: readonly Pick<SettingChange, 'key'>[]): boolean {
  return changes.some(({ key }) => DUE_KEYS.includes(key));
}

function flat({ name, numbers, agentIds, policy }: RouteSettings): Readonly<Record<string, unknown>> {
  return { name, numbers, agentIds, ...policy };
}

/** The same settings are written the same way. */
function comparable(key: string, value: unknown): unknown {
  if (key === 'numbers' || key === 'agentIds' || key === 'closedDates') return sorted(value as readonly string[]);
  if (key !== 'hours') return value;
  const days = Object.entries(value as Readonly<Record<string, readonly unknown[]>>);
  return Object.fromEntries(days.flatMap(([day, spans]) => (spans.length > 0 ? [[day, sorted(spans.map(stable))]] : [])));
}

function sorted(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].toSorted();
}
