import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { useReschedule } from '../api/commands.ts';
import type { CallbackRow, Reschedule } from '../api/types.ts';
import { fromWall, toWall } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { FreeTimes, TimeChoices } from '../parts/FreeTimes.tsx';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { TimeField } from '../parts/TimeField.tsx';
import { ContactNumbers } from './ContactNumbers.tsx';
import { ZoneSelect } from './ZoneSelect.tsx';

interface RescheduleDialogueProps {
  readonly callback: Pick<CallbackRow, 'id' | 'route' | 'number' | 'contact' | 'timeZone' | 'status'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Asks for another time, and how to reach the customer then, and moves the callback to it. */
export function RescheduleDialogue({ callback, isOpen, onClose, onDone }: RescheduleDialogueProps) {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('reschedule.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <RescheduleForm callback={callback} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

interface Given {
  /** Times on the wall of `zone`, as `datetime-local` writes them. */
  readonly at: string;
  readonly until: string;
  readonly zone: string;
  readonly number: string;
  readonly stays: boolean;
}

/** What is sent; null: there is no time yet. A zone that is not the centre's is the one the customer will be in. */
function wishOf({ at, until, zone, number, stays }: Given, centreZone: string): Reschedule | null {
  const instant = fromWall(at, zone);
  const windowEndsAt = fromWall(until, zone);
  if (instant === null) return null;
  return {
    at: instant,
    staysWithAgent: stays,
    ...(windowEndsAt && { windowEndsAt }),
    ...(number.trim() && { number: number.trim() }),
    ...(zone !== centreZone && { timeZone: zone }),
  };
}

/** The fields at which a refusal is said, rather than below. */
const FIELDS = ['at', 'windowEndsAt', 'number'] as const;

function RescheduleForm({ callback, onClose, onDone }: Omit<RescheduleDialogueProps, 'isOpen'>) {
  const { t } = useWords();
  const formats = useFormats();
  const { run, isPending, problem, clear } = useReschedule(callback.id);
  const [given, setGiven] = useState<Given>({ at: '', until: '', zone: formats.timeZone, number: '', stays: true });
  const [isMissing, setMissing] = useState(false);
  const isSaidAtAField = problem?.code === 'number_has_callback' || FIELDS.some((field) => problem?.fields[field]);
  const instant = fromWall(given.at, given.zone);
  const change = (part: Partial<Given>) => {
    clear();
    setGiven((before) => ({ ...before, ...part }));
  };
  const pick = (at: string) => change({ at: toWall(at, given.zone) });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wish = wishOf(given, formats.timeZone);
    setMissing(wish === null);
    if (wish === null || (await run(wish)) === null) return;
    onClose();
    onDone?.();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TimeField
          label={t('reschedule.at')}
          description={t('reschedule.zone', { zone: given.zone })}
          isFirst
          value={given.at}
          onChange={(at) => change({ at })}
          error={isMissing && instant === null ? t('reschedule.timeMissing') : problem?.fields['at'] && t('problem.bad_time')}
        />
        <ZoneSelect value={given.zone} customerZone={callback.timeZone} onChange={(zone) => change({ zone })} />
        {instant !== null && given.zone !== formats.timeZone && (
          <Text size="sm" c="dimmed">
            {t('reschedule.inTheCentre', { at: formats.instant(instant) })}
          </Text>
        )}
        {problem?.free.length ? (
          <TimeChoices label={t('reschedule.freeInstead')} times={problem.free} besideZone={given.zone} onPick={pick} />
        ) : (
          <FreeTimes routeId={callback.route.id} onPick={pick} />
        )}
        <TimeField
          label={t('reschedule.until')}
          description={t('reschedule.untilHint')}
          value={given.until}
          onChange={(until) => change({ until })}
          error={problem?.fields['windowEndsAt'] && t('problem.bad_time')}
        />
        <NumberField callback={callback} value={given.number} problem={problem} onChange={(number) => change({ number })} />
        <WhoseField stays={given.stays} onChange={(stays) => change({ stays })} />
        {!isSaidAtAField && <Refusal problem={problem} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('reschedule.submit')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}

interface NumberFieldProps extends Pick<RescheduleDialogueProps, 'callback'> {
  readonly value: string;
  readonly problem: ReturnType<typeof useReschedule>['problem'];
  readonly onChange: (number: string) => void;
}

/**
 * Another number to call at the new time, typed or one of the contact's; a call that is going on stays on the one it was made to. What
 * is chosen is written with its country, whatever country the route is in.
 */
function NumberField({ callback: { number, contact, status }, value, problem, onChange }: NumberFieldProps) {
  const { t } = useWords();
  const formats = useFormats();
  const isCalling = status === 'dialling' || status === 'connected';
  const taken = problem?.code === 'number_has_callback' && t('problem.number_has_callback');
  return (
    <Stack gap={4}>
      <TextInput
        type="tel"
        label={t('reschedule.number')}
        description={t(isCalling ? 'reschedule.numberAfterCall' : 'reschedule.numberStays', { number: formats.number(number) })}
        maxLength={40}
        value={value}
        error={taken || (problem?.fields['number'] && t('phone.badNumber'))}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {contact && <ContactNumbers contact={contact} except={number} onPick={onChange} />}
    </Stack>
  );
}

function WhoseField({ stays, onChange }: { readonly stays: boolean; readonly onChange: (stays: boolean) => void }) {
  const { t } = useWords();
  const id = useId();
  return (
    <div>
      <Text size="sm" fw={500} id={id}>
        {t('reschedule.whose')}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        fullWidth
        value={stays ? 'stays' : 'queue'}
        data={[
          { value: 'stays', label: t('reschedule.stays') },
          { value: 'queue', label: t('reschedule.toQueue') },
        ]}
        onChange={(chosen) => onChange(chosen === 'stays')}
      />
    </div>
  );
}
