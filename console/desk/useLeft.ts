import { useEffect, useRef } from 'react';
import { client } from '../api/client.ts';
import type { Case } from '../api/types.ts';
import { guestName } from '../call/people.ts';
import { useFormats } from '../formats/useFormats.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { actorName, customerName } from '../parts/names.ts';
import { useSignedIn } from '../session/centre.ts';

/**
 * Tells what became of a case that has left the desk without its agent's doing: who has its conversation now, or who or what ended the
 * time to file it. What they did themselves is told where they did it. `say` is told by its id which case it was.
 */
export function useLeft(live: Case | null, say: (result: string, callbackId: string) => void): void {
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
      const words = gone.status === 'connected' ? handedOver(gone, now, formats.number, t) : broughtAbout(gone, now, me.id, t);
      const isNextInHand = before.current !== null;
      if (words !== null && !isNextInHand) say(`${customerName(gone, t)}: ${words}`, gone.id);
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

/** What others or the clock have done since; null where it was the agent, or nothing has happened. */
function broughtAbout(gone: Case, now: Case | null, agentId: string, t: Translate): string | null {
  if (now === null) return t('ending.notYours');
  const known = new Set(gone.timeline.map(({ key }) => key));
  const since = now.timeline.filter(({ key }) => !known.has(key));
  const steps = since.filter(({ status }) => status !== null);
  const last = steps.at(-1);
  if (!last || steps.some(({ actor }) => actor.type === 'user' && actor.id === agentId)) return null;
  const isOver = steps.some(({ type }) => type === 'wrap_up_timed_out');
  const what = [isOver ? t('ending.timeOver') : null, t(`event.${last.type}`), last.actor.type === 'system' ? null : actorName(last.actor, t)];
  const note = since.some(({ type }) => type === 'noted') ? t('ending.noteFiled') : null;
  return [...what, note].filter((word) => word !== null).join(' · ');
}

/** The case as it is now; null where this agent may not see it any more, or it cannot be read. */
async function caseNow({ id }: Case): Promise<Case | null> {
  const { data } = await client.GET('/v1/callbacks/{id}', { params: { path: { id } } }).catch(() => ({ data: undefined }));
  return data ?? null;
}
