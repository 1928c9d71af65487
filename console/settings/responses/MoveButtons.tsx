import { Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWords } from '../../i18n/i18n.ts';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import type { Chosen } from '../../responses/nodes.ts';
import { usePlace } from './queries.ts';

interface MoveButtonsProps {
  readonly chosen: Chosen;
  /** Its neighbours and itself, in their order. */
  readonly among: readonly { readonly id: string }[];
  readonly name: string;
}

/** Moves it up or down among its neighbours, at once: the order is not part of what is saved. */
export function MoveButtons({ chosen, among, name }: MoveButtonsProps) {
  const { t } = useWords();
  const { run, isPending, problem } = usePlace(chosen);
  const place = among.findIndex(({ id }) => id === chosen.id);
  const isLast = place === among.length - 1;
  return (
    <>
      <Group gap={4}>
        <PendingButton variant="default" leftSection={<IconArrowUp size={16} />} isPending={isPending} disabled={place === 0} aria-label={`${t('responses.up')}: ${name}`} onClick={() => void run(place - 1)}>
          {t('responses.up')}
        </PendingButton>
        <PendingButton variant="default" leftSection={<IconArrowDown size={16} />} isPending={isPending} disabled={isLast} aria-label={`${t('responses.down')}: ${name}`} onClick={() => void run(place + 1)}>
          {t('responses.down')}
        </PendingButton>
      </Group>
      <Refusal problem={problem} />
    </>
  );
}
