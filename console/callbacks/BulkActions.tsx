import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ListQuery, PlanWish } from '../api/types.ts';
import { ExcelDownload } from '../download/ExcelDownload.tsx';
import { listWorkbook, selectionWorkbook } from '../download/workbooks.ts';
import { useWords } from '../i18n/i18n.ts';
import type { Selected } from '../selection/selection.ts';
import type { BulkAction } from './BulkDialogue.tsx';
import { BulkDialogue } from './BulkDialogue.tsx';

interface BulkActionsProps {
  readonly selected: Selected;
  readonly query: ListQuery;
  /** Null: not known yet. */
  readonly count: number | null;
  readonly onMade: (planId: string) => void;
}

const ACTIONS: readonly BulkAction[] = ['reschedule', 'change_route', 'cancel'];

/** What can be done with everything that is selected. */
export function BulkActions({ selected, query, count, onMade }: BulkActionsProps) {
  const { t } = useWords();
  const [open, setOpen] = useState<BulkAction | null>(null);
  if (count === null || count === 0) return null;
  const close = () => setOpen(null);
  return (
    <>
      {ACTIONS.map((action) => (
        <Button key={action} variant="default" size="compact-sm" {...(action === 'cancel' && { c: 'var(--alarm)' })} onClick={() => setOpen(action)}>
          {t(`bulk.${action}.button`)}
        </Button>
      ))}
      <ExcelDownload workbook={selected.type === 'whole' ? listWorkbook(query) : selectionWorkbook([...selected.ids], query)}>
        {t('bulk.excel')}
      </ExcelDownload>
      {open !== null && <BulkDialogue action={open} selection={selectionOf(selected, query)} count={count} onClose={close} onMade={onMade} />}
    </>
  );
}

/** What is selected, as a plan takes it. */
function selectionOf(selected: Selected, query: ListQuery): PlanWish['selection'] {
  return selected.type === 'whole' ? { search: { by: 'requested', order: 'desc', ...query } } : { ids: [...selected.ids] };
}
