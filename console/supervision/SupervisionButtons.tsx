import { Group } from '@mantine/core';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk } from '../session/rights.ts';
import type { LiveCall } from './live-calls.ts';
import { useSupervise } from './live-calls.ts';

const WAYS = ['listen', 'coach', 'barge'] as const;

interface SupervisionButtonsProps {
  readonly call: Pick<LiveCall, 'id' | 'attempt' | 'agent' | 'supervisors'>;
  /** The conversation one takes part in, which has the screen to itself: the buttons have keys, and leaving has a button of its own. */
  readonly isOwn?: boolean;
}

/** What a supervisor can do with somebody's conversation: the way they take part is pressed; taking over needs them on the line, and a desk. */
export function SupervisionButtons({ call, isOwn = false }: SupervisionButtonsProps) {
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
            letter={isOwn ? KEYS[how] : undefined}
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
            letter={isOwn ? KEYS.takeOver : undefined}
            variant="light"
            color="red"
            title={t('supervision.hint.take_over')}
            isPending={isPending}
            onClick={() => void run('take_over')}
          >
            {t('supervision.take_over')}
          </ActionButton>
        )}
        {mine && !isOwn && (
          <ActionButton variant="subtle" isPending={isPending} onClick={() => void run(null)}>
            {t('supervision.leave')}
          </ActionButton>
        )}
      </Group>
      <Refusal problem={problem} />
    </>
  );
}
