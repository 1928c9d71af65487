import { Text, Title } from '@mantine/core';
import { useWords } from '../../i18n/i18n.ts';
import { ListFoot } from '../../parts/ListFoot.tsx';
import { Loaded } from '../../parts/Loaded.tsx';
import { Nothing } from '../../parts/Nothing.tsx';
import { DownloadTable } from './DownloadTable.tsx';
import { useDownloads } from './queries.ts';

/** Who took data out of Ringback: every download, the newest first, with what was searched for. */
export default function DownloadsPage() {
  const { t } = useWords();
  const pages = useDownloads();
  const entries = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <header>
        <Title order={1}>{t('settings.places.downloads')}</Title>
        <Text size="sm" c="dimmed">
          {t('downloads.hint')}
        </Text>
      </header>
      <Loaded query={pages} lines={8}>
        {() =>
          entries.length === 0 ? (
            <Nothing title={t('downloads.none')}>{t('downloads.noneHint')}</Nothing>
          ) : (
            <>
              <DownloadTable entries={entries} />
              <ListFoot pages={pages} shown={t('downloads.shown', { count: entries.length })} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
