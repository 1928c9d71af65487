import { searchTerms } from '../../domain/reading.ts';
import { BadCursor, searchCallbacks } from '../../store/callback/callbacks.ts';
import type { ContactSearch } from '../../store/contact/contact-search.ts';
import { searchContacts } from '../../store/contact/contact-search.ts';
import type { StoredContact } from '../../store/contact/contacts.ts';
import * as store from '../../store/contact/contacts.ts';
import { actorOf } from '../auth/caller.ts';
import { noContact, sayingOfContact } from '../contact-refusals.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/contacts.ts';
import { malformed } from '../problems.ts';
import { contactView, historyView } from '../views/contact.ts';
import { wantedContact } from '../wanted-contact.ts';
import { numberOf } from './search.ts';

export const listContactsEndpoint = endpoint(operations.listContacts)(async ({ deps, query: { q = '', cursor, limit } }) => {
  const search = await searchOf(deps, q);
  const { contacts, nextCursor } = await placed(() => searchContacts(deps.store.db, search, { cursor: cursor ?? null, limit }));
  return { status: 200, body: { items: contacts.map(contactView), nextCursor } };
});

export const createContactEndpoint = endpoint(operations.createContact)(async ({ deps, caller, body }) => {
  const wanted = await wantedContact(deps, body);
  const id = await sayingOfContact(() => store.createContact(deps.store.db, wanted, actorOf(caller)));
  return { status: 201, body: contactView(await contactOf(deps, id)), headers: { Location: `/v1/contacts/${id}` } };
});

export const readContactEndpoint = endpoint(operations.readContact)(async ({ deps, params }) => ({
  status: 200,
  body: contactView(await contactOf(deps, params.id)),
}));

export const editContactEndpoint = endpoint(operations.editContact)(async ({ deps, caller, params, body: { version, ...body } }) => {
  const wanted = await wantedContact(deps, body);
  await sayingOfContact(() => store.editContact(deps.store.db, params.id, version, wanted, actorOf(caller)));
  return { status: 200, body: contactView(await contactOf(deps, params.id)) };
});

export const mergeContactsEndpoint = endpoint(operations.mergeContacts)(async ({ deps, caller, params, body }) => {
  await sayingOfContact(() => store.mergeContacts(deps.store.db, { id: params.id, ...body }, actorOf(caller)));
  return { status: 200, body: contactView(await contactOf(deps, params.id)) };
});

export const readContactHistoryEndpoint = endpoint(operations.readContactHistory)(async ({ deps, params, query: { cursor, limit } }) => {
  const { db } = deps.store;
  const { id } = await contactOf(deps, params.id);
  const { rows, nextCursor } = await placed(() => searchCallbacks(db, { contactId: id }, { cursor: cursor ?? null, limit }));
  return { status: 200, body: { items: await historyView(db, rows), nextCursor } };
});

/** @throws {HttpProblem} 404 */
async function contactOf({ store: { db } }: Deps, id: string): Promise<StoredContact> {
  const contact = await store.readContact(db, id);
  if (!contact) throw noContact();
  return contact;
}

/** Digits, and what people write between them. */
const NUMBER_LIKE = /^[\d\s()+.-]*\d[\d\s()+.-]*$/;
const MOST_DIGITS = 20;

/** What is written as a number is one, or the end of one; everything else is looked for in what contacts are called. */
async function searchOf(deps: Deps, q: string): Promise<ContactSearch> {
  const written = q.normalize('NFKC').replace(/[ー‐‑‒–—−]/g, '-');
  const isNumber = NUMBER_LIKE.test(written) && written.replaceAll(/\D/g, '').length <= MOST_DIGITS;
  return isNumber ? numberOf(deps, written) : { terms: searchTerms(q) };
}

/** @throws {HttpProblem} 400 for a cursor that this list has not given */
async function placed<T>(read: () => Promise<T>): Promise<T> {
  return read().catch((error: unknown) => {
    throw error instanceof BadCursor ? malformed([{ parameter: 'cursor', detail: 'is not one that this list has given' }]) : error;
  });
}
