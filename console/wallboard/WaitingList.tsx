import { Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { CallbackPage, ListQuery, WallboardQuery } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Section } from '../parts/Section.tsx';
import { WaitingRow } from './WaitingRow.tsx';

/** What waits and is not being called, the longest due first. */
const WAITING: ListQuery['status'] = ['queued', 'offered', 'preview', 'scheduled'];
const MOST = 50;

function useWaiting(query: WallboardQuery) {
  const asked: ListQuery = { ...query, status: WAITING, by: 'due', order: 'asc', limit: MOST };
  return useQuery<CallbackPage, ProblemError>({
    // Hints of callbacks have it read again, like every list.
    queryKey: ['callbacks', 'wallboard', asked],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/callbacks', { params: { query: asked }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

/** The callbacks that wait, with what can be done about each. */
export function WaitingList({ query }: { readonly query: WallboardQuery }) {
  const { t } = useWords();
  const waiting = useWaiting(query);
  return (
    <Section title={t('wallboard.list')}>
      <Loaded query={waiting} lines={8}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Nothing>{t('wallboard.nothing')}</Nothing>
          ) : (
            <Table.ScrollContainer minWidth={760}>
              <Table aria-label={t('wallboard.list')} className="figures-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('list.customer')}</Table.Th>
                    <Table.Th>{t('list.route')}</Table.Th>
                    <Table.Th>{t('list.status')}</Table.Th>
                    <Table.Th>{t('list.due')}</Table.Th>
                    <Table.Th>{t('wallboard.agent')}</Table.Th>
                    <Table.Th className="figure">{t('list.attempts')}</Table.Th>
                    <Table.Th>{t('list.actions')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {items.map((callback) => (
                    <WaitingRow key={callback.id} callback={callback} />
                  ))}
                </Table.Tbody>
              </Table>
              {nextCursor !== null && <Nothing>{t('wallboard.more', { count: MOST })}</Nothing>}
            </Table.ScrollContainer>
          )
        }
      </Loaded>
    </Section>
  );
}
