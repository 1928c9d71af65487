import { Group, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import type { FilingState } from './useFiling.ts';

/** Mark Done; during a call it says when that will be possible. */
export function DoneButton({ filing: { complete, isDoneable, markDone } }: { readonly filing: FilingState }) {
  const { t } = useWords();
  return (
    <Group gap="xs" wrap="nowrap" className="done">
      {!isDoneable && (
        <Text size="xs" c="dimmed" ta="right">
          {t('filing.afterTheCall')}
        </Text>
      )}
      <ActionButton letter={KEYS.done} leftSection={<IconCheck size={16} />} isPending={complete.isPending} disabled={!isDoneable} onClick={() => void markDone()}>
        {t('filing.done')}
      </ActionButton>
    </Group>
  );
}
