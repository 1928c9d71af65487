/** The cursor was not made by this store for this order: nothing was read. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() {
    super('The cursor is not one that this list has given.');
  }
}

type Position = readonly [by: string, order: string, sortKey: string, id: string];

/** The shape of each type of sort key; one that is none for all its shape is refused by PostgreSQL. */
const SHAPES = {
  timestamptz: /^(-?infinity|\d{4,}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2})$/,
  integer: /^\d{1,9}$/,
  text: /^[^\0\p{Surrogate}]{0,500}$/u,
} as const;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A place in a sorted list, as an opaque text. */
export function encodePosition(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/**
 * The place that `encodePosition` wrote.
 * @throws {BadCursor} when it was written for another order, or is none
 */
export function decodePosition({ by, order }: { readonly by: string; readonly order: string }, type: keyof typeof SHAPES, cursor: string): { sortKey: string; id: string } {
  const [ofKey, inOrder, sortKey, id] = parse(cursor).map(String);
  const isOurs = ofKey === by && inOrder === order && SHAPES[type].test(String(sortKey)) && UUID.test(String(id));
  if (!isOurs) throw new BadCursor();
  return { sortKey: String(sortKey), id: String(id) };
}

function parse(cursor: string): unknown[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(position) ? position : [];
  } catch {
    throw new BadCursor();
  }
}
