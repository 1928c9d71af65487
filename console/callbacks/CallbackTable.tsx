import { Table, UnstyledButton } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { CallbackRow } from '../api/types.ts';
import { DialButton } from '../case/DialButton.tsx';
import { mayDial } from '../case/may.ts';
import { useCanDial } from '../case/useCanDial.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { useSignedIn } from '../session/centre.ts';
import { isTheirs } from '../session/rights.ts';
import { Cell } from './Cell.tsx';
import type { Column } from './columns.ts';

interface CallbackTableProps {
  readonly callbacks: readonly CallbackRow[];
  readonly columns: readonly Column[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** Callbacks, one a row. The attempts stand left of Dial. */
export function CallbackTable({ callbacks, columns, openId, onOpen }: CallbackTableProps) {
  const { t } = useWords();
  const canDial = useCanDial();
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table highlightOnHover stickyHeader aria-label={t('list.title')} className="callbacks">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('list.customer')}</Table.Th>
            {columns.map((column) => (
              <Table.Th key={column}>{t(`list.${column}`)}</Table.Th>
            ))}
            <Table.Th className="figure">{t('list.attempts')}</Table.Th>
            {canDial !== null && <Table.Th aria-label={t('callback.dial')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {callbacks.map((callback) => (
            <Row key={callback.id} callback={callback} columns={columns} canDial={canDial} isOpen={callback.id === openId} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface RowProps extends Pick<CallbackTableProps, 'columns' | 'onOpen'> {
  readonly callback: CallbackRow;
  readonly canDial: boolean | null;
  readonly isOpen: boolean;
}

function Row({ callback, columns, canDial, isOpen, onOpen }: RowProps) {
  const { t } = useWords();
  const me = useSignedIn();
  const name = customerName(callback, t);
  const openUnlessButton = ({ target }: MouseEvent) => {
    if (!(target as Element).closest('button')) onOpen(callback.id);
  };
  return (
    <Table.Tr onClick={openUnlessButton} aria-selected={isOpen} data-open={isOpen || undefined}>
      <Table.Td className="customer">
        <UnstyledButton className="name" onClick={() => onOpen(callback.id)} aria-label={t('list.open', { name })} title={name}>
          {name}
        </UnstyledButton>
      </Table.Td>
      {columns.map((column) => (
        <Table.Td key={column} className={`column-${column}`}>
          <Cell callback={callback} column={column} />
        </Table.Td>
      ))}
      <Table.Td className="figure">{callback.attemptsPlaced}</Table.Td>
      {canDial !== null && (
        <Table.Td>
          {canDial && mayDial(callback.status) && isTheirs(me, callback) && (
            <DialButton callback={callback} size="compact-xs" variant="light" label={t('callback.dialName', { name })}>
              {t('callback.dial')}
            </DialButton>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
}
