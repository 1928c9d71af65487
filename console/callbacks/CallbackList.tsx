import { Group, Text } from '@mantine/core';
import type { useCallbackPages } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { ReadOn } from '../parts/ReadOn.tsx';
import type { CallbackTableProps } from './CallbackTable.tsx';
import { CallbackTable } from './CallbackTable.tsx';

interface CallbackListProps extends CallbackTableProps {
  readonly pages: ReturnType<typeof useCallbackPages>;
  readonly isEmptySearch: boolean;
}

/** The pages read so far as one table, and the way to more. */
export function CallbackList({ pages, isEmptySearch, ...table }: CallbackListProps) {
  const { t } = useWords();
  const count = table.callbacks.length;
  return (
    <Loaded query={pages} lines={12}>
      {() =>
        count === 0 ? (
          <Nothing>{t(isEmptySearch ? 'list.empty' : 'list.nothing')}</Nothing>
        ) : (
          <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? 'stale' : undefined}>
            <CallbackTable {...table} />
            <Foot pages={pages} count={count} />
          </div>
        )
      }
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
      <ReadOn pages={pages} />
    </Group>
  );
}
