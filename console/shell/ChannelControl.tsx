import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { WISHES } from '../../domain/words.ts';
import { useDropReservedWish, useReserveWish, useSetWish } from '../api/presence.ts';
import { useReasons } from '../api/queries.ts';
import type { ChannelWish } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useTelephone } from '../softphone/telephone.ts';
import { askToNotify } from './notifications.ts';
import { useReasonWord } from './useReasonWord.ts';

type Chosen = Pick<ChannelWish, 'wish' | 'reason'>;

interface ChannelControlProps {
  readonly current: ChannelWish;
  /** Something is in hand: what is chosen holds when that is done. */
  readonly isLater: boolean;
}

/** Ready or not on one channel, and why not. Being Ready is when notifications are wanted: that is when they are asked for. */
export function ChannelControl({ current, isLater }: ChannelControlProps) {
  const { t } = useWords();
  const { shown, choose, isPending, problem } = useChoice(current, isLater);
  const { unlock } = useTelephone();
  const press = async (wish: ChannelWish['wish']) => {
    if (wish === 'ready') askToNotify();
    // A softphone gets its microphone by this press. Who does not give it could not be rung.
    if (wish === 'ready' && !(await unlock())) return;
    choose({ wish, reason: null });
  };
  return (
    <div role="group" aria-label={t(`channel.${current.channel}`)}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" w={48}>
          {t(`channel.${current.channel}`)}
        </Text>
        <Button.Group>
          {WISHES.map((wish) => (
            <PendingButton
              key={wish}
              variant={shown.wish === wish ? 'filled' : 'default'}
              aria-pressed={shown.wish === wish}
              isPending={isPending && shown.wish !== wish}
              onClick={() => void press(wish)}
            >
              {t(`wish.${wish}`)}
            </PendingButton>
          ))}
        </Button.Group>
      </Group>
      {shown.wish === 'not_ready' && <ReasonChoice reason={shown.reason} onChoose={(reason) => choose({ wish: 'not_ready', reason })} />}
      <Refusal problem={problem} />
    </div>
  );
}

/** What is chosen on the channel, for now or for later; choosing for later what holds anyway takes the reservation back. */
function useChoice(current: ChannelWish, isLater: boolean) {
  const [set, reserve, drop] = [useSetWish(), useReserveWish(), useDropReservedWish()];
  const { channel, next } = current;
  const shown: Chosen = isLater && next !== null ? next : current;
  const choose = (chosen: Chosen) => {
    const isAsBefore = chosen.wish === current.wish && chosen.reason === current.reason;
    if (!isLater) void set.run({ channel, ...chosen });
    else if (isAsBefore) void drop.run(channel);
    else void reserve.run({ channel, ...chosen });
  };
  const isPending = set.isPending || reserve.isPending || drop.isPending;
  return { shown, choose, isPending, problem: set.problem ?? reserve.problem ?? drop.problem };
}

interface ReasonChoiceProps {
  readonly reason: string | null;
  readonly onChoose: (reason: string | null) => void;
}

/** The reason for not being ready; one that is not among the choices (a missed offer) is shown as it is. */
function ReasonChoice({ reason, onChoose }: ReasonChoiceProps) {
  const { t } = useWords();
  const { data: reasons = [] } = useReasons();
  const wordOf = useReasonWord();
  const codes = reasons.map(({ code }) => code);
  if (reason !== null && !codes.includes(reason)) codes.push(reason);
  return (
    <NativeSelect
      mt={6}
      aria-label={t('reason.label')}
      value={reason ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || null)}
      data={[{ value: '', label: t('reason.none') }, ...codes.map((code) => ({ value: code, label: wordOf(code) }))]}
    />
  );
}
