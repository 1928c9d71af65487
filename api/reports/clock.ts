import { IANAZone } from 'luxon';

/** Offsets change at quarters of an hour only, so that one look-up serves every instant within one. */
const QUARTER_MS = 900_000;
const MINUTE_MS = 60_000;
/** More quarters than a page of a list speaks of; then the look-ups begin anew. */
const MOST_QUARTERS = 10_000;

/** Excel's dates have no zone: makes of an instant the one whose UTC fields are what the clock in that zone shows. */
export function wallClock(timeZone: string): (instant: Date) => Date {
  const zone = IANAZone.create(timeZone);
  const offsets = new Map<number, number>();
  return (instant) => {
    const ms = instant.getTime();
    const quarter = Math.floor(ms / QUARTER_MS);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      if (offsets.size >= MOST_QUARTERS) offsets.clear();
      offset = zone.offset(ms) * MINUTE_MS;
      offsets.set(quarter, offset);
    }
    return new Date(ms + offset);
  };
}
