import { Group, Progress, Text } from '@mantine/core';
import { IconCheck, IconFileSpreadsheet, IconX } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { useWords } from '../i18n/i18n.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useDownload } from './useDownload.ts';
import type { Workbook } from './workbooks.ts';

interface ExcelDownloadProps {
  readonly workbook: Workbook;
  readonly letter?: string;
  /** What the button says; otherwise that it is Excel. */
  readonly children?: string;
}

/** Downloads a workbook; while it is made, how many rows are written of how many, and the way to stop it. */
export function ExcelDownload({ workbook, letter, children }: ExcelDownloadProps) {
  const { t, language } = useWords();
  const { standing, progress, start, cancel } = useDownload();
  const isRunning = standing.at === 'running';
  // One button for both, so that the keyboard stays on it; the second click of a double one is no wish to stop.
  const press = ({ detail }: MouseEvent) => {
    if (detail > 1) return;
    if (isRunning) cancel();
    else void start(workbook, language);
  };
  return (
    <Group gap="xs" className="download">
      <ActionButton letter={letter} variant="default" leftSection={isRunning ? <IconX size={16} /> : <IconFileSpreadsheet size={16} />} onClick={press}>
        {isRunning ? t('download.cancel') : (children ?? t('download.excel'))}
      </ActionButton>
      {isRunning && <Written rows={progress?.rows ?? 0} total={progress?.total ?? null} />}
      <Text component="span" size="sm" c="dimmed" role="status">
        {standing.at === 'done' && (
          <>
            <IconCheck size={14} aria-hidden /> {t('download.done')}
          </>
        )}
        {standing.at === 'cancelled' && t('download.cancelled')}
      </Text>
      <Refusal problem={standing.at === 'refused' ? standing.problem : null} />
    </Group>
  );
}

/** How far it is; null as `total`: that is still being counted. */
function Written({ rows, total }: { readonly rows: number; readonly total: number | null }) {
  const { t } = useWords();
  return (
    <>
      <Progress value={total ? (100 * rows) / total : 100} striped={total === null} animated={total === null} aria-label={t('download.progress')} w={80} />
      <Text size="sm">{total === null ? t('download.begins') : t('download.rows', { rows, total })}</Text>
    </>
  );
}
