import { Button, Group, Progress, Text } from '@mantine/core';
import { IconCheck, IconFileSpreadsheet } from '@tabler/icons-react';
import { useWords } from '../i18n/i18n.ts';
import { Refusal } from '../parts/Refusal.tsx';
import type { Wanted } from './useDownload.ts';
import { useDownload } from './useDownload.ts';

interface ExcelButtonProps {
  readonly wanted: Wanted;
  /** What the button says; otherwise that it is Excel. */
  readonly children?: string;
}

/** Downloads a workbook; while it is made, how many rows are written of how many, and the way to stop it. */
export function ExcelButton({ wanted: { query, ids }, children }: ExcelButtonProps) {
  const { t, language } = useWords();
  const { standing, progress, start, cancel } = useDownload();
  const isRunning = standing.at === 'running';
  const total = progress?.total ?? null;
  const rows = progress?.rows ?? 0;
  const begin = () => void start({ query: { ...query, lang: language }, ...(ids && { ids }) });
  return (
    <Group gap="xs" className="excel">
      {!isRunning && (
        <Button variant="default" leftSection={<IconFileSpreadsheet size={16} />} onClick={begin}>
          {children ?? t('list.excel')}
        </Button>
      )}
      {isRunning && (
        <>
          <Progress value={total ? (100 * rows) / total : 0} striped={total === null} animated={total === null} aria-label={t('list.excelProgress')} w={80} />
          <Text size="sm">{total === null ? t('list.excelBegins') : t('list.excelRows', { rows, total })}</Text>
          <Button variant="default" onClick={cancel}>
            {t('list.excelCancel')}
          </Button>
        </>
      )}
      <Text component="span" size="sm" c="dimmed" role="status">
        {standing.at === 'done' && (
          <>
            <IconCheck size={14} aria-hidden /> {t('list.excelDone')}
          </>
        )}
        {standing.at === 'cancelled' && t('list.excelCancelled')}
      </Text>
      <Refusal problem={standing.at === 'refused' ? standing.problem : null} />
    </Group>
  );
}
