import { randomUUID } from 'node:crypto';
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { placeFault, reordered } from '../../domain/response-tree.ts';
import { stable } from '../../domain/stable.ts';
import type { Actor } from '../../domain/words.ts';
import { audit } from '../report/audit.ts';
import type { Words } from './response-editing.ts';
import { MOST_CATEGORIES, ResponseRefused, editingResponses } from './response-editing.ts';
import type { Db } from '../tables.ts';

/** A category of standard responses. */
export interface ResponseCategory {
  readonly id: string;
  /** Null: it stands at the top. */
  readonly parentId: string | null;
  readonly name: Words;
  readonly version: number;
}

/** What is wanted of a category. */
export type CategoryWish = Pick<ResponseCategory, 'parentId' | 'name'>;

/** Every category, in the order they are shown within each parent. */
export async function readCategories(db: Db): Promise<ResponseCategory[]> {
  const rows = await db.selectFrom('response_category').selectAll().orderBy('position').orderBy('id').execute();
  return rows.map(({ id, parent_id: parentId, name, version }) => ({ id, parentId, name, version }));
}

/**
 * Makes a category, the last of its parent.
 *
 * @throws {ResponseRefused} when it cannot stand there, or there are too many
 */
export async function createCategory(db: Db, wish: CategoryWish & { readonly actor: Actor; readonly id?: string }): Promise<ResponseCategory> {
  const { parentId, name, actor, id = randomUUID() } = wish;
  return editingResponses(db, async (tx) => {
    const categories = await readCategories(tx);
    refuseFault(placeFault(categories, null, parentId));
    if (categories.length >= MOST_CATEGORIES) throw new ResponseRefused('too_many');
    await tx.insertInto('response_category').values({ id, parent_id: parentId, name: JSON.stringify(name), position: lastOf(parentId) }).execute();
    await audit(tx, { actor, action: 'response_category_saved', subject: subjectOf(id), after: { parentId, name } });
    return { id, parentId, name, version: 1 };
  });
}

/**
 * Writes a category whole; one that goes to another parent comes last there. What differs in nothing changes nothing.
 *
 * @param version of the category that was read to make the wish
 * @throws {ResponseRefused} also when somebody has edited it since
 */
export async function editCategory(db: Db, id: string, wish: CategoryWish & { readonly version: number; readonly actor: Actor }): Promise<ResponseCategory> {
  const { parentId, name, version, actor } = wish;
  return editingResponses(db, async (tx) => {
    const categories = await readCategories(tx);
    const stored = categories.find((category) => category.id === id);
    if (!stored) throw new ResponseRefused('gone');
    if (stored.version !== version) throw new ResponseRefused('edited_meanwhile');
    refuseFault(placeFault(categories, id, parentId));
    const before = { parentId: stored.parentId, name: stored.name };
    if (stable(before) === stable({ parentId, name })) return stored;
    await tx
      .updateTable('response_category')
      .set({ parent_id: parentId, name: JSON.stringify(name), version: version + 1, updated_at: sql<Date>`now()` })
      .$if(parentId !== stored.parentId, (query) => query.set({ position: lastOf(parentId) }))
      .where('id', '=', id)
      .execute();
    await audit(tx, { actor, action: 'response_category_saved', subject: subjectOf(id), before, after: { parentId, name } });
    return { id, parentId, name, version: version + 1 };
  });
}

/** Puts a category at a place (from 0) among those of its parent; its version stays. @throws {ResponseRefused} when it is gone */
export async function placeCategory(db: Db, id: string, position: number, actor: Actor): Promise<void> {
  await editingResponses(db, async (tx) => {
    const categories = await readCategories(tx);
    const stored = categories.find((category) => category.id === id);
    if (!stored) throw new ResponseRefused('gone');
    const before = siblings(categories, stored.parentId);
    const after = reordered(before, id, position);
    if (stable(before) === stable(after)) return;
    for (const [index, one] of after.entries()) await tx.updateTable('response_category').set({ position: index }).where('id', '=', one).execute();
    await audit(tx, { actor, action: 'standard_responses_ordered', subject: subjectOf(id), before, after });
  });
}

/** Deletes a category that holds nothing. @throws {ResponseRefused} when it holds something, or is gone */
export async function deleteCategory(db: Db, id: string, actor: Actor): Promise<void> {
  await editingResponses(db, async (tx) => {
    const categories = await readCategories(tx);
    const stored = categories.find((category) => category.id === id);
    if (!stored) throw new ResponseRefused('gone');
    const within = await tx.selectFrom('standard_response').select('id').where('category_id', '=', id).limit(1).execute();
    if (within.length > 0 || siblings(categories, id).length > 0) throw new ResponseRefused('not_empty');
    await tx.deleteFrom('response_category').where('id', '=', id).execute();
    await audit(tx, { actor, action: 'response_category_deleted', subject: subjectOf(id), before: { parentId: stored.parentId, name: stored.name } });
  });
}

/** What a category is called on the audit log. */
function subjectOf(id: string): string {
  return `response-category/${id}`;
}

function siblings(categories: readonly ResponseCategory[], parentId: string | null): string[] {
  return categories.filter((category) => category.parentId === parentId).map(({ id }) => id);
}

function refuseFault(fault: ReturnType<typeof placeFault>): void {
  if (fault !== null) throw new ResponseRefused(fault);
}

/** The place after all others of a parent. */
function lastOf(parentId: string | null): RawBuilder<number> {
  return sql<number>`(select coalesce(max(position) + 1, 0) from response_category where parent_id is not distinct from ${parentId})`;
}
