import { Button, Text } from '@mantine/core';
import { IconCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import type { ListQuery } from '../api/types.ts';
import { formatBytes } from '../formats/duration.ts';
import { useWords } from '../i18n/i18n.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { useDownload } from './useDownload.ts';

/** Downloads everything the search finds as a workbook, with how much has come so far on the button itself. */
export function ExcelButton({ query }: { readonly query: ListQuery }) {
  const { t, language } = useWords();
  const { start, bytes, isDone, problem } = useDownload();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileSpreadsheet size={16} />}
        disabled={bytes !== null}
        aria-busy={bytes !== null}
        onClick={() => void start({ ...query, lang: language })}
      >
        {bytes === null ? t('list.excel') : t('list.excelLoading', { size: formatBytes(bytes) })}
      </Button>
      <Text component="span" size="sm" c="dimmed" role="status">
        {isDone && (
          <>
            <IconCheck size={14} aria-hidden /> {t('list.excelDone')}
          </>
        )}
      </Text>
      <Refusal problem={problem} />
    </>
  );
}
