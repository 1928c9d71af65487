import type { RefObject } from 'react';
import { useRef, useState } from 'react';
import { isTerminal } from '../../domain/status.ts';
import { useComplete } from '../api/commands.ts';
import type { Ack, Case, Disposition } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { agreedTime } from './agreed.ts';
import type { Draft, DraftKeeper } from './draft-keeper.ts';
import { mayComplete } from './may.ts';
import { useDraft } from './useDraft.ts';

/** What is being filed of a case in hand, shared by its fields and the button that files it. */
export interface FilingState {
  readonly keeper: DraftKeeper;
  readonly complete: ReturnType<typeof useComplete>;
  readonly select: RefObject<HTMLInputElement | null>;
  /** A disposition is wanted, and Mark Done was pressed without one. */
  readonly isMissing: boolean;
  /** The code that was chosen and that the route does not offer any more; null: none. */
  readonly gone: string | null;
  readonly isDoneable: boolean;
  /** The time agreed during the call; null: none was. */
  readonly agreedAt: string | null;
  /** Files it; where something is missing it asks for that instead. */
  readonly markDone: () => Promise<void>;
  /** The dialogue that asks for the time a disposition speaks of. */
  readonly moving: { readonly isOpen: boolean; readonly onClose: () => void; readonly onDone: () => void };
}

interface Told {
  /** Told what becomes of the callback now. */
  readonly onDone: (result: string) => void;
  readonly onMoved: () => void;
}

/** @param callback the case in hand */
export function useFiling(callback: Case, { onDone, onMoved }: Told): FilingState {
  const { t } = useWords();
  const keeper = useDraft(callback);
  const complete = useComplete(callback.id);
  const [isMissing, setMissing] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const select = useRef<HTMLInputElement>(null);
  const chosen = callback.dispositions.find(({ code }) => code === keeper.shown.disposition);
  const gone = chosen ? null : keeper.shown.disposition;
  const agreedAt = agreedTime(callback);

  const markDone = async () => {
    if (keeper.keeping === 'tooLong') return;
    if (gone !== null || (callback.dispositionMandatory && !chosen)) {
      setMissing(true);
      select.current?.focus();
      return;
    }
    if (chosen?.effect === 'reschedule' && agreedAt === null) {
      keeper.flush(false);
      return setMoving(true);
    }
    keeper.hold();
    const ack = await complete.run(completionOf(keeper.shown));
    if (ack === null) return keeper.resume();
    keeper.filed();
    onDone(resultOf(ack, chosen, callback.lastOutcome, agreedAt, t));
  };
  const moving = { isOpen: isMoving, onClose: () => setMoving(false), onDone: onMoved };
  return { keeper, complete, select, isMissing, gone, isDoneable: mayComplete(callback.status), agreedAt, markDone, moving };
}

/**
 * A callback that Mark Done did not end goes on: at the time agreed during the call, or by the retry policy, which sets a maximum to calls
 * without a conversation.
 */
function resultOf({ status }: Ack, chosen: Disposition | undefined, outcome: Case['lastOutcome'], agreedAt: string | null, t: Translate): string {
  if (isTerminal(status)) return t(`status.${status}`);
  if (agreedAt !== null || chosen?.effect !== 'retry') return t('event.rescheduled');
  return t(outcome === 'answered' ? 'filing.goesOn' : 'filing.goesOnWithin');
}

/** Only what was given: an empty note is none. */
export function completionOf({ note, disposition }: Draft): { note?: string; disposition?: string } {
  return { ...(note.trim() ? { note } : {}), ...(disposition === null ? {} : { disposition }) };
}
