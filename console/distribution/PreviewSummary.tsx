import { Text } from '@mantine/core';
import type { Agent, PlanPreview } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';

interface PreviewSummaryProps {
  readonly preview: PlanPreview;
  readonly isStale: boolean;
  /** The agents chosen. */
  readonly chosen: readonly Pick<Agent, 'id' | 'name'>[];
}

/** What will happen before it happens: "120 callbacks over 6 agents: 20 each", and what would be refused. */
export function PreviewSummary({ preview, isStale, chosen }: PreviewSummaryProps) {
  const { t } = useWords();
  const refused = preview.refused.reduce((sum, { count }) => sum + count, 0);
  return (
    <div aria-live="polite" aria-busy={isStale} className={isStale ? 'stale' : undefined}>
      <Text fw={600} className="reckoning">
        {sentence(preview, chosen, t)}
      </Text>
      {refused > 0 && (
        <>
          <Text size="sm" mt={6}>
            {t('distribution.wouldRefuse', { count: refused })}
          </Text>
          <ul className="lines">
            {preview.refused.map(({ refusal, count }) => (
              <li key={refusal}>
                <strong>{t('distribution.countCallbacks', { count })}</strong>
                <span>{t(`plan.refusal.${refusal}`)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function sentence({ perAgent }: PlanPreview, chosen: PreviewSummaryProps['chosen'], t: Translate): string {
  const counts = chosen.map(({ id }) => perAgent.find(({ agent }) => agent.id === id)?.count ?? 0);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return t('distribution.summaryNone');
  const callbacks = t('distribution.countCallbacks', { count: total });
  if (chosen.length === 1) return t('distribution.summaryOne', { callbacks, name: chosen[0]?.name ?? '' });
  const agents = t('distribution.countAgents', { count: chosen.length });
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  if (least === most) return t('distribution.summaryEach', { callbacks, agents, count: least });
  return t('distribution.summaryRange', { callbacks, agents, least, most });
}
