import { Table } from '@mantine/core';
import { memo } from 'react';
import type { PlanRefusal } from '../../domain/plan.ts';
import type { CallbackRow } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { customerName } from '../parts/names.ts';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { AllBox, RowBox } from '../selection/SelectBox.tsx';
import type { Selection } from '../selection/useSelection.ts';

interface PickTableProps {
  readonly label: string;
  readonly callbacks: readonly CallbackRow[];
  readonly shown: readonly string[];
  readonly selection: Selection;
  readonly showsAssignee: boolean;
  /** Why the plan shown left some of them as they were. */
  readonly refusals: ReadonlyMap<string, PlanRefusal>;
}

/** Callbacks to select from, one a row. */
export function PickTable({ label, callbacks, shown, selection, showsAssignee, refusals }: PickTableProps) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <Table layout="fixed" stickyHeader highlightOnHover aria-label={label} className={showsAssignee ? 'pick owned' : 'pick'}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className="box">
            <AllBox selection={selection} shown={shown} />
          </Table.Th>
          <Table.Th>{t('list.customer')}</Table.Th>
          <Table.Th className="route">{t('list.route')}</Table.Th>
          <Table.Th className="state">{t('list.status')}</Table.Th>
          <Table.Th className="moment">{t('list.requested')}</Table.Th>
          <Table.Th className="moment">{t('list.due')}</Table.Th>
          {showsAssignee && <Table.Th className="assignee">{t('list.assignee')}</Table.Th>}
          <Table.Th className="figure attempts">{t('list.attempts')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {callbacks.map((callback) => (
          <Row
            key={callback.id}
            callback={callback}
            isOn={selection.has(callback.id)}
            onPress={selection.press}
            showsAssignee={showsAssignee}
            refusal={refusals.get(callback.id)}
            formats={formats}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps extends Pick<PickTableProps, 'showsAssignee'> {
  readonly callback: CallbackRow;
  readonly isOn: boolean;
  readonly onPress: Selection['press'];
  readonly refusal: PlanRefusal | undefined;
  readonly formats: ReturnType<typeof useFormats>;
}

/** Drawn again only where something of it changed: there may be thousands. */
const Row = memo(function Row({ callback, isOn, onPress, showsAssignee, refusal, formats }: RowProps) {
  const { t } = useWords();
  const { id, number, route, status, requestedAt, dueAt, assignee, attemptsPlaced } = callback;
  const name = customerName(callback, t);
  return (
    <Table.Tr aria-selected={isOn} data-chosen={isOn || undefined}>
      <Table.Td className="box">
        <RowBox id={id} name={name} isOn={isOn} onPress={onPress} />
      </Table.Td>
      <Table.Td>
        <div className="who">
          <span className="name" title={name}>
            {name}
          </span>
          <span className="number" title={formats.number(number)}>
            {formats.number(number)}
          </span>
        </div>
        {refusal && <span className="warning">{t(`plan.refusal.${refusal}`)}</span>}
      </Table.Td>
      <Table.Td className="short" title={route.name}>
        {route.name}
      </Table.Td>
      <Table.Td>
        <StatusBadge status={status} />
      </Table.Td>
      <Table.Td>
        <Moment at={requestedAt} formats={formats} />
      </Table.Td>
      <Table.Td>{dueAt && <Moment at={dueAt} formats={formats} />}</Table.Td>
      {showsAssignee && (
        <Table.Td className="short" title={assignee?.name}>
          {assignee?.name ?? t('app.nobody')}
        </Table.Td>
      )}
      <Table.Td className="figure">{attemptsPlaced}</Table.Td>
    </Table.Tr>
  );
});

/** Day and time, beside each other where there is room, else under each other; today only the time. */
function Moment({ at, formats }: Pick<RowProps, 'formats'> & { readonly at: string }) {
  const time = formats.time(at);
  const isToday = formats.near(at) === time;
  return (
    <time dateTime={at} className="moment-text">
      {!isToday && <span>{formats.day(at)} </span>}
      <span>{time}</span>
    </time>
  );
}
