import { useEffect, useRef } from 'react';
import { client } from '../api/client.ts';
import type { Case, Guest } from '../api/types.ts';
import { guestName } from '../call/people.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';

/** Tells what became of a case that has left the desk in the middle of its conversation: who has it now. */
export function useHandedOver(live: Case | null, say: (result: string) => void): void {
  const { t } = useWords();
  const formats = useFormats();
  const before = useRef(live);
  useEffect(() => {
    const gone = live === null && before.current?.status === 'connected' ? before.current : null;
    before.current = live;
    if (gone === null) return;
    const tell = async () => {
      const guest = await whoHas(gone);
      const result = guest ? t('ending.handedOverTo', { name: guestName(guest, formats.number, t) }) : t('ending.inOtherHands');
      say(`${customerName(gone, t)}: ${result}`);
    };
    void tell();
  }, [live, say, t, formats]);
}

/** The guest, if it is they who have the conversation now, and not a supervisor who took it over meanwhile. */
async function whoHas({ id, call }: Case): Promise<Guest | null> {
  const guest = call?.guest ?? null;
  if (!guest?.agent) return guest;
  const { data } = await client.GET('/v1/callbacks/{id}', { params: { path: { id } } }).catch(() => ({ data: undefined }));
  const isSomebodyElses = data?.agent != null && data.agent.id !== guest.agent.id;
  return isSomebodyElses ? null : guest;
}
