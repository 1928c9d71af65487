import { Table } from '@mantine/core';
import type { OffersStatus } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { Heading } from './Heading.tsx';
import { useFigures } from './useFigures.ts';

const COUNTS = ['offered', 'accepted', 'rejected', 'missed', 'withdrawn'] as const;

/** What became of the offers each agent was shown. */
export function OffersTable({ offers: { rows, totals } }: { readonly offers: OffersStatus }) {
  const { t } = useWords();
  if (rows.length === 0) return <Nothing>{t('processing.noOffers')}</Nothing>;
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table aria-label={t('processing.offers')} className="figures-table even">
        <Table.Thead>
          <Table.Tr>
            <Heading name={t('processing.agent')} />
            {COUNTS.map((name) => (
              <Heading key={name} name={t(`processing.offerFigures.${name}`)} explained={t(`processing.offerExplained.${name}`)} isFigure />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row name={t('processing.total')} figures={totals} isTotal />
          {rows.map(({ agent, ...figures }) => (
            <Row key={agent.id} name={agent.name} figures={figures} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Row({ name, figures, isTotal = false }: { readonly name: string; readonly figures: OffersStatus['totals']; readonly isTotal?: boolean }) {
  const words = useFigures();
  return (
    <Table.Tr className={isTotal ? 'total' : undefined}>
      <Table.Th scope="row">{name}</Table.Th>
      {COUNTS.map((count) => (
        <Table.Td key={count} className="figure">
          {words.count(figures[count])}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
