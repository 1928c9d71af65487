import { Anchor, Text } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { Agent, PlanWish } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useMakePlan } from '../plans/usePlan.ts';
import type { usePreview } from '../plans/usePreview.ts';
import type { AgentChoice } from './agent-choice.ts';
import { MethodFields } from './MethodFields.tsx';
import { PreviewSummary } from './PreviewSummary.tsx';

interface DistributionPlanProps {
  readonly wish: PlanWish | null;
  readonly hasSelection: boolean;
  readonly choice: AgentChoice;
  readonly chosen: readonly Agent[];
  readonly previewed: ReturnType<typeof usePreview>;
  /** What the button says. */
  readonly action: string;
  readonly letter?: string;
  /** Where the search of this screen is shown in Withdrawal; null: this is Withdrawal. */
  readonly withdrawal: string | null;
  readonly onMade: (planId: string) => void;
}

/** What will happen before it happens, and the button that makes it happen. */
export function DistributionPlan({ wish, hasSelection, choice, chosen, previewed, action, letter, withdrawal, onMade }: DistributionPlanProps) {
  const { t } = useWords();
  const { make, isPending, problem } = useMakePlan();
  const { preview, isStale, problem: unknown } = previewed;
  const isOwned = preview?.refused.some(({ refusal }) => refusal === 'already_distributed') ?? false;
  const run = async () => {
    const plan = wish && (await make(wish));
    if (plan) onMade(plan.id);
  };
  return (
    <>
      <MethodFields choice={choice} />
      {wish === null && <Missing hasSelection={hasSelection} choice={choice} />}
      {wish !== null && preview && <PreviewSummary preview={preview} isStale={isStale} chosen={chosen} />}
      {wish !== null && !preview && !unknown && (
        <Text size="sm" c="dimmed">
          {t('distribution.reckoning')}
        </Text>
      )}
      {isOwned && withdrawal !== null && (
        <Anchor component={Link} href={withdrawal} size="sm">
          {t('distribution.toWithdrawal')}
        </Anchor>
      )}
      <Refusal problem={unknown ?? problem} />
      <ActionButton
        letter={letter}
        leftSection={<IconUsersPlus size={16} />}
        disabled={preview === null || preview.perAgent.every(({ count }) => count === 0)}
        isPending={isPending}
        onClick={() => void run()}
      >
        {action}
      </ActionButton>
    </>
  );
}

/** What is still to be chosen. */
function Missing({ hasSelection, choice }: Pick<DistributionPlanProps, 'hasSelection' | 'choice'>) {
  const { t } = useWords();
  const agents = choice.method === 'manual' ? 'selectAgent' : 'selectAgents';
  const key = choice.chosen.length > 0 ? 'selectCallbacks' : hasSelection ? agents : 'selectFirst';
  return (
    <Text size="sm" c="dimmed">
      {t(`distribution.${key}`)}
    </Text>
  );
}
