import { useEffect, useRef } from 'react';
import type { Status } from '../../domain/status.ts';
import { client } from '../api/client.ts';
import type { Case, TimelineEntry } from '../api/types.ts';
import { guestName } from '../call/people.ts';
import { useFormats } from '../formats/useFormats.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { actorName, customerName } from '../parts/names.ts';
import { useSignedIn } from '../session/centre.ts';

/**
 * Tells what became of a case that has left the desk: who has its conversation now, or who or what took it away or ended the time to file
 * it. `say` is told by its id which case was taken from them; null: it was their own doing, in another tab or in this one, where it is told at once.
 */
export function useLeft(live: Case | null, say: (result: string, takenId: string | null) => void): void {
  const { t } = useWords();
  const formats = useFormats();
  const me = useSignedIn();
  const before = useRef(live);
  useEffect(() => {
    const gone = live === null ? before.current : null;
    before.current = live;
    if (gone === null) return;
    const tell = async () => {
      const now = await caseNow(gone);
      const what = gone.status === 'connected' ? { words: handedOver(gone, now, formats.number, t), isOwn: false } : broughtAbout(gone, now, me.id, t);
      const isNextInHand = before.current !== null;
      if (what !== null && !isNextInHand) say(`${customerName(gone, t)}: ${what.words}`, what.isOwn ? null : gone.id);
    };
    void tell();
  }, [live, say, t, formats, me.id]);
}

/**
 * That is the guest to whom the conversation was handed over, the member to whom it was left, or a supervisor who took it over, whoever was
 * being consulted then. A guest outside never takes the case along.
 */
function handedOver(gone: Case, now: Case | null, write: (e164: string) => string, t: Translate): string {
  const agent = now?.agent ?? null;
  const guest = gone.call?.guest?.agent ? gone.call.guest : null;
  const heir = gone.call?.heir ?? null;
  if (guest && (agent === null || agent.id === guest.agent?.id)) return t('ending.handedOverTo', { name: guestName(guest, write, t) });
  if (heir && (agent === null || agent.id === heir.id)) return t('ending.handedOverTo', { name: heir.name });
  return agent ? t('ending.takenOverBy', { name: agent.name }) : t('ending.inOtherHands');
}

/** What others, the clock or the agent themselves have done since; null where nothing has happened. */
function broughtAbout(gone: Case, now: Case | null, agentId: string, t: Translate): { readonly words: string; readonly isOwn: boolean } | null {
  if (now === null) return { words: t('ending.notYours'), isOwn: false };
  const known = new Set(gone.timeline.map(({ key }) => key));
  const since = now.timeline.filter(({ key }) => !known.has(key));
  const at = since.findIndex(takesAway);
  const last = since[at];
  if (!last) return null;
  const isOver = since.some(({ type }) => type === 'wrap_up_timed_out');
  const isOwn = since.slice(0, at + 1).some(({ status, actor }) => status !== null && actor.type === 'user' && actor.id === agentId);
  const what = [isOver ? t('ending.timeOver') : null, wordsOf(last, t), isOwn || last.actor.type === 'system' ? null : actorName(last.actor, t)];
  const note = since.some(({ type }) => type === 'noted') ? t('ending.noteFiled') : null;
  return { words: [...what, note].filter((word) => word !== null).join(' · '), isOwn };
}

/** Whether a case is in its agent's hands no more: what happens to it afterwards is somebody else's. */
function takesAway({ status }: TimelineEntry): boolean {
  return status !== null && !IN_HAND.includes(status);
}

const IN_HAND: readonly Status[] = ['preview', 'dialling', 'connected', 'wrap_up'];

/** A preview that is withdrawn has been taken from somebody who had accepted it. */
function wordsOf({ type, data }: TimelineEntry, t: Translate): string {
  if (type !== 'offer_withdrawn') return t(`event.${type}`);
  return t(data['reason'] === 'outside_hours' ? 'ending.routeClosed' : 'ending.connectionLost');
}

/** The case as it is now; null where this agent may not see it any more, or it cannot be read. */
async function caseNow({ id }: Case): Promise<Case | null> {
  const { data } = await client.GET('/v1/callbacks/{id}', { params: { path: { id } } }).catch(() => ({ data: undefined }));
  return data ?? null;
}
