import type { CallbackState, Projection } from '../../../domain/projection.ts';
import { readCallback } from '../../../store/callback/callbacks.ts';
import { addNote, fileNote, NoteTypedMeanwhile, readNotes, saveDraft } from '../../../store/callback/notes.ts';
import { fileLateNote } from '../../../store/callback/late-note.ts';
import { writeProjection } from '../../../store/callback/projection.ts';
import { readTimeline } from '../../../store/callback/timeline.ts';
import type { Opened } from '../world.ts';
import { event, makeAgent, makeCallback, step } from '../world.ts';

export function draftFacts(opened: () => Opened): void {
  const db = () => opened().store.db;

  /** A case in an agent's hands, with this typed and not filed. */
  async function typed(draft: { note?: string; disposition?: string }) {
    const agentId = await makeAgent(opened().store);
    const callbackId = await makeCallback(opened().store);
    await writeProjection(db(), step(callbackId, 1, { status: 'wrap_up', agentId }));
    await saveDraft(db(), { callbackId, agentId, ...draft });
    return { agentId, callbackId };
  }

  async function draftOf(callbackId: string) {
    const row = await readCallback(db(), callbackId);
    return { note: row?.draft_note, disposition: row?.draft_disposition };
  }

  const notesOf = async (callbackId: string) => (await readNotes(db(), callbackId)).map(({ author_id, text }) => [author_id, text]);
  const EMPTY = { note: '', disposition: null };

  test.each([
    ['its wrap-up ends', { status: 'scheduled' }],
    ['it ends', { status: 'completed' }],
    ['another agent has it', { status: 'wrap_up', agentId: 'another' }],
  ] satisfies [string, Partial<CallbackState>][])('a case that leaves its agent because %s leaves their note behind as theirs, once, and empty fields', async (_why, state) => {
    const { agentId, callbackId } = await typed({ note: 'call again later', disposition: 'again' });
    await writeProjection(db(), step(callbackId, 2, state));
    await writeProjection(db(), step(callbackId, 2, state));
    expect(await notesOf(callbackId)).toEqual([[agentId, 'call again later']]);
    expect(await draftOf(callbackId)).toEqual(EMPTY);
    expect((await readTimeline(db(), callbackId)).flatMap(({ type, actor }) => (type === 'noted' ? [actor] : []))).toEqual([{ type: 'user', id: agentId }]);
  });

  test('what is typed stays typed as long as its agent has the case', async () => {
    const { agentId, callbackId } = await typed({ note: 'half a sen', disposition: 'again' });
    await writeProjection(db(), step(callbackId, 2, { status: 'dialling', agentId }));
    expect(await draftOf(callbackId)).toEqual({ note: 'half a sen', disposition: 'again' });
    expect(await notesOf(callbackId)).toEqual([]);
  });

  test('a step that history forgot has lost nothing: the note is filed, and what is typed after it is a draft again', async () => {
    const { agentId, callbackId } = await typed({ note: 'first' });
    await writeProjection(db(), step(callbackId, 2, { status: 'scheduled' }));
    await writeProjection(db(), step(callbackId, 2, { status: 'dialling', agentId }));
    await saveDraft(db(), { callbackId, agentId, note: 'second' });
    await writeProjection(db(), step(callbackId, 3, { status: 'completed' }));
    expect(await notesOf(callbackId)).toEqual([[agentId, 'first'], [agentId, 'second']]);
  });

  test('a note is kept over the one it was made of alone; the same one again is kept, and what is refused changes nothing', async () => {
    const { agentId, callbackId } = await typed({ note: 'ours' });
    const keep = (note: string, ...seenNotes: string[]) => saveDraft(db(), { callbackId, agentId, note, seenNotes, disposition: 'again' });
    await expect(keep('mine', '')).rejects.toMatchObject({ stored: 'ours' });
    expect(await draftOf(callbackId)).toEqual({ note: 'ours', disposition: null });
    expect(await keep('ours', '')).toBe(true);
    expect(await keep('ours, and mine', '', 'ours')).toBe(true);
    expect(await saveDraft(db(), { callbackId, agentId, seenNotes: [''], disposition: null })).toBe(true);
    expect(await draftOf(callbackId)).toEqual({ note: 'ours, and mine', disposition: null });
  });

  test('of screens that all keep a note over the same one at once, one does; the others are told its note', async () => {
    const { agentId, callbackId } = await typed({});
    const notes = ['first', 'second', 'third', 'fourth'];
    const kept = await Promise.allSettled(notes.map((note) => saveDraft(db(), { callbackId, agentId, note, seenNotes: [''] })));
    const { note: stored } = await draftOf(callbackId);
    expect(kept.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of kept) if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: NoteTypedMeanwhile.name, stored });
  });

  test('a blank note is none, and a chosen disposition alone leaves no line', async () => {
    const { callbackId } = await typed({ note: ' \n', disposition: 'again' });
    const before = (await readTimeline(db(), callbackId)).length;
    await writeProjection(db(), step(callbackId, 2, { status: 'scheduled' }, { events: [] }));
    expect(await notesOf(callbackId)).toEqual([]);
    expect(await readTimeline(db(), callbackId)).toHaveLength(before);
    expect(await draftOf(callbackId)).toEqual(EMPTY);
  });

  test('the disposition chosen by the agent who moves the callback to another time is on its timeline; anybody else’s move files none', async () => {
    const filedAfter = async (by: 'agent' | 'somebody') => {
      const { agentId, callbackId } = await typed({ disposition: 'later' });
      const actor = { type: 'user', id: by === 'agent' ? agentId : 'somebody' } as const;
      const moved: Projection = step(callbackId, 2, { status: 'scheduled' }, { events: [{ ...event('rescheduled', 'scheduled'), actor }] });
      await writeProjection(db(), moved);
      await writeProjection(db(), moved);
      const lines = await readTimeline(db(), callbackId);
      return lines.flatMap(({ type, data }) => (type === 'disposition_filed' ? [data] : []));
    };
    expect(await filedAfter('agent')).toEqual([{ disposition: 'later' }]);
    expect(await filedAfter('somebody')).toEqual([]);
  });

  test('a note filed with Mark Done is filed once, however often it is said, and is no draft any more', async () => {
    const { agentId, callbackId } = await typed({ note: 'paid twice' });
    await fileNote(db(), { callbackId, authorId: agentId, text: 'paid twice' });
    await saveDraft(db(), { callbackId, agentId, note: 'paid twice' });
    await fileNote(db(), { callbackId, authorId: agentId, text: 'paid twice' });
    expect(await draftOf(callbackId)).toEqual(EMPTY);
    await saveDraft(db(), { callbackId, agentId, note: 'paid twice' });
    await writeProjection(db(), step(callbackId, 2, { status: 'completed' }));
    expect(await notesOf(callbackId)).toEqual([[agentId, 'paid twice']]);
  });

  test('the same words after another attempt are another note', async () => {
    const { agentId, callbackId } = await typed({});
    const attempt = (number: number) => db().insertInto('attempt').values({ callback_id: callbackId, attempt: number, agent_id: agentId }).execute();
    const file = () => fileNote(db(), { callbackId, authorId: agentId, text: 'busy' });
    await attempt(1);
    await file();
    await file();
    await attempt(2);
    await file();
    expect(await notesOf(callbackId)).toEqual([[agentId, 'busy'], [agentId, 'busy']]);
  });

  describe('what was still being typed when the case left its agent', () => {
    const late = async (known: { agentId: string; callbackId: string }, text: string, ...seenNotes: string[]) =>
      fileLateNote(db(), { callbackId: known.callbackId, authorId: known.agentId, text, seenNotes });

    async function filedWith(note: string) {
      const known = await typed({ note });
      await writeProjection(db(), step(known.callbackId, 2, { status: 'completed' }));
      return known;
    }

    test('makes whole the note that was filed of it, however often it is said', async () => {
      const known = await filedWith('half a sen');
      await late(known, 'half a sentence', 'half', 'half a sen');
      await late(known, 'half a sentence', 'half', 'half a sen');
      await late(known, 'half a sentence, and more', 'half a sentence');
      expect(await notesOf(known.callbackId)).toEqual([[known.agentId, 'half a sentence, and more']]);
      expect((await readTimeline(db(), known.callbackId)).filter(({ type }) => type === 'noted')).toHaveLength(1);
    });

    test('is no note where the whole was filed before it came', async () => {
      const known = await filedWith('half a sentence');
      await late(known, 'half', '');
      expect(await notesOf(known.callbackId)).toEqual([[known.agentId, 'half a sentence']]);
    });

    test('makes the filed note shorter where that was seen', async () => {
      const known = await filedWith('half a sentence');
      await late(known, 'half', 'half a sentence');
      expect(await notesOf(known.callbackId)).toEqual([[known.agentId, 'half']]);
    });

    test('is a note of its own where nothing of it was filed, and none where it is blank', async () => {
      const known = await filedWith('');
      await late(known, ' \n', '');
      await addNote(db(), { callbackId: known.callbackId, authorId: 'mori', text: 'Completed by me.' });
      await late(known, 'all of it', '');
      await late(known, 'all of it', '');
      expect(await notesOf(known.callbackId)).toEqual([['mori', 'Completed by me.'], [known.agentId, 'all of it']]);
    });

    test('is joined first with what another screen of theirs has filed', async () => {
      const known = await filedWith('theirs');
      await expect(late(known, 'mine', 'seen')).rejects.toMatchObject({ stored: 'theirs' });
      await late(known, 'mine\ntheirs', 'theirs');
      expect(await notesOf(known.callbackId)).toEqual([[known.agentId, 'mine\ntheirs']]);
    });

    test('changes no note that was filed long before', async () => {
      const known = await filedWith('last week');
      await db().updateTable('case_note').set({ at: new Date(Date.now() - 11 * 60_000) }).where('callback_id', '=', known.callbackId).execute();
      await late(known, 'last week, and now', 'last week');
      expect(await notesOf(known.callbackId)).toEqual([[known.agentId, 'last week'], [known.agentId, 'last week, and now']]);
    });
  });

  test('the time that is wanted is the one agreed last', async () => {
    const { callbackId } = await typed({});
    const desiredAt = '2026-11-25T05:00:00.000Z';
    await writeProjection(db(), step(callbackId, 2, { status: 'scheduled', kind: 'scheduled', desiredAt }));
    expect((await readCallback(db(), callbackId))?.desired_at).toEqual(new Date(desiredAt));
  });
}
