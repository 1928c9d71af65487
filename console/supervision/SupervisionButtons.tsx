import { Group } from '@mantine/core';
import { useSupervise } from '../api/call-commands.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk } from '../session/rights.ts';
import type { LiveCall } from './live-calls.ts';

const WAYS = ['listen', 'coach', 'barge'] as const;

interface SupervisionButtonsProps {
  readonly call: Pick<LiveCall, 'id' | 'attempt' | 'agent' | 'supervisors'>;
  /** The letters of those buttons that have keys here. */
  readonly letters?: Partial<Record<(typeof WAYS)[number] | 'takeOver', string>>;
  /** Whether leaving has a button of its own, beside these. */
  readonly isLeftElsewhere?: boolean;
}

/** What a supervisor can do with somebody's conversation: the way they take part is pressed; taking over needs them on the line, and a desk. */
export function SupervisionButtons({ call, letters = {}, isLeftElsewhere = false }: SupervisionButtonsProps) {
  const { t } = useWords();
  const me = useSignedIn();
  const { run, isPending, problem } = useSupervise(call);
  const mine = call.supervisors.find(({ id }) => id === me.id);
  if (call.agent?.id === me.id) return null;
  return (
    <>
      <Group gap={4} wrap="nowrap" role="group" aria-label={t('supervision.actionsOn', { name: call.agent?.name ?? '' })}>
        {WAYS.map((how) => (
          <ActionButton
            key={how}
            letter={letters[how]}
            variant={mine?.how === how ? 'filled' : 'default'}
            aria-pressed={mine?.how === how}
            title={t(`supervision.hint.${how}`)}
            isPending={isPending}
            onClick={() => void run(how)}
          >
            {t(`supervision.${how}`)}
          </ActionButton>
        ))}
        {mine?.isHere && hasDesk(me) && (
          <ActionButton
            letter={letters.takeOver}
            variant="light"
            color="red"
            title={t('supervision.hint.take_over')}
            isPending={isPending}
            onClick={() => void run('take_over')}
          >
            {t('supervision.take_over')}
          </ActionButton>
        )}
        {mine && !isLeftElsewhere && (
          <ActionButton variant="subtle" isPending={isPending} onClick={() => void run(null)}>
            {t('supervision.leave')}
          </ActionButton>
        )}
      </Group>
      <Refusal problem={problem} />
    </>
  );
}
