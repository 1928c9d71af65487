import { Table, UnstyledButton } from '@mantine/core';
import type { MouseEvent } from 'react';
import { memo } from 'react';
import type { CallbackRow } from '../api/types.ts';
import { DialButton } from '../case/DialButton.tsx';
import { useMayDial } from '../case/useMayDial.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { AllBox, RowBox } from '../selection/SelectBox.tsx';
import type { Selection } from '../selection/useSelection.ts';
import { Cell } from './Cell.tsx';
import type { Column } from './columns.ts';
import { SORTED } from './columns.ts';
import type { Sorting } from './SortHeading.tsx';
import { SortHeading } from './SortHeading.tsx';

export interface CallbackTableProps {
  readonly callbacks: readonly CallbackRow[];
  readonly shown: readonly string[];
  readonly columns: readonly Column[];
  readonly sorting: Sorting;
  /** Null: nothing is done with many callbacks at once. */
  readonly selection: Selection | null;
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** Callbacks, one a row. The attempts stand left of Dial. */
export function CallbackTable({ callbacks, shown, columns, sorting, selection, openId, onOpen }: CallbackTableProps) {
  const { t } = useWords();
  const mayDial = useMayDial();
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table highlightOnHover stickyHeader aria-label={t('list.title')} className="callbacks">
        <Table.Thead>
          <Table.Tr>
            {selection && (
              <Table.Th className="box">
                <AllBox selection={selection} shown={shown} />
              </Table.Th>
            )}
            <SortHeading {...sorting} label={t('list.customer')} by="name" />
            {columns.map((column) => (
              <SortHeading key={column} {...sorting} label={t(`list.${column}`)} by={SORTED[column]} />
            ))}
            <SortHeading {...sorting} label={t('list.attempts')} by="attempts" className="figure attempts" />
            {mayDial && <Table.Th className="act" aria-label={t('callback.dial')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {callbacks.map((callback) => (
            <Row
              key={callback.id}
              callback={callback}
              columns={columns}
              dial={mayDial && (mayDial(callback) ? 'now' : 'not')}
              isOn={selection && selection.has(callback.id)}
              onPress={selection?.press}
              isOpen={callback.id === openId}
              onOpen={onOpen}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface RowProps extends Pick<CallbackTableProps, 'columns' | 'onOpen'> {
  readonly callback: CallbackRow;
  /** Null: this person never dials. */
  readonly dial: 'now' | 'not' | null;
  /** Null: nothing is selected here. */
  readonly isOn: boolean | null;
  readonly onPress: Selection['press'] | undefined;
  readonly isOpen: boolean;
}

/** What may be cut at the column's edge, to be read whole by pointing at it. */
function wholeText({ route, assignee }: CallbackRow, column: Column): string | undefined {
  const texts: Partial<Record<Column, string | null | undefined>> = { route: route.name, assignee: assignee?.name };
  return texts[column] ?? undefined;
}

/** Drawn again only where something of it changed: there may be thousands. */
const Row = memo(function Row({ callback, columns, dial, isOn, onPress, isOpen, onOpen }: RowProps) {
  const { t } = useWords();
  const name = customerName(callback, t);
  const openUnlessPressed = ({ target }: MouseEvent) => {
    if (!(target as Element).closest('button, a, input, .box')) onOpen(callback.id);
  };
  return (
    <Table.Tr onClick={openUnlessPressed} aria-selected={isOn ?? isOpen} data-open={isOpen || undefined} data-chosen={isOn || undefined}>
      {onPress && (
        <Table.Td className="box">
          <RowBox id={callback.id} name={name} isOn={isOn === true} onPress={onPress} />
        </Table.Td>
      )}
      <Table.Td className="customer">
        <UnstyledButton className="name" onClick={() => onOpen(callback.id)} aria-label={t('list.open', { name })} title={name}>
          {name}
        </UnstyledButton>
      </Table.Td>
      {columns.map((column) => (
        <Table.Td key={column} className={`column-${column}`} title={wholeText(callback, column)}>
          <Cell callback={callback} column={column} />
        </Table.Td>
      ))}
      <Table.Td className="figure attempts">{callback.attemptsPlaced}</Table.Td>
      {dial && (
        <Table.Td className="act">
          {dial === 'now' && (
            <DialButton callback={callback} size="compact-xs" variant="light" label={t('callback.dialName', { name })}>
              {t('callback.dial')}
            </DialButton>
          )}
        </Table.Td>
      )}
    </Table.Tr>
  );
});
