import { addNote } from '../../../store/callback/notes.ts';
import { lastNotes } from '../../../store/callback/last-notes.ts';
import { createContact } from '../../../store/contact/contacts.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeCallback, wanted } from '../world.ts';

const [NUMBER, OTHER_NUMBER] = ['+819055510001', '+819055510002'];
const [LAST_WEEK, YESTERDAY, TODAY] = [new Date('2026-11-20T01:00:00Z'), new Date('2026-11-26T01:00:00Z'), new Date('2026-11-27T01:00:00Z')];

export function lastNoteFacts(opened: () => Opened): void {
  const db = () => opened().store.db;

  /** A callback that was requested then, with these notes. */
  async function asked(number: string, at: Date, ...notes: string[]): Promise<string> {
    const id = await makeCallback(opened().store, { number });
    await db().updateTable('callback').set({ requested_at: at }).where('id', '=', id).execute();
    const authorId = await makeAgent(opened().store);
    for (const text of notes) await addNote(db(), { callbackId: id, authorId, text });
    return id;
  }

  const noteOf = async (id: string, isEarlierLookedFor = true) => (await lastNotes(db(), [id], isEarlierLookedFor ? [id] : [])).get(id);

  test('a callback’s own last note goes before those of the customer’s earlier callbacks, which are looked for only where that is asked', async () => {
    await asked(NUMBER, LAST_WEEK, 'Works nights', 'Wants an invoice');
    const again = await asked(NUMBER, TODAY);
    expect(await noteOf(again)).toEqual({ text: 'Wants an invoice', earlier: LAST_WEEK });
    expect(await noteOf(again, false)).toBeUndefined();
    const authorId = await makeAgent(opened().store);
    for (const text of ['Line busy', 'Paid']) await addNote(db(), { callbackId: again, authorId, text });
    expect(await noteOf(again)).toEqual({ text: 'Paid', earlier: null });
  });

  test('whoever has another number, or asks only later, lends no note; the contact’s other numbers do, and the newest note is taken', async () => {
    const [one, two] = ['+819055520001', '+819055520002'];
    const before = await asked(one, YESTERDAY);
    await asked(two, LAST_WEEK, 'Moved house');
    await asked(one, TODAY, 'Asked again');
    expect(await noteOf(before)).toBeUndefined();
    const numbers = [one, two].map((number) => ({ number, numberHash: wanted('any', { number }).numberHash, label: 'mobile' as const }));
    await createContact(db(), { name: '田中 結衣', reading: '', company: '', language: null, timeZone: null, note: '', numbers, addresses: [] }, { type: 'user', id: 'admin' });
    expect(await noteOf(before)).toEqual({ text: 'Moved house', earlier: LAST_WEEK });
    await asked(one, LAST_WEEK, 'Wants the form');
    expect(await noteOf(before)).toMatchObject({ text: 'Wants the form' });
    expect(await noteOf(await asked(OTHER_NUMBER, TODAY))).toBeUndefined();
  });

  test('a callback that has ended is shown without the notes of others', async () => {
    const number = '+819055530001';
    await asked(number, LAST_WEEK, 'Works nights');
    const again = await asked(number, TODAY);
    await db().updateTable('callback').set({ status: 'completed', ended_at: TODAY }).where('id', '=', again).execute();
    expect(await noteOf(again)).toBeUndefined();
  });
}
