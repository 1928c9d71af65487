import { Group, Text } from '@mantine/core';
import { IconCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import { asProblem } from '../api/problem.ts';
import type { StatusQuery } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

/** Downloads the figures as a workbook; the button shows that it is being made. */
export function StatusExcel({ query }: { readonly query: StatusQuery }) {
  const { t, language } = useWords();
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: async () => hand(await answerOf<Blob>(client.GET('/v1/status.xlsx', { params: { query: { ...query, lang: language } }, parseAs: 'blob' })), query),
  });
  return (
    <Group gap="xs">
      <Text component="span" size="sm" c="dimmed" role="status">
        {isPending && t('processing.excelLoading')}
        {isSuccess && (
          <>
            <IconCheck size={14} aria-hidden /> {t('processing.excelDone')}
          </>
        )}
      </Text>
      <Refusal problem={error === null ? null : asProblem(error)} />
      <ActionButton letter={KEYS.excel} variant="default" leftSection={<IconFileSpreadsheet size={16} />} isPending={isPending} onClick={() => mutate()}>
        {t('processing.excel')}
      </ActionButton>
    </Group>
  );
}

/** Gives the file to the browser, named after its days. */
function hand(blob: Blob, { from = '', to = '' }: StatusQuery): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = `${['status', from, to].filter(Boolean).join('-')}.xlsx`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
