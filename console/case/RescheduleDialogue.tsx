import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { useReschedule } from '../api/commands.ts';
import type { CallbackRow, Reschedule } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { ContactNumbers } from './ContactNumbers.tsx';
import type { WallTimes } from './RescheduleTimes.tsx';
import { endsWrong, instantsOf, RescheduleTimes } from './RescheduleTimes.tsx';

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

interface Given extends WallTimes {
  readonly number: string;
  readonly stays: boolean;
}

/** What is sent; null: there is no time yet, or the window ends wrong. A zone that is not the centre's is the one the customer will be in. */
function wishOf({ number, stays, ...times }: Given, centreZone: string): Reschedule | null {
  const { at, until } = instantsOf(times);
  if (at === null || endsWrong(times)) return null;
  return {
    at,
    staysWithAgent: stays,
    ...(until && { windowEndsAt: until }),
    ...(number.trim() && { number: number.trim() }),
    ...(times.zone !== centreZone && { timeZone: times.zone }),
  };
}

/** The fields at which a refusal is said, rather than below. */
const FIELDS = ['at', 'windowEndsAt', 'number'] as const;

function RescheduleForm({ callback, onClose, onDone }: Omit<RescheduleDialogueProps, 'isOpen'>) {
  const { t } = useWords();
  const formats = useFormats();
  const { run, isPending, problem, clear } = useReschedule(callback.id);
  const [given, setGiven] = useState<Given>({ at: '', until: '', zone: formats.timeZone, number: '', stays: true });
  const [isTried, setTried] = useState(false);
  const isSaidAtAField = problem?.code === 'number_has_callback' || FIELDS.some((field) => problem?.fields[field]);
  const change = (part: Partial<Given>) => {
    clear();
    setGiven((before) => ({ ...before, ...part }));
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const wish = wishOf(given, formats.timeZone);
    setTried(true);
    if (wish === null || (await run(wish)) === null) return;
    onClose();
    onDone?.();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <RescheduleTimes callback={callback} given={given} isTried={isTried} problem={problem} onChange={change} />
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
