import { Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconEqual, IconPencil, IconPlus } from '@tabler/icons-react';
import type { ImportResult } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';

type Row = ImportResult['rows'][number];

const LOOKS = {
  create: { icon: IconPlus, colour: 'green' },
  change: { icon: IconPencil, colour: 'blue' },
  same: { icon: IconEqual, colour: 'gray' },
  error: { icon: IconAlertTriangle, colour: 'red' },
} as const;

/** Rows beyond these are counted, not shown: nobody reads them, and a browser would take long to draw them. */
const MOST_SHOWN = 500;

/** What each row does or would do: wrong ones first, then those that change something. */
export function ImportRows({ result }: { readonly result: ImportResult }) {
  const { t } = useWords();
  const order = ['error', 'create', 'change', 'same'] as const;
  const rows = result.rows.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result) || a.line - b.line);
  const { create, change, same, error } = result.counts;
  return (
    <>
      <Text role="status" fw={600}>
        {t(result.applied ? 'agents.applied' : 'agents.wouldDo', { create, change, same, error, encoding: t(`agents.encodings.${result.encoding}`) })}
      </Text>
      {error > 0 && <Text c="var(--alarm)">{t('agents.nothingChanged', { count: error })}</Text>}
      <div className="rows" tabIndex={0} role="region" aria-label={t('agents.rows')}>
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="figure">{t('agents.line')}</Table.Th>
              <Table.Th>{t('agents.email')}</Table.Th>
              <Table.Th>{t('agents.name')}</Table.Th>
              <Table.Th>{t('agents.result')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, MOST_SHOWN).map((row) => (
              <RowLine key={row.line} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.length > MOST_SHOWN && <Text c="dimmed">{t('agents.moreRows', { count: rows.length - MOST_SHOWN })}</Text>}
    </>
  );
}

function RowLine({ row }: { readonly row: Row }) {
  const { t } = useWords();
  const { icon: Icon, colour } = LOOKS[row.result];
  return (
    <Table.Tr>
      <Table.Td className="figure">{row.line}</Table.Td>
      <Table.Td>{row.email}</Table.Td>
      <Table.Td>{row.name}</Table.Td>
      <Table.Td>
        <span className="status">
          <Icon size={16} aria-hidden color={`var(--mantine-color-${colour}-text)`} />
          {t(`agents.results.${row.result}`)}
          {row.changes.length > 0 && `: ${row.changes.map((column) => t(`agents.columns.${column}`)).join(', ')}`}
        </span>
        {row.problems.map(({ column, code, value }) => (
          <div key={`${column} ${code} ${value}`}>
            {t(`agents.columns.${column}`)}: {t(`agents.rowProblems.${code}`, { value: value ?? '' })}
          </div>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
