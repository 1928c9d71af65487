import { Table } from '@mantine/core';
import type { DownloadEntry } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { actorName } from '../../parts/names.ts';
import { When } from '../../parts/When.tsx';

/** A row for every download. */
export function DownloadTable({ entries }: { readonly entries: readonly DownloadEntry[] }) {
  const { t } = useWords();
  return (
    <div className="wide">
      <Table className="listing downloads">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('downloads.when')}</Table.Th>
            <Table.Th>{t('downloads.who')}</Table.Th>
            <Table.Th>{t('downloads.what')}</Table.Th>
            <Table.Th>{t('downloads.conditions')}</Table.Th>
            <Table.Th className="figure">{t('downloads.rows')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map((entry) => (
            <Row key={entry.id} entry={entry} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ entry: { at, actor, what, conditions, rows, state } }: { readonly entry: DownloadEntry }) {
  const { t, language } = useWords();
  return (
    <Table.Tr>
      <Table.Td>
        <When at={at} />
      </Table.Td>
      <Table.Td className="who">{actorName(actor, t)}</Table.Td>
      <Table.Td className="what">
        {t(`downloads.of.${what}`)}
        {state !== 'complete' && <div className="beside">{t(`downloads.state.${state}`)}</div>}
      </Table.Td>
      <Table.Td>{conditions.length === 0 ? t('app.nobody') : <Conditions conditions={conditions} />}</Table.Td>
      <Table.Td className="figure">{rows.toLocaleString(language)}</Table.Td>
    </Table.Tr>
  );
}

/** What was searched for, as it stands on the workbook's sheet of conditions. */
function Conditions({ conditions }: Pick<DownloadEntry, 'conditions'>) {
  return (
    <dl>
      {conditions.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
