import { Group, Table } from '@mantine/core';
import { memo } from 'react';
import { useRelease } from '../api/commands.ts';
import type { CallbackRow } from '../api/types.ts';
import { CancelButton } from '../case/CancelButton.tsx';
import { mayCancel } from '../case/may.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { When } from '../parts/When.tsx';
import { MoveButton } from './MoveButton.tsx';
import { WrapUpButton } from './WrapUpButton.tsx';

/** A callback that waits, and what an administrator can do about it. No number stands here: the board hangs where everybody sees it. */
export const WaitingRow = memo(function WaitingRow({ callback }: { readonly callback: CallbackRow }) {
  const { t } = useWords();
  const name = customerName(callback, t);
  return (
    <Table.Tr>
      <Table.Th scope="row">{name}</Table.Th>
      <Table.Td>{callback.route.name}</Table.Td>
      <Table.Td>
        <StatusBadge status={callback.status} />
      </Table.Td>
      <Table.Td>
        <When at={callback.dueAt} near />
      </Table.Td>
      <Table.Td>{(callback.agent ?? callback.assignee)?.name ?? t('app.nobody')}</Table.Td>
      <Table.Td className="figure">{callback.attemptsPlaced}</Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap" role="group" aria-label={t('wallboard.actionsOn', { name })}>
          {callback.status === 'wrap_up' ? <WrapUpButton callbackId={callback.id} /> : <WaitingActions callback={callback} />}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
});

function WaitingActions({ callback }: { readonly callback: CallbackRow }) {
  return (
    <>
      {callback.status === 'scheduled' && <ReleaseButton callbackId={callback.id} />}
      <MoveButton callback={callback} />
      {mayCancel(callback.status) && <CancelButton callbackId={callback.id} />}
    </>
  );
}

function ReleaseButton({ callbackId }: { readonly callbackId: string }) {
  const { t } = useWords();
  const { run, isPending, problem } = useRelease(callbackId);
  return (
    <>
      <PendingButton variant="light" isPending={isPending} onClick={() => void run(undefined)}>
        {t('wallboard.release')}
      </PendingButton>
      <Refusal problem={problem} />
    </>
  );
}
