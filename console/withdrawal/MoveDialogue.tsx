import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useAgents } from '../api/queries.ts';
import type { PlanWish } from '../api/types.ts';
import { AgentPicker } from '../distribution/AgentPicker.tsx';
import { agentsAmong, useAgentChoice } from '../distribution/agent-choice.ts';
import { DistributionPlan } from '../distribution/DistributionPlan.tsx';
import { wishTo } from '../distribution/wish.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { usePreview } from '../plans/usePreview.ts';

interface MoveDialogueProps {
  readonly selection: PlanWish['selection'];
  readonly count: number;
  readonly routeIds: ReadonlySet<string>;
  readonly onClose: () => void;
  readonly onMade: (planId: string) => void;
}

/** Gives what is selected to other agents, in one step. */
export function MoveDialogue({ selection, count, routeIds, onClose, onMade }: MoveDialogueProps) {
  const { t } = useWords();
  const agents = useAgents();
  const [narrowed, setNarrowed] = useState({ ctiOnly: false, among: '', called: '', serving: false });
  const shown = agentsAmong(agents.data ?? [], narrowed);
  const choice = useAgentChoice(shown);
  const wish = wishTo('move', selection, choice);
  const previewed = usePreview(wish);
  return (
    <Modal opened size={760} onClose={onClose} title={t('withdrawal.moving', { count })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <div className="move">
        <div className="move-agents">
          <Loaded query={agents} lines={6}>
            {(all) => (
              <AgentPicker
                agents={all}
                shown={shown}
                choice={choice}
                {...narrowed}
                onNarrow={(part) => setNarrowed({ ...narrowed, ...part })}
                routeIds={routeIds}
                more={new Map(previewed.preview?.perAgent.map(({ agent, count: more }) => [agent.id, more]))}
              />
            )}
          </Loaded>
        </div>
        <div className="between">
          <DistributionPlan
            wish={wish}
            hasSelection
            choice={choice}
            chosen={shown.filter(({ id }) => choice.chosen.includes(id))}
            previewed={previewed}
            action={t('withdrawal.move')}
            withdrawal={null}
            onMade={onMade}
          />
        </div>
      </div>
    </Modal>
  );
}
