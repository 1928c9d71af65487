import * as z from 'zod';
import { ADDRESS_KINDS, CONTACT_LABELS, CONTACT_LIMITS } from '../../domain/contact.ts';
import { email } from './agents.ts';
import { earlierCallback, note } from './case.ts';
import { instant, languageTag, someText, text, timeZone } from './common.ts';

const contactId = z.uuid().meta({ description: 'Id of a contact' });
const label = z.enum(CONTACT_LABELS).meta({ id: 'ContactLabel', description: 'What a number or an address is for' });
const kind = z.enum(ADDRESS_KINDS);

export const contactNumber = z
  .object({ number: z.string().meta({ description: 'E.164', example: '+819012345678' }), label })
  .meta({ id: 'ContactNumber' });

export const contactAddress = z.object({ kind, value: z.string(), label }).meta({ id: 'ContactAddress', description: 'A way to reach somebody other than by telephone' });

export const contact = z
  .object({
    id: contactId,
    version: z.int().meta({ description: 'Raised by every edit; an edit names the version it was made from' }),
    name: z.string(),
    reading: z.string().meta({ description: 'How the name is read, フリガナ; contacts are sorted by it. Empty: not known' }),
    company: z.string(),
    language: z.string().nullable(),
    timeZone: z.string().nullable().meta({ description: 'IANA' }),
    note: z.string(),
    numbers: z.array(contactNumber).meta({ description: 'The first one is called first' }),
    addresses: z.array(contactAddress),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Contact' });

export const contactPage = z
  .object({ items: z.array(contact), nextCursor: z.string().nullable().meta({ description: 'Give it as `cursor` to read on; null at the end' }) })
  .meta({ id: 'ContactPage' });

export const contactsQuery = z.strictObject({
  q: text(200).optional().meta({
    description: 'Words of the name, its reading, the company or an e-mail address, in full or half width, hiragana or katakana, or of what a contact was called that was merged into it; or a number as people write it, or its last digits',
  }),
  cursor: z.string().max(2000).optional().meta({ description: 'The page after this one' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const trimmed = (maximum: number) => text(maximum).transform((written) => written.trim());

/** What is written of a contact; what is left out is not known. */
const written = {
  name: someText(200).transform((given) => given.trim()),
  reading: trimmed(200).default(''),
  company: trimmed(200).default(''),
  language: languageTag.nullable().default(null),
  timeZone: timeZone.nullable().default(null),
  note: text(CONTACT_LIMITS.note).default(''),
  numbers: z
    .array(z.strictObject({ number: someText(40).meta({ description: 'As people write it; without a country code it is read as one of a country the routes are in' }), label: label.default('mobile') }))
    .max(CONTACT_LIMITS.numbers)
    .default([])
    .meta({ description: 'The first one is called first. A number is one contact’s only' }),
  addresses: z.array(z.strictObject({ kind: kind.default('email'), value: email, label: label.default('work') })).max(CONTACT_LIMITS.addresses).default([]),
};

export const newContact = z.strictObject(written).meta({ id: 'NewContact' });

export const contactEdit = z
  .strictObject({ version: z.int().min(1), ...written })
  .meta({ id: 'ContactEdit', description: 'The contact whole, and the version it was made from' });

export const contactMerge = z
  .strictObject({ version: z.int().min(1), otherId: contactId, otherVersion: z.int().min(1) })
  .meta({ id: 'ContactMerge', description: 'Which contact becomes part of this one, and the versions of both that were read' });

export const contactParams = z.object({ id: contactId });

export const contactCallback = earlierCallback
  .extend({ number: z.string().meta({ description: 'E.164' }), notes: z.array(note) })
  .meta({ id: 'ContactCallback', description: 'A callback of a contact, with its notes' });

export const contactHistory = z.object({ items: z.array(contactCallback), nextCursor: z.string().nullable() }).meta({ id: 'ContactHistory' });

export const historyQuery = z.strictObject({
  cursor: z.string().max(2000).optional().meta({ description: 'The page after this one' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
