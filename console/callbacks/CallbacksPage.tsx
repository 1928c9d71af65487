import { Group, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useCallbackPages } from '../api/queries.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { serverNowMs } from '../session/clock.ts';
import { ColumnChoice } from './ColumnChoice.tsx';
import { useColumns } from './columns.ts';
import { ExcelButton } from './ExcelButton.tsx';
import { CallbackList } from './CallbackList.tsx';
import { RequestDialogue } from './RequestDialogue.tsx';
import { SearchRow } from './SearchRow.tsx';
import { isEmptySearch, toQuery } from './search.ts';
import { SidePanel } from './SidePanel.tsx';
import { useSearch } from './useSearch.ts';

/** The list of callbacks: what to show above, the table below, the opened callback beside it. */
export function CallbacksPage() {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const { search, openId, change, open } = useSearch();
  const query = toQuery(search, timeZone, serverNowMs());
  const pages = useCallbackPages(query);
  const columns = useColumns();
  return (
    <div className={openId === null ? 'list-page' : 'list-page with-panel'}>
      <div className="list-main">
        <Group justify="space-between" gap="xs">
          <Title order={1}>{t('list.title')}</Title>
          <Group gap="xs">
            <ColumnChoice columns={columns} />
            <ExcelButton query={query} />
            <NewCallback onShow={open} />
          </Group>
        </Group>
        <SearchRow search={search} onChange={change} />
        <CallbackList pages={pages} columns={columns.shown} isEmptySearch={isEmptySearch(search)} openId={openId} onOpen={open} />
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
      <ActionButton letter="N" leftSection={<IconPlus size={16} />} onClick={() => setOpen(true)}>
        {t('request.title')}
      </ActionButton>
      <RequestDialogue isOpen={isOpen} onClose={() => setOpen(false)} onShow={onShow} />
    </>
  );
}
