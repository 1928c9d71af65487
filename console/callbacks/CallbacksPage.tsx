import { Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTotals } from '../distribution/queries.ts';
import { usePicked } from '../distribution/usePicked.ts';
import { countOf } from '../distribution/wish.ts';
import { ExcelDownload } from '../download/ExcelDownload.tsx';
import { listWorkbook } from '../download/workbooks.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { PlanProgress } from '../plans/PlanProgress.tsx';
import { SelectionBar } from '../selection/SelectionBar.tsx';
import { useSignedIn } from '../session/centre.ts';
import { serverNowMs } from '../session/clock.ts';
import { BulkActions } from './BulkActions.tsx';
import { CallbackList } from './CallbackList.tsx';
import { ColumnChoice } from './ColumnChoice.tsx';
import { useColumns } from './columns.ts';
import { ListTotals } from './ListTotals.tsx';
import { RequestDialogue } from './RequestDialogue.tsx';
import { SearchRow } from './SearchRow.tsx';
import { isEmptySearch, toQuery } from './search.ts';
import { SidePanel } from './SidePanel.tsx';
import { useSearch } from './useSearch.ts';

/** The list of callbacks: what to show above, its totals, the table below, the opened callback beside it. */
export function CallbacksPage() {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const isAdministrator = useSignedIn().role === 'administrator';
  const { search, openId, planId, change, open, follow } = useSearch();
  const query = toQuery(search, timeZone, serverNowMs());
  const picked = usePicked(query, null);
  const totals = useTotals(query).data;
  const columns = useColumns();
  const { selection } = picked;
  const onMade = (plan: string) => {
    selection.clear();
    follow(plan);
  };
  return (
    <div className={openId === null ? 'list-page' : 'list-page with-panel'}>
      <div className="list-main">
        <Group justify="space-between" gap="xs">
          <Title order={1}>{t('list.title')}</Title>
          <Group gap="xs">
            <ColumnChoice columns={columns} />
            <ExcelDownload workbook={listWorkbook(query)} />
            <NewCallback onShow={open} />
          </Group>
        </Group>
        <SearchRow search={search} onChange={change} />
        <ListTotals totals={totals} />
        {planId !== null && <PlanProgress planId={planId} onClose={() => follow(null)} />}
        {isAdministrator && (
          <SelectionBar selection={selection} found={totals?.matching}>
            <BulkActions selected={selection.selected} query={query} count={countOf(selection.selected, totals?.matching)} onMade={onMade} />
          </SelectionBar>
        )}
        <CallbackList
          pages={picked.pages}
          callbacks={picked.callbacks}
          shown={picked.shown}
          columns={columns.shown}
          sorting={{ search, onSort: change }}
          selection={isAdministrator ? selection : null}
          isEmptySearch={isEmptySearch(search)}
          openId={openId}
          onOpen={open}
        />
      </div>
      {openId !== null && <SidePanel key={openId} id={openId} onClose={() => open(null)} />}
    </div>
  );
}

function NewCallback({ onShow }: { readonly onShow: (id: string) => void }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <ActionButton letter={KEYS.newCallback} leftSection={<IconPlus size={16} />} onClick={() => setOpen(true)}>
        {t('request.title')}
      </ActionButton>
      <RequestDialogue isOpen={isOpen} onClose={() => setOpen(false)} onShow={onShow} />
    </>
  );
}
