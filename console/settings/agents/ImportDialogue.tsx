import { Button, FileInput, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ImportResult } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { ImportRows } from './ImportRows.tsx';
import type { ImportGiven } from './queries.ts';
import { useImport } from './queries.ts';
import { ShownOnce } from './ShownOnce.tsx';

/** Import of a table: what it would do row by row, then doing it, then the first passwords. */
export function ImportDialogue({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal size="min(1100px, 95vw)" opened={isOpen} onClose={onClose} title={t('agents.import')} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <ImportSteps onClose={onClose} />
    </Modal>
  );
}

const ENCODINGS = ['auto', 'utf-8', 'cp932'] as const;
type Encoding = ImportGiven['encoding'];

function ImportSteps({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const [file, setFile] = useState<File | null>(null);
  const [encoding, setEncoding] = useState<Encoding>('auto');
  const [shown, setShown] = useState<ImportResult | null>(null);
  const { run, isPending, problem, clear } = useImport();
  const look = async (wish: File | null, how: Encoding) => {
    setFile(wish);
    setEncoding(how);
    setShown(null);
    clear();
    if (wish) setShown(await run({ file: wish, encoding: how, dryRun: true }));
  };
  const apply = async () => {
    const done = file && (await run({ file, encoding, dryRun: false }));
    if (done) setShown(done);
  };
  if (shown?.applied && shown.passwords.length > 0) return <ShownOnce passwords={shown.passwords} onClose={onClose} />;
  const counts = shown?.counts;
  const isReady = shown && !shown.applied && counts && counts.error === 0 && counts.create + counts.change > 0;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('agents.importHint')}
      </Text>
      <Group align="flex-end" gap="xs">
        <FileInput w={320} label={t('agents.file')} placeholder={t('agents.chooseFile')} accept=".csv,text/csv" value={file} onChange={(chosen) => void look(chosen, encoding)} data-autofocus />
        <NativeSelect
          label={t('agents.encoding')}
          value={encoding}
          data={ENCODINGS.map((one) => ({ value: one, label: t(`agents.encodings.${one}`) }))}
          onChange={(event) => void look(file, ENCODINGS.find((one) => one === event.currentTarget.value) ?? 'auto')}
        />
      </Group>
      <Refusal problem={problem} />
      {shown && <ImportRows result={shown} />}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t(shown?.applied ? 'app.close' : 'app.cancel')}
        </Button>
        {!shown?.applied && (
          <PendingButton isPending={isPending} disabled={!isReady} onClick={() => void apply()}>
            {t('agents.apply')}
          </PendingButton>
        )}
      </Group>
    </Stack>
  );
}
