import { Group, Text } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect } from 'react';
import type { useCallbackPages } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { ReadOn } from '../parts/ReadOn.tsx';
import { PickTable } from './PickTable.tsx';
import type { Picked } from './usePicked.ts';

interface PickListProps extends Pick<Picked, 'pages' | 'callbacks' | 'shown' | 'selection' | 'refusals'> {
  readonly label: string;
  /** What is said when the search finds nothing. */
  readonly nothing: string;
  readonly showsAssignee: boolean;
}

/** The pages read so far as one table to select from. Scrolling to its end reads on; so does the button there. */
export function PickList({ pages, callbacks, nothing, ...table }: PickListProps) {
  return (
    <Loaded query={pages} lines={12}>
      {() =>
        callbacks.length === 0 ? (
          <Nothing>{nothing}</Nothing>
        ) : (
          <div aria-busy={pages.isPlaceholderData} className={pages.isPlaceholderData ? 'stale' : undefined}>
            <PickTable callbacks={callbacks} {...table} />
            <Foot pages={pages} count={callbacks.length} />
          </div>
        )
      }
    </Loaded>
  );
}

function Foot({ pages, count }: { readonly pages: ReturnType<typeof useCallbackPages>; readonly count: number }) {
  const { t } = useWords();
  const { ref, entry } = useIntersection();
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = pages;
  const readsOn = entry?.isIntersecting === true && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (readsOn) void fetchNextPage();
  }, [readsOn, fetchNextPage]);
  return (
    <Group justify="center" gap="md" p="sm" ref={ref}>
      <Text size="sm" c="dimmed">
        {t('list.shown', { count })}
        {!hasNextPage && ` · ${t('list.thatsAll')}`}
      </Text>
      <ReadOn pages={pages} />
    </Group>
  );
}
