/** How a party sits in the conference: all that we ever change of a participant. Every field is absolute. */
export interface Seat {
  /** Hears music, and is heard by nobody. */
  readonly isOnHold: boolean;
  readonly isMuted: boolean;
  /** The label of the one party that hears this one; null: everybody does. */
  readonly coaches: string | null;
  /** The call ends for everybody when this party leaves. */
  readonly endsCall: boolean;
}

/** Who sits in a conference, by the label of their leg. */
export type Seating = Readonly<Record<string, Seat>>;

/** One request about a participant. Repeating it changes nothing. */
export type Operation =
  | { readonly type: 'change'; readonly label: string; readonly change: Partial<Seat> }
  | { readonly type: 'remove'; readonly label: string };

/** Somebody who hears and is heard, and whose leaving ends nothing. */
export const SEATED: Seat = { isOnHold: false, isMuted: false, coaches: null, endsCall: false };

/**
 * The next request that brings a conference from how it is known to be to how it is wanted; null: it is as wanted. One at a time,
 * and in an order in which nobody hears what is not meant for them and nobody is left alone on a line, wherever it breaks off:
 * who is to go leaves first; then what closes a mouth or an ear; then what opens one. `leavesLast` names who goes only then: an
 * agent, when those they have brought together talk already.
 */
export function nextOperation(wanted: Seating, known: Seating, leavesLast: string | null = null): Operation | null {
  const leaving = Object.keys(known).filter((label) => wanted[label] === undefined);
  const first = leaving.find((label) => label !== leavesLast);
  if (first !== undefined) return { type: 'remove', label: first };
  const changes = Object.entries(wanted).flatMap(([label, seat]) => changeOf(label, seat, known[label]));
  const change = changes.find(closes) ?? changes[0];
  if (change !== undefined) return change;
  return leaving.length === 0 ? null : { type: 'remove', label: leaving[0] as string };
}

/** How the conference is known to sit once the operation is done. */
export function carriedOut(known: Seating, operation: Operation): Seating {
  const seat = known[operation.label];
  if (seat === undefined || operation.type === 'remove') return without(known, operation.label);
  return { ...known, [operation.label]: { ...seat, ...operation.change } };
}

/** The seating without a party. */
export function without(seating: Seating, label: string): Seating {
  const { [label]: _gone, ...others } = seating;
  return others;
}

/** The seating with a party's seat changed; a party that is not there stays away. */
export function reseated(seating: Seating, label: string, change: Partial<Seat>): Seating {
  const seat = seating[label];
  return seat === undefined ? seating : { ...seating, [label]: { ...seat, ...change } };
}

type Change = Extract<Operation, { type: 'change' }>;

/** Somebody who is not there yet is not told how to sit: the request that rings them says so. */
function changeOf(label: string, wanted: Seat, known: Seat | undefined): Change[] {
  if (known === undefined) return [];
  const fields = (Object.keys(wanted) as (keyof Seat)[]).filter((field) => wanted[field] !== known[field]);
  if (fields.length === 0) return [];
  return [{ type: 'change', label, change: Object.fromEntries(fields.map((field) => [field, wanted[field]])) }];
}

/** Fewer hear or are heard after it, or fewer leavings end the call. */
function closes({ change }: Change): boolean {
  return change.isOnHold === true || change.isMuted === true || typeof change.coaches === 'string' || change.endsCall === false;
}
