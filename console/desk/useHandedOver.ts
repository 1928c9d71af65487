import { useEffect, useRef } from 'react';
import type { Case } from '../api/types.ts';
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
    const guest = gone.call?.guest;
    const result = guest ? t('ending.handedOverTo', { name: guestName(guest, formats.number, t) }) : t('ending.inOtherHands');
    say(`${customerName(gone, t)}: ${result}`);
  }, [live, say, t, formats]);
}
