import type { Generated, GeneratedAlways } from 'kysely';
import type { AddressKind, ContactLabel } from '../../domain/contact.ts';
import type { Optional, Stamp } from '../callback/columns.ts';

/*
 * The tables of contacts, as kysely sees them.
 */

export interface ContactTable {
  id: string;
  version: Generated<number>;
  name: string;
  reading: Generated<string>;
  company: Generated<string>;
  language: Optional<string>;
  time_zone: Optional<string>;
  note: Generated<string>;
  search_text: string;
  sort_key: string;
  merged_into: Optional<string>;
  created_at: Stamp;
  updated_at: Stamp;
}

export interface ContactNumberTable {
  number: string;
  number_hash: string;
  number_last4: GeneratedAlways<string>;
  contact_id: string;
  position: number;
  label: ContactLabel;
}

export interface ContactAddressTable {
  contact_id: string;
  position: number;
  kind: AddressKind;
  value: string;
  label: ContactLabel;
}
