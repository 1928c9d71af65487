import { Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Figures, ProcessingStatus } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Heading } from './Heading.tsx';
import { useFigures } from './useFigures.ts';

const COUNTS = ['requested', 'distributed', 'completed', 'unprocessed', 'otherEnded'] as const;

/** The figures as numbers: the whole first, then each period, or each group with its periods behind it. */
export function FiguresTable({ status }: { readonly status: ProcessingStatus }) {
  const { t } = useWords();
  const { groupBy, rows, groups, totals } = status;
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table stickyHeader aria-label={t('processing.table')} className="figures-table even">
        <Table.Thead>
          <Table.Tr>
            <Heading name={groupBy === 'none' ? t('processing.period') : t(`processing.groupings.${groupBy}`)} />
            {COUNTS.map((name) => (
              <Heading key={name} name={t(`processing.figures.${name}`)} explained={t(`processing.explained.${name}`)} isFigure />
            ))}
            <Heading name={t('processing.figures.rate')} explained={t('processing.explained.rate')} isFigure />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr className="total">
            <Table.Th scope="row">{t('processing.total')}</Table.Th>
            <FigureCells figures={totals} />
          </Table.Tr>
          {groupBy === 'none'
            ? rows.map((row) => <PeriodRow key={row.period} period={row.period} figures={row} />)
            : groups.map((group) => (
                <GroupRows key={group.group?.id ?? ''} group={group} rows={rows.filter((row) => row.group?.id === group.group?.id && row.requested > 0)} />
              ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function PeriodRow({ period, figures, isInner = false }: { readonly period: string; readonly figures: Figures; readonly isInner?: boolean }) {
  const words = useFigures();
  return (
    <Table.Tr className={isInner ? 'inner' : undefined}>
      <Table.Th scope="row">{words.period(period)}</Table.Th>
      <FigureCells figures={figures} />
    </Table.Tr>
  );
}

function GroupRows({ group, rows }: { readonly group: ProcessingStatus['groups'][number]; readonly rows: ProcessingStatus['rows'] }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row">
          <UnstyledButton className="group-name" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            <Chevron size={14} aria-hidden />
            {group.group?.name ?? t('processing.nobody')}
          </UnstyledButton>
        </Table.Th>
        <FigureCells figures={group} />
      </Table.Tr>
      {isOpen && rows.map((row) => <PeriodRow key={row.period} period={row.period} figures={row} isInner />)}
    </>
  );
}

function FigureCells({ figures }: { readonly figures: Figures }) {
  const words = useFigures();
  return (
    <>
      {COUNTS.map((name) => (
        <Table.Td key={name} className="figure">
          {words.count(figures[name])}
        </Table.Td>
      ))}
      <Table.Td className="figure">{words.share(figures.rate)}</Table.Td>
    </>
  );
}
