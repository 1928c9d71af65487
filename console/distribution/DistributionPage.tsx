import { NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useHistoryState } from 'wouter/use-browser-location';
import { useAgents } from '../api/queries.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Section } from '../parts/Section.tsx';
import { PlanProgress } from '../plans/PlanProgress.tsx';
import { RunningPlans } from '../plans/RunningPlans.tsx';
import { usePreview } from '../plans/usePreview.ts';
import { SelectionBar } from '../selection/SelectionBar.tsx';
import { serverNowMs } from '../session/clock.ts';
import { AgentPicker } from './AgentPicker.tsx';
import { agentsAmong, useAgentChoice } from './agent-choice.ts';
import { DistributionPlan } from './DistributionPlan.tsx';
import { selectedIn } from './handed-over.ts';
import { PickList } from './PickList.tsx';
import { useTotals } from './queries.ts';
import { SearchFields } from './SearchFields.tsx';
import { TotalFigures } from './TotalFigures.tsx';
import { usePicked } from './usePicked.ts';
import { useView } from './useView.ts';
import { DISTRIBUTION_SHOWS, distributionQuery, openQuery, seeksDistributed, writeView, WITHDRAWAL_SHOWS } from './view.ts';
import { selectionOf, wishTo } from './wish.ts';
import './distribution.css';

/** Callbacks on the left, agents on the right, and between them what will happen before it happens. */
export default function DistributionPage() {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const { view, change, search } = useView(DISTRIBUTION_SHOWS);
  const nowMs = serverNowMs();
  const query = distributionQuery(view, timeZone, nowMs);
  const [handedOver] = useState(selectedIn(useHistoryState()));
  const picked = usePicked(query, view.plan, handedOver);
  const totals = useTotals(openQuery(view.search, timeZone, nowMs));
  const found = useTotals(query);
  const agents = useAgents();
  const shown = agentsAmong(agents.data ?? [], view);
  const choice = useAgentChoice(shown);
  const { selected, clear } = picked.selection;
  const selection = selectionOf(selected, query);
  const wish = wishTo('distribute', selection, choice);
  const previewed = usePreview(view.plan === null ? wish : null);
  const onMade = (plan: string) => {
    clear();
    change({ plan });
  };
  return (
    <div className="workplace">
      <header>
        <Title order={1}>{t('distribution.title')}</Title>
        <TotalFigures totals={totals.data} />
      </header>
      <SearchFields search={view.search} onChange={search}>
        <ShowField show={view.show} isForced={seeksDistributed(view.search)} onChange={(show) => change({ show })} />
      </SearchFields>
      <div className="distribution">
        <Section title={t('distribution.callbacks')} className="pane">
          <SelectionBar selection={picked.selection} found={found.data?.total} />
          <PickList
            {...picked}
            label={t('distribution.callbacks')}
            nothing={t(view.show === 'undistributed' ? 'distribution.nothingUndistributed' : 'distribution.nothing')}
            showsAssignee={view.show === 'all' || seeksDistributed(view.search)}
          />
        </Section>
        <div className="between">
          {view.plan === null ? (
            <Section title={t('distribution.plan')}>
              <RunningPlans onShow={(plan) => change({ plan })} />
              <DistributionPlan
                wish={wish}
                hasSelection={selection !== null}
                choice={choice}
                chosen={shown.filter(({ id }) => choice.chosen.includes(id))}
                previewed={previewed}
                action={t('distribution.distribute')}
                letter={KEYS.distribute}
                withdrawal={`/withdrawal?${new URLSearchParams(writeView({ ...view, show: 'distributed' }, WITHDRAWAL_SHOWS)).toString()}`}
                onMade={onMade}
              />
            </Section>
          ) : (
            <PlanProgress planId={view.plan} onClose={() => change({ plan: null })} />
          )}
        </div>
        <Section title={t('distribution.agents')} className="pane">
          <Loaded query={agents} lines={8}>
            {(all) => (
              <AgentPicker
                agents={all}
                shown={shown}
                choice={choice}
                ctiOnly={view.ctiOnly}
                among={view.among}
                called={view.called}
                serving={view.serving}
                onNarrow={change}
                routeIds={picked.routeIds}
                more={new Map(previewed.preview?.perAgent.map(({ agent, count }) => [agent.id, count]))}
              />
            )}
          </Loaded>
        </Section>
      </div>
    </div>
  );
}

type Show = (typeof DISTRIBUTION_SHOWS)[number];

interface ShowFieldProps {
  readonly show: Show;
  /** An agent or a team is searched for. */
  readonly isForced: boolean;
  readonly onChange: (show: Show) => void;
}

function ShowField({ show, isForced, onChange }: ShowFieldProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('distribution.show')}
      title={isForced ? t('distribution.showHint') : undefined}
      disabled={isForced}
      value={isForced ? 'all' : show}
      onChange={(event) => onChange(event.currentTarget.value as Show)}
      data={DISTRIBUTION_SHOWS.map((one) => ({ value: one, label: t(`distribution.shows.${one}`) }))}
    />
  );
}
