import { ActionIcon, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconAlarm, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { CallbackRow, Desk } from '../api/types.ts';
import { DialButton } from '../case/DialButton.tsx';
import { RescheduleDialogue } from '../case/RescheduleDialogue.tsx';
import { useMayDial } from '../case/useMayDial.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { desiredTime } from '../parts/desired.ts';
import { customerName } from '../parts/names.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { useNowMs } from '../session/clock.ts';
import { chime } from '../shell/sound.ts';
import { remindedOf, reminderOf } from './reminders.ts';
import { useDismissed } from './useDismissed.ts';

/**
 * Reminds the agent, whatever their presence, of each callback of theirs whose time has almost come: once, until it is put away. The
 * dialogue for another time is not a part of the reminder: that ends when the callback is offered, and what is typed stays.
 */
export function Reminders({ desk }: { readonly desk: Desk }) {
  const nowMs = useNowMs(1_000);
  const { dismissed, dismiss } = useDismissed();
  const [moved, setMoved] = useState<CallbackRow | null>(null);
  const [isMoving, setMoving] = useState(false);
  const move = (callback: CallbackRow) => {
    setMoved(callback);
    setMoving(true);
  };
  const due = remindedOf(desk.callbacks, desk.agent.id, nowMs).filter((callback) => !dismissed.includes(reminderOf(callback)));
  return (
    <>
      {due.map((callback) => (
        <Reminder key={reminderOf(callback)} callback={callback} nowMs={nowMs} onMove={() => move(callback)} onDismiss={() => dismiss(reminderOf(callback))} />
      ))}
      {moved && <RescheduleDialogue key={moved.id} callback={moved} isOpen={isMoving} onClose={() => setMoving(false)} />}
    </>
  );
}

interface ReminderProps {
  readonly callback: CallbackRow;
  readonly nowMs: number;
  /** Asks for another time. */
  readonly onMove: () => void;
  readonly onDismiss: () => void;
}

function Reminder({ callback, nowMs, onMove, onDismiss }: ReminderProps) {
  const { t } = useWords();
  const mayDial = useMayDial();
  const name = customerName(callback, t);
  useEffect(() => soundOnce(reminderOf(callback)), [callback]);
  return (
    <section className="reminder" aria-label={t('reminder.label', { name })}>
      <IconAlarm size={20} aria-hidden />
      <ReminderText callback={callback} nowMs={nowMs} />
      <Group gap="xs" wrap="nowrap">
        {mayDial?.(callback) && (
          <DialButton callback={callback} size="compact-sm" label={t('callback.dialName', { name })}>
            {t('callback.dial')}
          </DialButton>
        )}
        <PendingButton size="compact-sm" variant="default" isPending={false} onClick={onMove}>
          {t('call.reschedule')}
        </PendingButton>
        <ActionIcon variant="subtle" color="gray" aria-label={t('reminder.dismiss', { name })} onClick={onDismiss}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </section>
  );
}

const sounded = new Set<string>();

/** A reminder is heard once, whichever screens it is then shown on. */
function soundOnce(key: string): void {
  if (sounded.has(key)) return;
  sounded.add(key);
  chime();
}

function ReminderText({ callback, nowMs }: Pick<ReminderProps, 'callback' | 'nowMs'>) {
  const { t } = useWords();
  const formats = useFormats();
  const minutes = Math.ceil((Date.parse(callback.dueAt ?? '') - nowMs) / 60_000);
  return (
    <div className="reminder-text">
      <VisuallyHidden role="status">{t('reminder.label', { name: customerName(callback, t) })}</VisuallyHidden>
      <Text fw={600}>
        {minutes > 0 ? t('reminder.in', { count: minutes }) : t('reminder.now')} {customerName(callback, t)}
      </Text>
      <Text size="sm" c="dimmed">
        {callback.route.name} · {desiredTime(callback, formats)}
      </Text>
    </div>
  );
}
