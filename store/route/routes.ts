import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Route } from '../../domain/route.ts';
import type { Db, RouteTable } from '../tables.ts';
import { inTransaction, violates } from '../transaction.ts';

/** A number may lead to one route only: nothing was changed. */
export class NumberTaken extends Error {
  override readonly name = 'NumberTaken';
  constructor() {
    super('One of the numbers belongs to another route.');
  }
}

/** Every route, by name: those that were deleted, too, unless only the `current` ones are wanted. */
export async function readRoutes(db: Db, { current = false }: { current?: boolean } = {}): Promise<Route[]> {
  const rows = await withNumbers(db)
    .$if(current, (query) => query.where('deleted_at', 'is', null))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => toRoute(row, row.numbers));
}

/** Null: there is no such route. One that was deleted is there, and closed. */
export async function readRoute(db: Db, id: string): Promise<Route | null> {
  const row = await withNumbers(db).where('id', '=', id).executeTakeFirst();
  return row ? toRoute(row, row.numbers) : null;
}

/** The route that a callback is of now; null: there is no such callback. */
export async function readRouteOf(db: Db, callbackId: string): Promise<Route | null> {
  const row = await withNumbers(db)
    .where('id', '=', (eb) => eb.selectFrom('callback').select('route_id').where('callback.id', '=', callbackId))
    .executeTakeFirst();
  return row ? toRoute(row, row.numbers) : null;
}

function withNumbers(db: Db) {
  const numbers = sql<string[]>`array(select number from route_number where route_id = route.id order by number)`;
  return db.selectFrom('route').selectAll().select(numbers.as('numbers'));
}

/** The route a customer reaches by calling this number (E.164). */
export async function routeByNumber(db: Db, e164: string): Promise<Route | null> {
  const found = await db.selectFrom('route_number').select('route_id').where('number', '=', e164).executeTakeFirst();
  return found ? readRoute(db, found.route_id) : null;
}

/**
 * Makes a route, or writes it whole and raises its version. Answers the route as it is stored.
 * @throws {NumberTaken} when another route has one of the numbers.
 */
export async function saveRoute(db: Db, { id, name, numbers, policy, closed }: Omit<Route, 'version'>): Promise<Route> {
  const text = JSON.stringify(policy);
  const closedAt = closed ? sql<Date>`coalesce(route.closed_at, now())` : null;
  try {
    return await inTransaction(db, async (tx) => {
      const row = await tx
        .insertInto('route')
        .values({ id, name, policy: text, closed_at: closed ? sql<Date>`now()` : null })
        .onConflict((oc) =>
          oc.column('id').doUpdateSet({
            name,
            policy: text,
            closed_at: closedAt,
            version: sql<number>`route.version + 1`,
            updated_at: sql<Date>`now()`,
          }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
      return toRoute(row, await writeNumbers(tx, id, numbers));
    });
  } catch (error) {
    throw violates(error, 'route_number_pkey') ? new NumberTaken() : error;
  }
}

/** Has these numbers and no others lead to the route; answers them in order. */
export async function writeNumbers(db: Db, id: string, numbers: readonly string[]): Promise<string[]> {
  await db.deleteFrom('route_number').where('route_id', '=', id).execute();
  const rows = [...new Set(numbers)].toSorted().map((number) => ({ number, route_id: id }));
  if (rows.length > 0) await db.insertInto('route_number').values(rows).execute();
  return rows.map(({ number }) => number);
}

export function toRoute(row: Selectable<RouteTable>, numbers: string[]): Route {
  const { id, version, name, policy, closed_at } = row;
  return { id, version, name, numbers, policy, closed: closed_at !== null };
}
