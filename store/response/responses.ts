import { randomUUID } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { reordered } from '../../domain/response-tree.ts';
import { stable } from '../../domain/stable.ts';
import type { Actor } from '../../domain/words.ts';
import { audit } from '../report/audit.ts';
import type { Words } from './response-editing.ts';
import { MOST_RESPONSES, ResponseRefused, editingResponses } from './response-editing.ts';
import type { Db } from '../tables.ts';

/** A ready-made text for customers, in each language it is written in. */
export interface StandardResponse {
  readonly id: string;
  readonly categoryId: string;
  readonly title: Words;
  readonly text: Words;
  /** The routes whose callbacks it is meant for; null: all. */
  readonly routeIds: readonly string[] | null;
  readonly version: number;
  readonly edited: { readonly at: Date; readonly by: Actor | null };
}

/** What is wanted of a response. */
export type ResponseWish = Pick<StandardResponse, 'categoryId' | 'title' | 'text' | 'routeIds'>;

/** Every response in the order they are shown within each category; with `routeId`, those meant for that route. */
export async function readResponses(db: Db, { routeId, id }: { routeId?: string | undefined; id?: string } = {}): Promise<StandardResponse[]> {
  const rows = await db
    .selectFrom('standard_response')
    .selectAll()
    .select(
      sql<Actor | null>`(select actor from audit_entry where subject = 'standard-response/' || standard_response.id
        and action = 'standard_response_saved' order by audit_entry.id desc limit 1)`.as('edited_by'),
    )
    .$if(routeId !== undefined, (query) => query.where(sql<boolean>`(route_ids is null or ${String(routeId)} = any(route_ids))`))
    .$if(id !== undefined, (query) => query.where('id', '=', String(id)))
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    categoryId: row.category_id,
    title: row.title,
    text: row.text,
    routeIds: row.route_ids,
    version: row.version,
    edited: { at: row.updated_at, by: row.edited_by },
  }));
}

/** Null: there is no such response. */
export async function readResponse(db: Db, id: string): Promise<StandardResponse | null> {
  return (await readResponses(db, { id }))[0] ?? null;
}

/** Makes a response, the last of its category. @throws {ResponseRefused} when there is no such category, or there are too many */
export async function createResponse(db: Db, { actor, id = randomUUID(), ...wish }: ResponseWish & { readonly actor: Actor; readonly id?: string }): Promise<string> {
  return editingResponses(db, async (tx) => {
    await refuseNoCategory(tx, wish.categoryId);
    const { count } = await tx.selectFrom('standard_response').select(sql<number>`count(*)::int`.as('count')).executeTakeFirstOrThrow();
    if (count >= MOST_RESPONSES) throw new ResponseRefused('too_many');
    await tx.insertInto('standard_response').values({ id, ...columnsOf(wish), position: lastOf(wish.categoryId) }).execute();
    await audit(tx, { actor, action: 'standard_response_saved', subject: subjectOf(id), after: wish });
    return id;
  });
}

/**
 * Writes a response whole; one that goes to another category comes last there. What differs in nothing changes nothing.
 *
 * @param version of the response that was read to make the wish
 * @throws {ResponseRefused} also when somebody has edited it since
 */
export async function editResponse(db: Db, id: string, { version, actor, ...wish }: ResponseWish & { readonly version: number; readonly actor: Actor }): Promise<void> {
  await editingResponses(db, async (tx) => {
    const stored = await storedResponse(tx, id);
    if (stored.version !== version) throw new ResponseRefused('edited_meanwhile');
    await refuseNoCategory(tx, wish.categoryId);
    const before = wishOf(stored);
    if (stable(before) === stable(wish)) return;
    await tx
      .updateTable('standard_response')
      .set({ ...columnsOf(wish), version: version + 1, updated_at: sql<Date>`now()` })
      .$if(wish.categoryId !== stored.categoryId, (query) => query.set({ position: lastOf(wish.categoryId) }))
      .where('id', '=', id)
      .execute();
    await audit(tx, { actor, action: 'standard_response_saved', subject: subjectOf(id), before, after: wish });
  });
}

/** Puts a response at a place (from 0) among those of its category; its version stays. @throws {ResponseRefused} when it is gone */
export async function placeResponse(db: Db, id: string, position: number, actor: Actor): Promise<void> {
  await editingResponses(db, async (tx) => {
    const { categoryId } = await storedResponse(tx, id);
    const before = (await readResponses(tx)).filter((other) => other.categoryId === categoryId).map((other) => other.id);
    const after = reordered(before, id, position);
    if (stable(before) === stable(after)) return;
    for (const [index, one] of after.entries()) await tx.updateTable('standard_response').set({ position: index }).where('id', '=', one).execute();
    await audit(tx, { actor, action: 'standard_responses_ordered', subject: subjectOf(id), before, after });
  });
}

/** Deletes a response; the audit log keeps what it said. @throws {ResponseRefused} when it is gone */
export async function deleteResponse(db: Db, id: string, actor: Actor): Promise<void> {
  await editingResponses(db, async (tx) => {
    const before = wishOf(await storedResponse(tx, id));
    await tx.deleteFrom('standard_response').where('id', '=', id).execute();
    await audit(tx, { actor, action: 'standard_response_deleted', subject: subjectOf(id), before });
  });
}

async function storedResponse(tx: Db, id: string): Promise<StandardResponse> {
  const stored = await readResponse(tx, id);
  if (!stored) throw new ResponseRefused('gone');
  return stored;
}

async function refuseNoCategory(tx: Db, categoryId: string): Promise<void> {
  const category = await tx.selectFrom('response_category').select('id').where('id', '=', categoryId).executeTakeFirst();
  if (!category) throw new ResponseRefused('no_such_category');
}

function wishOf({ categoryId, title, text, routeIds }: StandardResponse): ResponseWish {
  return { categoryId, title, text, routeIds };
}

function columnsOf({ categoryId, title, text, routeIds }: ResponseWish) {
  return { category_id: categoryId, title: JSON.stringify(title), text: JSON.stringify(text), route_ids: routeIds && [...routeIds] };
}

/** The place after all others of a category. */
function lastOf(categoryId: string): RawBuilder<number> {
  return sql<number>`(select coalesce(max(position) + 1, 0) from standard_response where category_id = ${categoryId})`;
}

/** What a response is called on the audit log. */
function subjectOf(id: string): string {
  return `standard-response/${id}`;
}
