import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { asProblem } from '../api/problem.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from './PendingButton.tsx';
import { Refusal } from './Refusal.tsx';

interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch' | 'isFetching'>;
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** What a query has read; until then grey lines, or why it could not be read. What was read once stays while it is read again. */
export function Loaded<T>({ query, lines = 4, children }: LoadedProps<T>) {
  const { t } = useWords();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null) return <Waiting lines={lines} />;
  return (
    <Stack align="flex-start" gap="xs" p="md">
      <Refusal problem={asProblem(query.error)} />
      <PendingButton variant="default" isPending={query.isFetching} onClick={() => void query.refetch()}>
        {t('app.retry')}
      </PendingButton>
    </Stack>
  );
}

function Waiting({ lines }: { readonly lines: number }) {
  const { t } = useWords();
  return (
    <Stack gap={8} p="md" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} h={14} w={`${90 - ((line * 17) % 40)}%`} />
      ))}
    </Stack>
  );
}
