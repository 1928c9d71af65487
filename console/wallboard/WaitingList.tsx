import { SegmentedControl, Table } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, client } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { CallbackPage, ListQuery, WallboardQuery } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { Section } from '../parts/Section.tsx';
import { serverNowMs } from '../session/clock.ts';
import { WaitingRow } from './WaitingRow.tsx';

/** What the list shows: all that waits and is not being called, what is scheduled for the next hour, or what was called and is not done. */
export const WAITING_SHOWS = ['waiting', 'soon', 'after_call'] as const;
export type WaitingShow = (typeof WAITING_SHOWS)[number];

const STATUSES: Readonly<Record<WaitingShow, ListQuery['status']>> = { waiting: ['queued', 'offered', 'preview', 'scheduled'], soon: ['scheduled'], after_call: ['wrap_up'] };
const MOST = 50;
const HOUR_MS = 3_600_000;

/** The longest due first. */
function useWaiting(query: WallboardQuery, show: WaitingShow) {
  const asked: ListQuery = { ...query, status: STATUSES[show], by: 'due', order: 'asc', limit: MOST };
  return useQuery<CallbackPage, ProblemError>({
    // Hints of callbacks have it read again, like every list.
    queryKey: ['callbacks', 'wallboard', asked],
    queryFn: ({ signal }) => answerOf(client.GET('/v1/callbacks', { params: { query: { ...asked, ...(show === 'soon' && nextHour()) } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

function nextHour(): Pick<ListQuery, 'from' | 'to'> {
  const nowMs = serverNowMs();
  return { from: new Date(nowMs).toISOString(), to: new Date(nowMs + HOUR_MS).toISOString() };
}

interface WaitingListProps {
  readonly query: WallboardQuery;
  readonly show: WaitingShow;
  readonly onShow: (show: WaitingShow) => void;
}

/** The callbacks that wait, with what can be done about each. Where much is overdue, what is due next is looked at by itself. */
export function WaitingList({ query, show, onShow }: WaitingListProps) {
  const { t } = useWords();
  const waiting = useWaiting(query, show);
  const shows = WAITING_SHOWS.map((one) => ({ value: one, label: t(`wallboard.shows.${one}`) }));
  return (
    <Section title={t('wallboard.list')} aside={<SegmentedControl size="xs" aria-label={t('wallboard.show')} value={show} onChange={onShow} data={shows} />}>
      <Loaded query={waiting} lines={8}>
        {({ items, nextCursor }) =>
          items.length === 0 ? (
            <Nothing>{t(`wallboard.nothing.${show}`)}</Nothing>
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
