import { Table } from '@mantine/core';
import type { ServiceFigures, ServiceStatus } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Heading } from './Heading.tsx';
import { useFigures } from './useFigures.ts';

const NAMES = ['attemptsPerCompletion', 'firstAttemptSuccess', 'medianWait', 'keptPromises'] as const;

/** How well the calls went, each figure with the counts it comes from. */
export function ServiceTable({ service: { groupBy, rows, totals } }: { readonly service: ServiceStatus }) {
  const { t } = useWords();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label={t('processing.service')} className="figures-table even">
        <Table.Thead>
          <Table.Tr>
            <Heading name={groupBy === 'none' ? t('processing.extent') : t(`processing.groupings.${groupBy}`)} />
            {NAMES.map((name) => (
              <Heading key={name} name={t(`processing.figures.${name}`)} explained={t(`processing.explained.${name}`)} isFigure />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr className="total">
            <Table.Th scope="row">{t('processing.total')}</Table.Th>
            <Cells figures={totals} />
          </Table.Tr>
          {rows.map((row) => (
            <Table.Tr key={row.group?.id ?? ''}>
              <Table.Th scope="row">{row.group?.name ?? t('processing.nobody')}</Table.Th>
              <Cells figures={row} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Cells({ figures }: { readonly figures: ServiceFigures }) {
  const words = useFigures();
  const of = (part: number, whole: number) => whole > 0 && <small className="of">{`${words.count(part)} / ${words.count(whole)}`}</small>;
  return (
    <>
      <Table.Td className="figure">{words.ratio(figures.attemptsPerCompletion)}</Table.Td>
      <Table.Td className="figure">
        {words.share(figures.firstAttemptSuccess)} {of(figures.answeredAtFirst, figures.called)}
      </Table.Td>
      <Table.Td className="figure">{words.clock(figures.medianWaitMs)}</Table.Td>
      <Table.Td className="figure">
        {words.share(figures.keptPromises)} {of(figures.kept, figures.promised)}
      </Table.Td>
    </>
  );
}
