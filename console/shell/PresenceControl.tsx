import { Button, Popover, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useDesk } from '../api/queries.ts';
import type { Desk } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { KeyHint } from '../keyboard/KeyHint.tsx';
import { KEYS } from '../keyboard/keys.ts';
import { useShortcut } from '../keyboard/useShortcut.ts';
import { TelephoneNotice } from '../softphone/TelephoneNotice.tsx';
import { PRESENCE_LOOKS } from '../status/presence.ts';
import { ChannelControl } from './ChannelControl.tsx';
import { useReasonWord } from './useReasonWord.ts';

/** The agent's presence, and the wish per channel behind it: now, or while something is in hand for when that is done. */
export function PresenceControl() {
  const { data: desk } = useDesk();
  return desk ? <Presence presence={desk.presence} /> : null;
}

function Presence({ presence: { presence, channels } }: { readonly presence: Desk['presence'] }) {
  const { t } = useWords();
  const { icon: Icon, colour } = PRESENCE_LOOKS[presence];
  const word = usePresenceWord(presence, channels);
  const button = useRef<HTMLButtonElement>(null);
  useShortcut(KEYS.notReady, button);
  const isLater = presence === 'busy' || presence === 'after_call';
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <Button
          ref={button}
          variant="default"
          aria-keyshortcuts={`Alt+${KEYS.notReady}`}
          leftSection={<Icon size={16} color={`var(--mantine-color-${colour}-text)`} />}
          rightSection={
            <>
              <KeyHint letter={KEYS.notReady} />
              <IconChevronDown size={16} />
            </>
          }
        >
          <VisuallyHidden component="span">{t('presence.label', { state: word })}</VisuallyHidden>
          <span aria-hidden>{word}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('presence.label', { state: word })}>
        <Stack gap="sm">
          <TelephoneNotice />
          {isLater && (
            <Text size="sm" fw={600} maw={240}>
              {t('nextWish.title')}
            </Text>
          )}
          {channels.map((wish) => (
            <ChannelControl key={wish.channel} current={wish} isLater={isLater} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** What the agent is, with the reason of Not Ready, and what they will be next where that is reserved. */
function usePresenceWord(presence: Desk['presence']['presence'], channels: Desk['presence']['channels']): string {
  const { t } = useWords();
  const wordOf = useReasonWord();
  const withReason = (word: string, reason: string | null | undefined) => (reason ? `${word} (${wordOf(reason)})` : word);
  const reason = presence === 'not_ready' ? channels.find((wish) => wish.reason !== null)?.reason : null;
  const next = channels.find((wish) => wish.next !== null)?.next;
  const now = withReason(t(PRESENCE_LOOKS[presence].key), reason);
  return next ? t('nextWish.nowAndNext', { now, next: withReason(t(`wish.${next.wish}`), next.reason) }) : now;
}
