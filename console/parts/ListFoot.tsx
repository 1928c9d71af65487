import { Group, Text } from '@mantine/core';
import { useWords } from '../i18n/i18n.ts';
import type { ReadOnProps } from './ReadOn.tsx';
import { ReadOn } from './ReadOn.tsx';

interface ListFootProps extends Pick<ReadOnProps, 'pages'> {
  /** How many are shown, in words. */
  readonly shown: string;
}

/** Below a list that is read page by page: how much of it is shown, whether that is all, and how to read on. */
export function ListFoot({ pages, shown }: ListFootProps) {
  const { t } = useWords();
  return (
    <Group justify="center" gap="md" p="sm">
      <Text size="sm" c="dimmed" role="status">
        {shown}
        {!pages.hasNextPage && ` · ${t('list.thatsAll')}`}
      </Text>
      <ReadOn pages={pages} />
    </Group>
  );
}
