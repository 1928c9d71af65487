import type * as z from 'zod';
import { detailsOf } from '../../domain/contact.ts';
import type { StoredContact } from '../../store/contact/contacts.ts';
import { namesOf } from '../../store/callback/names.ts';
import { notesOf } from '../../store/callback/notes.ts';
import type { ListedRow } from '../../store/callback/callbacks.ts';
import type { Db } from '../../store/tables.ts';
import type * as schemas from '../schemas/contacts.ts';
import { earlierView, noteView } from './case.ts';
import { contextOf } from './row.ts';

/** A contact as the API tells of it. */
export function contactView(contact: StoredContact): z.output<typeof schemas.contact> {
  const { id, version, createdAt, updatedAt } = contact;
  return {
    id,
    version,
    ...detailsOf(contact),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

/** Callbacks with their notes, as the history of a contact shows them. */
export async function historyView(db: Db, rows: readonly ListedRow[]): Promise<z.output<typeof schemas.contactCallback>[]> {
  const notes = await notesOf(db, rows.map(({ id }) => id));
  const authors = [...notes.values()].flat().map(({ author_id }) => author_id);
  const [context, names] = await Promise.all([contextOf(db, rows), namesOf(db, authors)]);
  return rows.map((row) => ({
    ...earlierView(row, context),
    number: row.number,
    notes: (notes.get(row.id) ?? []).map((note) => noteView(note, { names })),
  }));
}
