import type { Express } from 'express';
import type { Contact, ContactHistory } from '../../../console/api/types.ts';
import { BILLING, minutesFromNow, MORI, SALES } from './people.ts';

/** What the API would know of contacts. */
export interface KnownContacts {
  contacts: Contact[];
  history: ContactHistory['items'];
}

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;

/** A contact; what is given replaces the ordinary. */
export function contactOf(n: number, given: Partial<Contact> = {}): Contact {
  return {
    id: id(n), version: 3, name: '田中 結衣', reading: 'タナカ ユイ', company: '', language: null, timeZone: null, note: '',
    numbers: [], addresses: [], createdAt: minutesFromNow(-9000), updatedAt: minutesFromNow(-60), ...given,
  };
}

export const TANAKA = contactOf(1, {
  company: 'つばめ商事株式会社',
  language: 'ja',
  timeZone: 'Asia/Tokyo',
  note: '夜勤のため午後に連絡。',
  numbers: [{ number: '+819012345678', label: 'mobile' }, { number: '+81312345678', label: 'work' }],
  addresses: [{ kind: 'email', value: 'yui.tanaka@example.com', label: 'work' }],
});

const SMITH = contactOf(4, { name: 'Anna Wolfeschlegelsteinhausenbergerdorff-Smith', reading: '', company: 'Bolts and Nuts International Holding Limited', numbers: [{ number: '+442079460000', label: 'work' }] });

export function contactsKnown(): KnownContacts {
  return {
    contacts: [
      contactOf(2, { name: '青木 茂', reading: 'アオキ シゲル', numbers: [{ number: '+818011112222', label: 'mobile' }] }),
      contactOf(3, { name: '佐藤 花', reading: 'サトウ ハナ', company: 'ACME', addresses: [{ kind: 'email', value: 'hana.sato@example.co.jp', label: 'work' }] }),
      TANAKA,
      SMITH,
    ],
    history: [
      { id: 'past-1', route: BILLING, status: 'queued', requestedAt: minutesFromNow(-20), endedAt: null, attemptsPlaced: 1, lastOutcome: 'busy', disposition: null, lastNote: null, number: '+819012345678', notes: [] },
      {
        id: 'past-2', route: SALES, status: 'completed', requestedAt: minutesFromNow(-60 * 24 * 40), endedAt: minutesFromNow(-60 * 24 * 40 + 30), attemptsPlaced: 1, lastOutcome: 'answered',
        disposition: { code: 'resolved', label: { en: 'Resolved', ja: '解決' } }, lastNote: 'Asked about the winter plan.', number: '+81312345678',
        notes: [{ id: '7', author: MORI, text: 'Asked about the winter plan.', at: minutesFromNow(-60 * 24 * 40 + 20) }],
      },
    ],
  };
}

/** Answers for the directory: every search that is not of `zzz` finds everybody, two a page. */
export function serveContacts(app: Express, known: KnownContacts): void {
  app.get('/v1/contacts', ({ query: { q, cursor = '0', limit = '3' } }, response) => {
    const found = q === 'zzz' ? [] : known.contacts;
    const end = Number(cursor) + Number(limit);
    response.json({ items: found.slice(Number(cursor), end), nextCursor: end < found.length ? String(end) : null });
  });
  app.post('/v1/contacts', ({ body }, response) => {
    const made = contactOf(9, { ...body, version: 1 });
    known.contacts = [...known.contacts, made];
    response.status(201).json(made);
  });
  app.get('/v1/contacts/:id', ({ params }, response) => {
    const found = known.contacts.find((contact) => contact.id === params.id);
    if (found) response.json(found);
    else response.status(404).json({ type: 'about:blank', title: 'Not found', status: 404, code: 'not_found', detail: 'There is no such contact.' });
  });
  app.put('/v1/contacts/:id', ({ params, body }, response) => {
    known.contacts = known.contacts.map((contact) => (contact.id === params.id ? { ...contact, ...body, version: contact.version + 1 } : contact));
    response.json(known.contacts.find((contact) => contact.id === params.id));
  });
  app.get('/v1/contacts/:id/callbacks', (_request, response) => void response.json({ items: known.history, nextCursor: null }));
  app.post('/v1/contacts/:id/merge', ({ params, body }, response) => {
    known.contacts = known.contacts.filter((contact) => contact.id !== body.otherId);
    response.json(known.contacts.find((contact) => contact.id === params.id));
  });
}
