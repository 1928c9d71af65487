import { Group } from '@mantine/core';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk } from '../session/rights.ts';
import type { LiveCall } from './live-calls.ts';
import { useSupervise } from './live-calls.ts';

const WAYS = ['listen', 'coach', 'barge'] as const;

/** What a supervisor can do with somebody's conversation: the way they take part is pressed; taking over needs them on the line, and a desk. */
export function SupervisionButtons({ call }: { readonly call: LiveCall }) {
  const { t } = useWords();
  const me = useSignedIn();
  const { run, isPending, problem } = useSupervise(call);
  const mine = call.supervisors.find(({ id }) => id === me.id);
  if (call.agent?.id === me.id) return null;
  return (
    <>
      <Group gap={4} wrap="nowrap" role="group" aria-label={t('supervision.actionsOn', { name: call.agent?.name ?? '' })}>
        {WAYS.map((how) => (
          <PendingButton
            key={how}
            variant={mine?.how === how ? 'filled' : 'default'}
            aria-pressed={mine?.how === how}
            title={t(`supervision.hint.${how}`)}
            isPending={isPending}
            onClick={() => void run(how)}
          >
            {t(`supervision.${how}`)}
          </PendingButton>
        ))}
        {mine?.isHere && hasDesk(me) && (
          <PendingButton variant="light" color="red" title={t('supervision.hint.take_over')} isPending={isPending} onClick={() => void run('take_over')}>
            {t('supervision.take_over')}
          </PendingButton>
        )}
        {mine && (
          <PendingButton variant="subtle" isPending={isPending} onClick={() => void run(null)}>
            {t('supervision.leave')}
          </PendingButton>
        )}
      </Group>
      <Refusal problem={problem} />
    </>
  );
}
