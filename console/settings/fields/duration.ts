/** What a duration can be entered in, the largest last. */
export const UNITS = ['s', 'min', 'h', 'd'] as const;
export type Unit = (typeof UNITS)[number];

export const UNIT_MS: Readonly<Record<Unit, number>> = { s: 1_000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** The largest unit in which a duration is a whole number. */
export function unitOf(ms: number): Unit {
  return UNITS.findLast((unit) => ms > 0 && ms % UNIT_MS[unit] === 0) ?? 's';
}
