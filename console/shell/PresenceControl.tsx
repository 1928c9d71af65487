import { Button, Group, NativeSelect, Popover, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { WISHES } from '../../domain/words.ts';
import { useSetWish } from '../api/commands.ts';
import { useDesk, useReasons } from '../api/queries.ts';
import type { ChannelWish } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { reasonWord } from '../parts/names.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { PRESENCE_LOOKS } from '../status/presence.ts';

/** The agent's presence, and the wish per channel behind it. */
export function PresenceControl() {
  const { t } = useWords();
  const { data: desk } = useDesk();
  const wordOf = useReasonWord();
  if (!desk) return null;
  const { presence, channels } = desk.presence;
  const { icon: Icon, colour, key } = PRESENCE_LOOKS[presence];
  const reason = presence === 'not_ready' ? channels.find((wish) => wish.reason !== null)?.reason : null;
  const word = t(key) + (reason ? ` (${wordOf(reason)})` : '');
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          aria-label={t('presence.label', { state: word })}
          leftSection={<Icon size={16} color={`var(--mantine-color-${colour}-text)`} />}
          rightSection={<IconChevronDown size={16} />}
        >
          {word}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('presence.label', { state: word })}>
        <Stack gap="sm">
          {channels.map((wish) => (
            <ChannelControl key={wish.channel} current={wish} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Ready or not on one channel, and why not. */
function ChannelControl({ current }: { readonly current: ChannelWish }) {
  const { t } = useWords();
  const { run, isPending, problem } = useSetWish();
  const { channel } = current;
  const choose = (wish: ChannelWish['wish'], reason: string | null) => void run({ channel, wish, reason });
  return (
    <div role="group" aria-label={t(`channel.${channel}`)}>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" w={48}>
          {t(`channel.${channel}`)}
        </Text>
        <Button.Group>
          {WISHES.map((wish) => (
            <PendingButton
              key={wish}
              variant={current.wish === wish ? 'filled' : 'default'}
              aria-pressed={current.wish === wish}
              isPending={isPending && current.wish !== wish}
              onClick={() => choose(wish, null)}
            >
              {t(`wish.${wish}`)}
            </PendingButton>
          ))}
        </Button.Group>
      </Group>
      {current.wish === 'not_ready' && <ReasonChoice current={current} onChoose={(reason) => choose('not_ready', reason)} />}
      <Refusal problem={problem} />
    </div>
  );
}

interface ReasonChoiceProps {
  readonly current: ChannelWish;
  readonly onChoose: (reason: string | null) => void;
}

/** The reason for not being ready; one that is not among the choices (a missed offer) is shown as it is. */
function ReasonChoice({ current: { reason }, onChoose }: ReasonChoiceProps) {
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

/** What a reason's code says to this viewer, also when it is no choice any more. */
function useReasonWord(): (code: string) => string {
  const { t, language } = useWords();
  const { data: reasons = [] } = useReasons();
  return (code) => reasonWord(reasons.find((reason) => reason.code === code) ?? { code, label: {} }, t, language);
}
