import type { ReactNode } from 'react';
import { TIMED_OUT } from '../../domain/words.ts';
import type { CallbackRow } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import { distributorName } from '../parts/names.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { When } from '../parts/When.tsx';
import { useNote } from '../parts/useNote.ts';
import type { Column } from './columns.ts';

interface CellProps {
  readonly callback: CallbackRow;
  readonly column: Column;
}

/** What a column shows of a callback. */
export function Cell({ callback, column }: CellProps) {
  const { t, language } = useWords();
  const formats = useFormats();
  const { disposition, lastOutcome } = callback;
  const shown: Record<Column, ReactNode> = {
    status: <StatusBadge status={callback.status} />,
    number: formats.number(callback.number),
    route: callback.route.name,
    kind: t(`kind.${callback.kind}`),
    requested: <When at={callback.requestedAt} />,
    due: <When at={callback.dueAt} customerZone={callback.timeZone} />,
    ended: <When at={callback.endedAt} />,
    distributor: distributorName(callback.distributor, t) ?? t('app.nobody'),
    assignee: callback.assignee?.name ?? t('app.nobody'),
    agent: callback.agent?.name ?? t('app.nobody'),
    origin: t(`origin.${callback.origin}`),
    outcome: lastOutcome && t(`outcome.${lastOutcome}`),
    disposition: disposition ? labelOf(disposition.label, language, disposition.code) : callback.endReason === TIMED_OUT && t('wrapUp.lacking'),
    lastNote: <NoteCell callback={callback} />,
  };
  return <>{shown[column]}</>;
}

/** The note in one line, below the words that say so where it is an earlier callback's. */
function NoteCell({ callback }: Pick<CellProps, 'callback'>) {
  const note = useNote(callback);
  return (
    note && (
      <div className="note" title={note.whole}>
        {note.origin !== null && <small>{note.origin}</small>}
        {note.text}
      </div>
    )
  );
}
