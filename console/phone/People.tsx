import { Code, Table } from '@mantine/core';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Section } from '../parts/Section.tsx';
import { usePeople } from './usePhone.ts';

/** Which numbers answer, are busy, ring out: told by how a number ends. */
export function People() {
  const { t } = useWords();
  const people = usePeople();
  return (
    <Section title={t('phone.people')}>
      <Loaded query={people}>
        {(known) => (
          <Table aria-label={t('phone.people')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('phone.ending')}</Table.Th>
                <Table.Th>{t('phone.behaviour')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {known.map(({ ending, behaviour }) => (
                <Table.Tr key={ending}>
                  <Table.Td>{ending === null ? t('phone.anyOther') : <Code>…{ending}</Code>}</Table.Td>
                  <Table.Td>{t(`phone.behaviours.${behaviour}`)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Loaded>
    </Section>
  );
}
