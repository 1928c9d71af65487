import { CONTACT_LIMITS, detailsOf, isTooMuch, mergedDetails, searchTextOf } from '../../domain/contact.ts';
import type { ContactAddress, ContactDetails } from '../../domain/contact.ts';

const NOBODY: ContactDetails = { name: '', reading: '', company: '', language: null, timeZone: null, note: '', numbers: [], addresses: [] };
const mail = (value: string, label: ContactAddress['label'] = 'work'): ContactAddress => ({ kind: 'email', value, label });

describe('two contacts as one', () => {
  const kept: ContactDetails = {
    ...NOBODY,
    name: '田中 結衣',
    language: 'ja',
    note: 'Works nights.',
    numbers: [{ number: '+819012345678', label: 'mobile' }],
    addresses: [mail('Yui@example.com'), mail('b@example.com')],
  };
  const other: ContactDetails = {
    name: '田中　結衣',
    reading: 'タナカ ユイ',
    company: 'Acme',
    language: 'en',
    timeZone: 'Asia/Tokyo',
    note: 'Prefers e-mail.',
    numbers: [{ number: '+81312345678', label: 'home' }],
    addresses: [mail('yui@EXAMPLE.com', 'home'), mail('c@example.com')],
  };

  test('keep what the first has, and fill in what it lacks', () => {
    expect(mergedDetails(kept, other)).toEqual({
      name: '田中 結衣',
      reading: 'タナカ ユイ',
      company: 'Acme',
      language: 'ja',
      timeZone: 'Asia/Tokyo',
      note: 'Works nights.\nPrefers e-mail.',
      numbers: [...kept.numbers, ...other.numbers],
      addresses: [mail('Yui@example.com'), mail('b@example.com'), mail('c@example.com')],
    });
    expect(mergedDetails(other, kept)).toMatchObject({ reading: 'タナカ ユイ', company: 'Acme', language: 'en', note: 'Prefers e-mail.\nWorks nights.' });
  });

  test('take the other’s language and zone where the first has none', () => {
    expect(mergedDetails({ ...kept, language: null }, other)).toMatchObject({ language: 'en', timeZone: 'Asia/Tokyo' });
    expect(mergedDetails({ ...kept, timeZone: 'Europe/London' }, other)).toMatchObject({ language: 'ja', timeZone: 'Europe/London' });
  });

  test('fill in a missing reading and company from another name, too, which goes into the note', () => {
    const merged = mergedDetails({ ...kept, note: 'Works nights.' }, { ...other, name: 'Tanaka Yui' });
    expect(merged).toMatchObject({ name: '田中 結衣', reading: 'タナカ ユイ', company: 'Acme', note: 'Works nights.\nTanaka Yui\nPrefers e-mail.' });
  });

  test('keep another name, another reading and another company in the note', () => {
    const merged = mergedDetails({ ...kept, reading: 'タナカ ユイ', company: '甲社', note: '' }, { ...other, name: '佐藤 結衣', reading: 'サトウ ユイ', company: '乙社', note: '' });
    expect(merged).toMatchObject({ name: '田中 結衣', reading: 'タナカ ユイ', company: '甲社', note: '佐藤 結衣\nサトウ ユイ\n乙社' });
  });

  test('note nothing that is known of the first already, in any writing', () => {
    const merged = mergedDetails({ ...kept, reading: 'タナカ ユイ', company: 'ＡＣＭＥ', note: '' }, { ...other, name: 'たなか　ゆい', reading: '', note: '' });
    expect(merged).toMatchObject({ name: '田中 結衣', reading: 'タナカ ユイ', company: 'ＡＣＭＥ', note: '' });
  });
});

test('one contact holds only so much', () => {
  const many = <T>(one: T, count: number) => Array.from({ length: count }, () => one);
  const number = { number: '+819012345678', label: 'mobile' } as const;
  expect(isTooMuch({ ...NOBODY, numbers: many(number, CONTACT_LIMITS.numbers), addresses: many(mail('a'), CONTACT_LIMITS.addresses) })).toBe(false);
  expect(isTooMuch({ ...NOBODY, numbers: many(number, CONTACT_LIMITS.numbers + 1) })).toBe(true);
  expect(isTooMuch({ ...NOBODY, addresses: many(mail('a'), CONTACT_LIMITS.addresses + 1) })).toBe(true);
  expect(isTooMuch({ ...NOBODY, note: 'x'.repeat(CONTACT_LIMITS.note + 1) })).toBe(true);
});

test('a contact is found by name, reading, company and addresses, each by itself', () => {
  expect(searchTextOf({ ...NOBODY, name: '田中', reading: 'タナカ', addresses: [mail('Yui@Example.com')] })).toBe('田中\nたなか\nyuiexamplecom');
});

test('a contact is found by what those were called who have become part of it, each text once', () => {
  const merged = [{ name: 'Tanaka Yui', reading: 'たなか', company: '乙社' }, { name: '田中', reading: '', company: '' }];
  expect(searchTextOf({ ...NOBODY, name: '田中', reading: 'タナカ' }, merged)).toBe('田中\nたなか\ntanakayui\n乙社');
});

test('of a contact its details are told, and nothing that is known of it besides', () => {
  const numbers = [{ number: '+819012345678', label: 'mobile' as const, position: 1 }];
  const addresses = [{ ...mail('a@example.com'), position: 1 }];
  const stored = { ...NOBODY, id: 'c1', version: 3, name: '田中', numbers, addresses };
  expect(detailsOf(stored)).toEqual({ ...NOBODY, name: '田中', numbers: [{ number: '+819012345678', label: 'mobile' }], addresses: [mail('a@example.com')] });
});
