import { Group, Progress, Text } from '@mantine/core';
import { IconCheck, IconPlayerStop } from '@tabler/icons-react';
import type { Plan } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { actorName } from '../parts/names.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { Section } from '../parts/Section.tsx';
import { PlanRefusalList } from './PlanRefusalList.tsx';
import { usePlan, useStopPlan } from './usePlan.ts';
import './plans.css';

interface PlanProgressProps {
  readonly planId: string;
  /** Puts it away, once it has ended. */
  readonly onClose: () => void;
}

/** How far a plan is: what is done, refused and left, while it runs and after; Stop, and why some were refused. */
export function PlanProgress({ planId, onClose }: PlanProgressProps) {
  const { t } = useWords();
  const plan = usePlan(planId);
  const { data } = plan;
  const mayClose = data === undefined ? plan.isError : data.state !== 'running';
  const close = mayClose && (
    <ActionButton letter={KEYS.stopPlan} variant="default" onClick={onClose}>
      {t('plan.close')}
    </ActionButton>
  );
  return (
    <Section title={data ? t(`plan.action.${data.action.type}`, { count: data.total }) : t('plan.progress')} aside={close} className="plan">
      <Loaded query={plan}>{(known) => <Standing plan={known} />}</Loaded>
    </Section>
  );
}

function Standing({ plan }: { readonly plan: Plan }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('plan.by', { name: actorName(plan.actor, t), at: formats.near(plan.createdAt) })}
      </Text>
      <Bar plan={plan} />
      <Figures plan={plan} />
      <Text size="sm" fw={600} role="status" className="plan-state">
        {plan.state === 'finished' && <IconCheck size={16} aria-hidden />}
        <span>
          {t(`plan.state.${plan.state}`)}
          {plan.state !== 'running' && `: ${t('plan.result', { done: plan.done, refused: plan.refused })}`}
        </span>
      </Text>
      {plan.state === 'running' && <StopButton id={plan.id} />}
      <ByAgent plan={plan} />
      {plan.refused > 0 && <PlanRefusalList plan={plan} />}
    </>
  );
}

/** The share of each state, for the eye; the figures below say the same. */
function Bar({ plan: { total, done, refused, stopped } }: { readonly plan: Plan }) {
  const { t } = useWords();
  const share = (count: number) => (total === 0 ? 0 : (100 * count) / total);
  return (
    <Progress.Root size="lg" my={6}>
      <Progress.Section value={share(done)} color="teal" aria-label={t('plan.done')} />
      <Progress.Section value={share(refused)} color="orange" aria-label={t('plan.refused')} />
      <Progress.Section value={share(stopped)} color="gray" aria-label={t('plan.stopped')} />
    </Progress.Root>
  );
}

function Figures({ plan }: { readonly plan: Plan }) {
  const { t, language } = useWords();
  const rest = plan.state === 'stopped' ? ([t('plan.stopped'), plan.stopped] as const) : ([t('plan.left'), plan.pending] as const);
  const figures = [[t('plan.done'), plan.done] as const, [t('plan.refused'), plan.refused] as const, rest];
  return (
    <dl className="figures">
      {figures.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count.toLocaleString(language)}</dd>
        </div>
      ))}
    </dl>
  );
}

function StopButton({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { stop, isPending, problem } = useStopPlan(id);
  return (
    <Group gap="xs">
      <ActionButton letter={KEYS.stopPlan} variant="default" leftSection={<IconPlayerStop size={16} />} isPending={isPending} onClick={stop}>
        {t('plan.stop')}
      </ActionButton>
      <Text size="sm" c="dimmed">
        {t('plan.stopHint')}
      </Text>
      <Refusal problem={problem} />
    </Group>
  );
}

/** Whose the callbacks are by now. */
function ByAgent({ plan: { perAgent } }: { readonly plan: Plan }) {
  const { t, language } = useWords();
  if (perAgent.length === 0) return null;
  return (
    <ul className="lines by-agent" aria-label={t('plan.agents')}>
      {perAgent.map(({ agent, done }) => (
        <li key={agent.id}>
          <span className="grow">{agent.name}</span>
          <span>{done.toLocaleString(language)}</span>
        </li>
      ))}
    </ul>
  );
}
