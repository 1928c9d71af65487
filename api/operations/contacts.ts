import { contact, contactEdit, contactHistory, contactMerge, contactPage, contactParams, contactsQuery, historyQuery, newContact } from '../schemas/contacts.ts';
import { operation } from './operation.ts';

/* The directory: for everybody who may see callbacks and their numbers. */

const unknown = { 404: 'There is no such contact' };
const ofContact = { tag: 'contacts', access: 'callbacks', params: contactParams, problems: unknown } as const;

export const listContacts = operation({
  id: 'list_contacts',
  tag: 'contacts',
  method: 'get',
  path: '/v1/contacts',
  summary: 'Contacts by how they are read, a page at a time',
  description: 'Names read in kana come first, in the order of the fifty sounds; then those in other letters.',
  access: 'callbacks',
  query: contactsQuery,
  answers: { 200: { description: 'One page', schema: contactPage } },
});

export const createContact = operation({
  id: 'create_contact',
  tag: 'contacts',
  method: 'post',
  path: '/v1/contacts',
  summary: 'Make a contact',
  description: 'Callbacks asked for at its numbers belong to it from now on, those that are there already included.',
  access: 'callbacks',
  body: newContact,
  answers: { 201: { description: 'Made', schema: contact, headers: { Location: 'The contact' } } },
  problems: { 409: '`contact_number_taken`: one of its numbers is another contact’s; `errors` says which' },
});

export const readContact = operation({
  ...ofContact,
  id: 'read_contact',
  method: 'get',
  path: '/v1/contacts/{id}',
  summary: 'One contact',
  description: 'The id of one that was merged into another answers with that other.',
  answers: { 200: { description: 'The contact', schema: contact } },
});

export const editContact = operation({
  ...ofContact,
  id: 'edit_contact',
  method: 'put',
  path: '/v1/contacts/{id}',
  summary: 'Write a contact whole',
  description: 'Open callbacks follow their number; those that have ended stay in the history of the contact they were told in.',
  body: contactEdit,
  answers: { 200: { description: 'As it is now', schema: contact } },
  problems: {
    ...unknown,
    409: '`contact_edited`: somebody has edited it since it was read, and nothing was overwritten; `contact_merged`: it is part of another now; `contact_number_taken`: a number is another’s',
  },
});

export const mergeContacts = operation({
  ...ofContact,
  id: 'merge_contacts',
  method: 'post',
  path: '/v1/contacts/{id}/merge',
  summary: 'Make another contact part of this one',
  description: 'Numbers, addresses, notes and callbacks of the other are this one’s; what this one lacks is filled in. The other’s id goes on finding it.',
  body: contactMerge,
  answers: { 200: { description: 'The one contact', schema: contact } },
  problems: {
    ...unknown,
    409: '`contact_edited`, `contact_merged`: somebody has changed one of them since it was read; `contact_too_much`: together they hold more than one contact may',
  },
});

export const readContactHistory = operation({
  ...ofContact,
  id: 'read_contact_history',
  method: 'get',
  path: '/v1/contacts/{id}/callbacks',
  summary: 'The callbacks of a contact with their notes, newest first, a page at a time',
  query: historyQuery,
  answers: { 200: { description: 'One page', schema: contactHistory } },
});
