import { SegmentedControl, Title } from '@mantine/core';
import { useLocation } from 'wouter';
import { useAgents } from '../api/queries.ts';
import { handOver } from '../distribution/handed-over.ts';
import { PickList } from '../distribution/PickList.tsx';
import { useTotals, useUnprocessed } from '../distribution/queries.ts';
import { SearchFields } from '../distribution/SearchFields.tsx';
import { usePicked } from '../distribution/usePicked.ts';
import { useView } from '../distribution/useView.ts';
import type { View } from '../distribution/view.ts';
import { DISTRIBUTION_SHOWS, openQuery, WITHDRAWAL_SHOWS, withdrawalQuery, writeView } from '../distribution/view.ts';
import { countOf, selectionOf } from '../distribution/wish.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Section } from '../parts/Section.tsx';
import { PlanProgress } from '../plans/PlanProgress.tsx';
import { RunningPlans } from '../plans/RunningPlans.tsx';
import { SelectionBar } from '../selection/SelectionBar.tsx';
import { serverNowMs } from '../session/clock.ts';
import { AgentCounts } from './AgentCounts.tsx';
import { SelectionActions } from './SelectionActions.tsx';
import '../distribution/distribution.css';

type Show = (typeof WITHDRAWAL_SHOWS)[number];

/** Agents with their unprocessed callbacks on the left, the callbacks on the right: to withdraw or to move, and what is withdrawn. */
export default function WithdrawalPage() {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const [, navigate] = useLocation();
  const { view, change, search } = useView(WITHDRAWAL_SHOWS);
  const nowMs = serverNowMs();
  const query = withdrawalQuery(view, timeZone, nowMs);
  const picked = usePicked(query, view.plan);
  const found = useTotals(query).data?.total;
  const unprocessed = useUnprocessed(openQuery({ ...view.search, assignee: '' }, timeZone, nowMs));
  const { selected, clear } = picked.selection;
  const isWithdrawn = view.show === 'withdrawn';
  const onAgain = () => navigate(`/distribution?${againIn(view)}`, { state: handOver(selected) });
  const onMade = (plan: string) => {
    clear();
    change({ plan });
  };
  const label = useLabel(view);
  return (
    <div className="workplace">
      <header>
        <Title order={1}>{t('withdrawal.title')}</Title>
        <SegmentedControl
          size="xs"
          aria-label={t('withdrawal.show')}
          value={view.show}
          onChange={(show) => change({ show })}
          data={WITHDRAWAL_SHOWS.map((show) => ({ value: show, label: t(`withdrawal.shows.${show}`) }))}
        />
      </header>
      <SearchFields search={view.search} onChange={search} hasAgents={!isWithdrawn} />
      <div className="withdrawal">
        <Section title={t('withdrawal.agents')} className="pane">
          <Loaded query={unprocessed} lines={8}>
            {({ items }) => (
              <AgentCounts
                items={items}
                agentId={isWithdrawn ? ' ' : view.search.assignee}
                onChoose={(assignee) => change({ show: 'distributed', search: { ...view.search, assignee } })}
              />
            )}
          </Loaded>
        </Section>
        <div className="withdrawal-right">
          {view.plan === null ? (
            <RunningPlans onShow={(plan) => change({ plan })} />
          ) : (
            <PlanProgress planId={view.plan} onClose={() => change({ plan: null })} />
          )}
          <Section title={label} className="pane">
            <SelectionBar selection={picked.selection} found={found}>
              <SelectionActions
                selection={selectionOf(selected, query)}
                count={countOf(selected, found)}
                isWithdrawn={isWithdrawn}
                routeIds={picked.routeIds}
                onAgain={onAgain}
                onMade={onMade}
              />
            </SelectionBar>
            <PickList {...picked} label={label} nothing={t(isWithdrawn ? 'withdrawal.nothingWithdrawn' : 'withdrawal.nothing')} showsAssignee={!isWithdrawn} />
          </Section>
        </div>
      </div>
    </div>
  );
}

/** Whose callbacks are listed. */
function useLabel({ show, search: { assignee } }: View<Show>): string {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  if (show === 'withdrawn') return t('withdrawal.withdrawn');
  const name = agents.find(({ id }) => id === assignee)?.name;
  return name === undefined ? t('withdrawal.callbacks') : t('withdrawal.callbacksOf', { name });
}

/** The same search in Distribution, showing what is withdrawn. */
function againIn({ search }: View<Show>): string {
  const view = { search: { ...search, assignee: '', team: '' }, show: 'withdrawn', plan: null, ctiOnly: false, among: '', called: '', serving: false } as const;
  return new URLSearchParams(writeView(view, DISTRIBUTION_SHOWS)).toString();
}
