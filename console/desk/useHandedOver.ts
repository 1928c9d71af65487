import { useEffect, useRef } from 'react';
import { client } from '../api/client.ts';
import type { Case } from '../api/types.ts';
import { guestName } from '../call/people.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';

/**
 * Tells what became of a case that has left the desk in the middle of its conversation: who has it now. That is the guest to whom it was
 * handed over, or a supervisor who took it over, whoever was being consulted then. A guest outside never takes the case along.
 */
export function useHandedOver(live: Case | null, say: (result: string) => void): void {
  const { t } = useWords();
  const formats = useFormats();
  const before = useRef(live);
  useEffect(() => {
    const gone = live === null && before.current?.status === 'connected' ? before.current : null;
    before.current = live;
    if (gone === null) return;
    const guest = gone.call?.guest?.agent ? gone.call.guest : null;
    const result = (agent: Case['agent']) => {
      if (guest && (agent === null || agent.id === guest.agent?.id)) return t('ending.handedOverTo', { name: guestName(guest, formats.number, t) });
      return agent ? t('ending.takenOverBy', { name: agent.name }) : t('ending.inOtherHands');
    };
    void whoHas(gone).then((agent) => say(`${customerName(gone, t)}: ${result(agent)}`));
  }, [live, say, t, formats]);
}

/** The agent who has the case now; null where that cannot be told, or nobody has it any more. */
async function whoHas({ id }: Case): Promise<Case['agent']> {
  const { data } = await client.GET('/v1/callbacks/{id}', { params: { path: { id } } }).catch(() => ({ data: undefined }));
  return data?.agent ?? null;
}
