import { randomInt, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { searchTerms } from '../../../domain/reading.ts';
import { readAudit } from '../../../store/report/audit.ts';
import { earlierCallbacks, readCallback, searchCallbacks } from '../../../store/callback/callbacks.ts';
import type { ContactSearch } from '../../../store/contact/contact-search.ts';
import { searchContacts } from '../../../store/contact/contact-search.ts';
import type { WantedContact } from '../../../store/contact/contacts.ts';
import { createContact, editContact, mergeContacts, readContact } from '../../../store/contact/contacts.ts';
import { BadCursor } from '../../../store/search/cursor.ts';
import { requestCallback } from '../../../store/callback/intake.ts';
import { addNote, notesOf } from '../../../store/callback/notes.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeCallback, makeRoute, step, wanted, whileOpen } from '../world.ts';

const ADMIN = { type: 'user', id: 'admin' } as const;

/** A number that nobody has, with its hash. */
function aNumber(label: 'mobile' | 'home' = 'mobile', number = `+8170${randomInt(10_000_000, 99_999_999)}`) {
  const { numberHash } = wanted('any', { number });
  return { number, numberHash, label };
}

function aContact(more: Partial<WantedContact> = {}): WantedContact {
  return { name: '田中 結衣', reading: 'タナカ ユイ', company: '', language: null, timeZone: null, note: '', numbers: [], addresses: [], ...more };
}

export function contactFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const contactOf = async (callbackId: string) => (await readCallback(db(), callbackId))?.contact_id ?? null;

  test('a request belongs to the contact whose number it is, and takes over from it what it does not say', async () => {
    const number = aNumber();
    const id = await createContact(db(), aContact({ language: 'ja', timeZone: 'Asia/Tokyo', numbers: [number] }), ADMIN);
    const routeId = await makeRoute(opened().store);
    const nameless = await requestCallback(db(), wanted(routeId, { number: number.number, name: '' }));
    expect(await readCallback(db(), nameless.id)).toMatchObject({ contact_id: id, name: '田中 結衣', language: 'ja', time_zone: 'Asia/Tokyo' });
    const saying = wanted(await makeRoute(opened().store), { number: number.number, name: 'Yui', language: 'en', timeZone: 'Europe/Paris' });
    const said = await requestCallback(db(), saying);
    expect(await readCallback(db(), said.id)).toMatchObject({ contact_id: id, name: 'Yui', language: 'en', time_zone: 'Europe/Paris' });
    const unknown = await makeCallback(opened().store);
    expect(await contactOf(unknown)).toBeNull();
  });

  test('a contact has the callbacks that are there already, and no two contacts have one number', async () => {
    const number = aNumber();
    const callbackId = await makeCallback(opened().store, { number: number.number });
    const id = await createContact(db(), aContact({ numbers: [number] }), ADMIN);
    expect(await contactOf(callbackId)).toBe(id);
    const other = aContact({ name: 'Sato', numbers: [aNumber(), number] });
    await expect(createContact(db(), other, ADMIN)).rejects.toMatchObject({ reason: 'number_taken', taken: { index: 1, by: '田中 結衣' } });
  });

  test('a request that comes in while its contact is being made is matched all the same', async () => {
    const number = aNumber();
    const request = wanted(await makeRoute(opened().store), { number: number.number });
    const made: string[] = [];
    const { id } = await whileOpen(
      db(),
      async (tx) => made.push(await createContact(tx, aContact({ numbers: [number] }), ADMIN)),
      () => requestCallback(db(), request),
    );
    expect(await contactOf(id)).toBe(made[0]);
    const routeId = await makeRoute(opened().store);
    const races = Array.from({ length: 10 }, async () => {
      const next = aNumber();
      const contact = aContact({ numbers: [next] });
      const [requested, contactId] = await Promise.all([requestCallback(db(), wanted(routeId, { number: next.number })), createContact(db(), contact, ADMIN)]);
      return (await contactOf(requested.id)) === contactId;
    });
    expect(await Promise.all(races)).toEqual(races.map(() => true));
  });

  test('an open callback follows its number; one that has ended stays in the history', async () => {
    const [old, current] = [aNumber(), aNumber()];
    const id = await createContact(db(), aContact({ numbers: [old] }), ADMIN);
    const ended = await makeCallback(opened().store, { number: old.number });
    await writeProjection(db(), step(ended, 1, { status: 'completed' }));
    const open = await makeCallback(opened().store, { number: old.number });
    const waiting = await makeCallback(opened().store, { number: current.number });
    await editContact(db(), id, 1, aContact({ numbers: [current] }), ADMIN);
    expect(await Promise.all([ended, open, waiting].map(contactOf))).toEqual([id, null, id]);
    const next = await createContact(db(), aContact({ name: 'Next', numbers: [old] }), ADMIN);
    expect(await Promise.all([ended, open].map(contactOf))).toEqual([id, next]);
  });

  test('of two who edit at once the second is told, and nothing is overwritten; an edit without a difference is none', async () => {
    const id = await createContact(db(), aContact(), ADMIN);
    await editContact(db(), id, 1, aContact(), ADMIN);
    await editContact(db(), id, 1, aContact({ company: 'First' }), ADMIN);
    await expect(editContact(db(), id, 1, aContact({ company: 'Second' }), ADMIN)).rejects.toMatchObject({ reason: 'edited_meanwhile' });
    expect(await readContact(db(), id)).toMatchObject({ company: 'First', version: 2 });
    await expect(editContact(db(), randomUUID(), 1, aContact(), ADMIN)).rejects.toMatchObject({ reason: 'gone' });
    expect(await readContact(db(), randomUUID())).toBeNull();
  });

  test('two contacts become one: it has the numbers, addresses and callbacks of both, and is found by either id', async () => {
    const [first, second, third] = [aNumber(), aNumber('home'), aNumber()];
    const mail = (value: string) => ({ kind: 'email', value, label: 'work' }) as const;
    const kept = await createContact(db(), aContact({ numbers: [first], addresses: [mail('a@example.com')] }), ADMIN);
    const other = await createContact(db(), aContact({ company: 'Acme', numbers: [second], addresses: [mail('A@example.com'), mail('b@example.com')] }), ADMIN);
    const earliest = await createContact(db(), aContact({ numbers: [third] }), ADMIN);
    const callbackId = await makeCallback(opened().store, { number: second.number });
    await mergeContacts(db(), { id: other, version: 1, otherId: earliest, otherVersion: 1 }, ADMIN);
    await mergeContacts(db(), { id: kept, version: 1, otherId: other, otherVersion: 2 }, ADMIN);
    const whole = { id: kept, company: 'Acme', numbers: [first, second, third], addresses: [mail('a@example.com'), mail('b@example.com')] };
    expect(await readContact(db(), kept)).toMatchObject(whole);
    expect(await readContact(db(), other)).toMatchObject(whole);
    expect(await readContact(db(), earliest)).toMatchObject(whole);
    expect(await contactOf(callbackId)).toBe(kept);
    expect(await contactOf(await makeCallback(opened().store, { number: third.number }))).toBe(kept);
  });

  describe('the names of contacts that were merged', () => {
    const mark = randomUUID().slice(0, 8);
    const named = (name: string, reading: string, company: string) => createContact(db(), aContact({ name: `${name} ${mark}`, reading, company }), ADMIN);
    const merge = async (id: string, otherId: string) => {
      const [kept, other] = await Promise.all([id, otherId].map(async (one) => readContact(db(), one)));
      await mergeContacts(db(), { id, version: Number(kept?.version), otherId, otherVersion: Number(other?.version) }, ADMIN);
    };
    const find = async (word: string) => {
      const { contacts } = await searchContacts(db(), { terms: searchTerms(`${mark} ${word}`) }, { cursor: null, limit: 50 });
      return contacts.map(({ id }) => id);
    };
    const eachFinds = async (words: readonly string[], id: string) => {
      expect(await Promise.all(words.map(find))).toEqual(words.map(() => [id]));
    };

    test('find the one that was kept, whichever were merged first, and after every edit', async () => {
      const first = await named('Saito Yui', 'サイトウ ユイ', '乙社');
      const second = await named('斉藤 結衣', 'さいとう ゆい', '丙社');
      const kept = await named('斎藤 由衣', '', '甲社');
      await merge(second, first);
      await merge(kept, second);
      const words = ['Saito', '乙社', '斉藤', '丙社', 'サイトウ', 'さいとう', '斎藤', '甲社'];
      await eachFinds(words, kept);
      const whole = await readContact(db(), kept);
      expect(whole).toMatchObject({ reading: 'さいとう ゆい', company: '甲社' });
      await editContact(db(), kept, 2, aContact({ name: `斎藤 由衣 ${mark}`, reading: '', company: '甲社', note: '' }), ADMIN);
      await eachFinds(words, kept);
    });

    test('do not include an address that was taken from the contact since', async () => {
      const mail = { kind: 'email', value: `gone-${mark}@example.com`, label: 'work' } as const;
      const kept = await named('Kimura', '', '');
      await merge(kept, await createContact(db(), aContact({ addresses: [mail] }), ADMIN));
      expect(await find(mail.value)).toEqual([kept]);
      await editContact(db(), kept, 2, aContact({ name: `Kimura ${mark}` }), ADMIN);
      expect(await find(mail.value)).toEqual([]);
    });

    test('find the one that was kept where an earlier release had merged them', async () => {
      const kept = await named('近藤 葵', '', '');
      await merge(kept, await named('Kondō Aoi', 'コンドウ アオイ', '丁社'));
      await sql`update contact set search_text = ${`近藤葵${mark}`} where id = ${kept}`.execute(db());
      expect(await find('こんどう')).toEqual([]);
      await sql.raw(await readFile(new URL('../../../store/migrations/0053_merged_names.sql', import.meta.url), 'utf8')).execute(db());
      await eachFinds(['kondo', 'コンドウ', '丁社', '近藤'], kept);
    });
  });

  test('what has been merged, edited or grown too large is not merged', async () => {
    const [a, b] = [await createContact(db(), aContact({ note: 'x'.repeat(6_000) }), ADMIN), await createContact(db(), aContact({ note: 'y'.repeat(6_000) }), ADMIN)];
    const merge = (id: string, otherId: string, more = {}) => mergeContacts(db(), { id, version: 1, otherId, otherVersion: 1, ...more }, ADMIN);
    await expect(merge(a, a)).rejects.toMatchObject({ reason: 'same' });
    await expect(merge(a, b)).rejects.toMatchObject({ reason: 'too_much' });
    await expect(merge(a, b, { otherVersion: 2 })).rejects.toMatchObject({ reason: 'edited_meanwhile' });
    const c = await createContact(db(), aContact(), ADMIN);
    await merge(a, c);
    await expect(merge(b, c)).rejects.toMatchObject({ reason: 'merged' });
    await expect(editContact(db(), c, 1, aContact(), ADMIN)).rejects.toMatchObject({ reason: 'merged' });
    expect(await readContact(db(), a)).toMatchObject({ version: 2 });
    expect(await readContact(db(), b)).toMatchObject({ version: 1 });
  });

  test('the audit log tells what was done, and no number, address or note', async () => {
    const number = aNumber();
    const mail = { kind: 'email', value: 'yui.tanaka@example.com', label: 'work' } as const;
    const id = await createContact(db(), aContact({ note: 'secret words', numbers: [number], addresses: [mail] }), ADMIN);
    await editContact(db(), id, 1, aContact({ note: 'other words', numbers: [number], addresses: [mail], company: 'Acme' }), ADMIN);
    const other = await createContact(db(), aContact({ name: 'Sato' }), ADMIN);
    await mergeContacts(db(), { id, version: 2, otherId: other, otherVersion: 1 }, ADMIN);
    const lines = await readAudit(db(), { subject: `contact/${id}`, limit: 10 });
    expect(lines.map(({ action, before, after }) => ({ action, before, after }))).toMatchObject([
      { action: 'contacts_merged', before: { name: 'Sato' }, after: { merged: other } },
      { action: 'contact_edited', before: { note: { characters: 12 }, company: '' }, after: { note: { characters: 11 }, company: 'Acme' } },
      { action: 'contact_created', before: {}, after: { name: '田中 結衣', numbers: [{ number: `…${number.number.slice(-4)}`, label: 'mobile' }], addresses: [{ value: '…@example.com' }] } },
    ]);
    expect(Object.keys(lines[1]?.after as object).toSorted()).toEqual(['company', 'note']);
    for (const secret of [number.number, number.numberHash, 'yui.tanaka', 'words']) expect(JSON.stringify(lines)).not.toContain(secret);
  });

  describe('the directory', () => {
    const mark = randomUUID().slice(0, 8);
    const numbers = [aNumber('mobile', `+8170${randomInt(1000, 9999)}4711`), aNumber()];
    const find = async (q: string, more: ContactSearch = {}) => {
      const { contacts } = await searchContacts(db(), { terms: searchTerms(`${mark} ${q}`), ...more }, { cursor: null, limit: 50 });
      return contacts.map(({ name }) => name);
    };
    beforeAll(async () => {
      const company = (name: string) => ({ company: `${mark} ${name}` });
      await createContact(db(), aContact({ ...company('ＡＣＭＥ商事'), numbers: numbers.slice(0, 1) }), ADMIN);
      await createContact(db(), aContact({ name: '佐藤 花', reading: 'さとう はな', ...company(''), addresses: [{ kind: 'email', value: 'hana@example.com', label: 'work' }] }), ADMIN);
      await createContact(db(), aContact({ name: 'Anna Smith', reading: '', ...company('Bolts & Co') }), ADMIN);
      await createContact(db(), aContact({ name: '青木 茂', reading: 'ｱｵｷ ｼｹﾞﾙ', ...company('') }), ADMIN);
    });

    test('is sorted by how names are read, page by page', async () => {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof searchContacts>> = await searchContacts(db(), { terms: [mark] }, { cursor, limit: 3 });
        seen.push(...page.contacts.map(({ name }) => name));
        ({ nextCursor: cursor } = page);
      } while (cursor !== null);
      expect(seen).toEqual(['青木 茂', '佐藤 花', '田中 結衣', 'Anna Smith']);
      await expect(searchContacts(db(), {}, { cursor: 'nonsense', limit: 3 })).rejects.toThrow(BadCursor);
    });

    test.each([
      ['タナカ', ['田中 結衣']],
      ['ﾀﾅｶ', ['田中 結衣']],
      ['たなか', ['田中 結衣']],
      ['ゆい 田中', ['田中 結衣']],
      ['acme', ['田中 結衣']],
      ['bolts & co', ['Anna Smith']],
      ['HANA@example', ['佐藤 花']],
      ['サトウ アオキ', []],
      ['茂', ['青木 茂']],
      ['木', ['青木 茂']],
      ['藤青', []],
      ['%', ['青木 茂', '佐藤 花', '田中 結衣', 'Anna Smith']],
    ])('finds by %s', async (q, names) => {
      expect(await find(q)).toEqual(names);
    });

    test('finds those who come after thousands of others in the order, page by page', async () => {
      const { rows } = await sql<{ id: string }>`
        insert into contact (id, name, search_text, sort_key)
        select gen_random_uuid(), 'Crowd', ${`crowd${mark}`}, '1' || lpad(n::text, 6, '0') from generate_series(1, 2100) n returning id`.execute(db());
      const late = `りんか${mark}`;
      for (const name of ['ワタナベ', 'ワタライ', 'ワダ']) await createContact(db(), aContact({ name, reading: '', company: late }), ADMIN);
      const page = async (terms: string[], cursor: string | null) => searchContacts(db(), { terms }, { cursor, limit: 2 });
      const first = await page([late], null);
      const second = await page([late], first.nextCursor);
      expect([first, second].map(({ contacts }) => contacts.map(({ name }) => name))).toEqual([['ワダ', 'ワタナベ'], ['ワタライ']]);
      expect(second.nextCursor).toBeNull();
      expect((await page([late, 'わたら'], null)).contacts.map(({ name }) => name)).toEqual(['ワタライ']);
      expect((await page([`crowd${mark}`], null)).nextCursor).not.toBeNull();
      await sql`delete from contact where id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(db());
    });

    test('finds by a whole number or its end', async () => {
      const [mobile] = numbers;
      const found = async (search: ContactSearch) => (await searchContacts(db(), search, { cursor: null, limit: 50 })).contacts.flatMap((contact) => contact.numbers.map(({ number }) => number));
      expect(await found({ numberHashes: ['none', String(mobile?.numberHash)] })).toEqual([mobile?.number]);
      expect(await found({ lastDigits: '4711' })).toContain(mobile?.number);
      expect(await found({ lastDigits: String(mobile?.number.slice(-6)) })).toEqual([mobile?.number]);
      expect(await found({ lastDigits: '711' })).toContain(mobile?.number);
      expect(await found({ lastDigits: '4712' })).not.toContain(mobile?.number);
    });

    test('does not show what was merged into another', async () => {
      const [a, b] = [await createContact(db(), aContact({ name: 'Merged A', company: mark }), ADMIN), await createContact(db(), aContact({ name: 'Merged B', company: mark }), ADMIN)];
      await mergeContacts(db(), { id: a, version: 1, otherId: b, otherVersion: 1 }, ADMIN);
      expect(await find('merged')).toEqual(['Merged A']);
    });
  });

  test('the earlier callbacks are those of all numbers of the contact, with their notes', async () => {
    const [one, two] = [aNumber(), aNumber()];
    const id = await createContact(db(), aContact({ numbers: [one, two] }), ADMIN);
    const first = await makeCallback(opened().store, { number: one.number });
    const second = await makeCallback(opened().store, { number: two.number });
    const row = await readCallback(db(), second);
    expect(row && (await earlierCallbacks(db(), row)).map((other) => other.id)).toEqual([first]);
    const history = await searchCallbacks(db(), { contactId: id }, { limit: 10 });
    expect(history.rows.map((other) => other.id)).toEqual([second, first]);
    const authorId = await makeAgent(opened().store);
    await addNote(db(), { callbackId: first, authorId, text: 'one' });
    await addNote(db(), { callbackId: first, authorId, text: 'two' });
    const notes = await notesOf(db(), [first, second]);
    expect([notes.get(first)?.map(({ text }) => text), notes.get(second)]).toEqual([['one', 'two'], undefined]);
  });
}
