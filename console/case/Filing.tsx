import { Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { isTerminal, mayBecome } from '../../domain/status.ts';
import { useComplete } from '../api/commands.ts';
import type { Ack, Case, Disposition } from '../api/types.ts';
import { labelOf } from '../i18n/labels.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import type { Draft, Keeping } from './draft-keeper.ts';
import { RescheduleDialogue } from './RescheduleDialogue.tsx';
import { useDraft } from './useDraft.ts';

interface FilingProps {
  readonly callback: Case;
  /** Told what becomes of the callback now. */
  readonly onDone: (result: string) => void;
  readonly onMoved: () => void;
}

/** Disposition, note and Mark Done. What is typed is kept on the server while it is typed, and at once when a field is left. */
export function Filing({ callback, onDone, onMoved }: FilingProps) {
  const { t } = useWords();
  const keeper = useDraft(callback);
  const complete = useComplete(callback.id);
  const [isMissing, setMissing] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const select = useRef<HTMLInputElement>(null);
  const { note, disposition } = keeper.shown;
  const chosen = callback.dispositions.find(({ code }) => code === disposition);

  const markDone = async () => {
    if (callback.dispositionMandatory && disposition === null) {
      setMissing(true);
      select.current?.focus();
      return;
    }
    if (chosen?.effect === 'reschedule') {
      keeper.flush(false);
      return setMoving(true);
    }
    keeper.hold();
    const ack = await complete.run(completionOf(keeper.shown));
    if (ack === null) keeper.resume();
    else onDone(resultOf(ack, chosen, t));
  };
  const isDoneable = mayBecome(callback.status, 'completed');
  return (
    <section aria-label={t('filing.label')} className="filing" onBlur={() => keeper.flush(false)}>
      <Stack gap="xs">
        <DispositionSelect
          ref={select}
          callback={callback}
          value={disposition}
          isFixed={complete.isPending}
          error={isMissing && disposition === null ? t('filing.required') : undefined}
          onChange={(code) => keeper.type({ disposition: code })}
        />
        <Textarea
          label={t('filing.note')}
          placeholder={t('filing.notePlaceholder')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={10_000}
          readOnly={complete.isPending}
          value={note}
          onChange={(event) => keeper.type({ note: event.currentTarget.value })}
        />
        <Group justify="space-between" wrap="nowrap">
          <Kept keeping={keeper.keeping} draft={keeper.shown} />
          <Group gap="xs" wrap="nowrap">
            {!isDoneable && (
              <Text size="xs" c="dimmed" ta="right">
                {t('filing.afterTheCall')}
              </Text>
            )}
            <ActionButton
              letter="D"
              leftSection={<IconCheck size={16} />}
              isPending={complete.isPending}
              disabled={!isDoneable}
              onClick={() => void markDone()}
            >
              {t('filing.done')}
            </ActionButton>
          </Group>
        </Group>
        <Refusal problem={complete.problem} />
      </Stack>
      <RescheduleDialogue callback={callback} isOpen={isMoving} onClose={() => setMoving(false)} onDone={onMoved} />
    </section>
  );
}

/** A callback that Mark Done did not end goes on: by the retry policy, or at the time agreed during the call. */
function resultOf({ status }: Ack, chosen: Disposition | undefined, t: Translate): string {
  if (isTerminal(status)) return t(`status.${status}`);
  return t(chosen?.effect === 'retry' ? 'filing.goesOn' : 'event.rescheduled');
}

/** Only what was given: an empty note is none. */
export function completionOf({ note, disposition }: Draft): { note?: string; disposition?: string } {
  return { ...(note.trim() ? { note } : {}), ...(disposition === null ? {} : { disposition }) };
}

/** How far what is typed has been saved; nothing while nothing is typed. */
function Kept({ keeping, draft }: { readonly keeping: Keeping; readonly draft: Draft }) {
  const { t } = useWords();
  const isEmpty = draft.note === '' && draft.disposition === null;
  const words = { saved: t('filing.saved'), saving: t('filing.saving'), failed: t('filing.notSaved') };
  return (
    <Text size="xs" c={keeping === 'failed' ? 'red' : 'dimmed'} role="status">
      {(keeping !== 'saved' || !isEmpty) && words[keeping]}
    </Text>
  );
}

interface DispositionSelectProps {
  readonly ref?: React.Ref<HTMLInputElement>;
  readonly callback: Pick<Case, 'dispositions' | 'dispositionMandatory'>;
  readonly value: string | null;
  readonly error?: string | undefined;
  /** It is being filed: nothing can be chosen now. */
  readonly isFixed?: boolean;
  readonly onChange: (code: string | null) => void;
}

/** The codes of the route, each with what filing it does. */
export function DispositionSelect({ ref, callback: { dispositions, dispositionMandatory }, value, error, isFixed = false, onChange }: DispositionSelectProps) {
  const { t, language } = useWords();
  const chosen: Disposition | undefined = dispositions.find(({ code }) => code === value);
  const hint = dispositionMandatory ? undefined : t('filing.optional');
  return (
    <Select
      ref={ref}
      label={t('filing.disposition')}
      placeholder={t('filing.choose')}
      description={chosen ? t(`filing.effects.${chosen.effect}`) : hint}
      withAsterisk={dispositionMandatory}
      clearable
      openOnFocus={false}
      data={dispositions.map(({ code, label }) => ({ value: code, label: labelOf(label, language, code) }))}
      value={value}
      error={error}
      readOnly={isFixed}
      onChange={onChange}
    />
  );
}
