import { Group, Text } from '@mantine/core';
import type { useCallbackPages } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { PendingButton } from '../parts/PendingButton.tsx';
import { CallbackTable } from './CallbackTable.tsx';
import type { Column } from './columns.ts';

interface CallbackListProps {
  readonly pages: ReturnType<typeof useCallbackPages>;
  readonly columns: readonly Column[];
  readonly isEmptySearch: boolean;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** The pages read so far as one table, and the way to more. */
export function CallbackList({ pages, columns, isEmptySearch, openId, onOpen }: CallbackListProps) {
  const { t } = useWords();
  return (
    <Loaded query={pages} lines={12}>
      {({ pages: read }) => {
        const callbacks = read.flatMap(({ items }) => items);
        if (callbacks.length === 0) return <Nothing>{t(isEmptySearch ? 'list.empty' : 'list.nothing')}</Nothing>;
        return (
          <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? 'stale' : undefined}>
            <CallbackTable callbacks={callbacks} columns={columns} openId={openId} onOpen={onOpen} />
            <Foot pages={pages} count={callbacks.length} />
          </div>
        );
      }}
    </Loaded>
  );
}

function Foot({ pages, count }: { readonly pages: CallbackListProps['pages']; readonly count: number }) {
  const { t } = useWords();
  return (
    <Group justify="center" gap="md" p="sm">
      <Text size="sm" c="dimmed" role="status">
        {t('list.shown', { count })}
        {!pages.hasNextPage && ` · ${t('list.thatsAll')}`}
      </Text>
      {pages.hasNextPage && (
        <PendingButton variant="default" isPending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('list.more')}
        </PendingButton>
      )}
    </Group>
  );
}
