import { Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { useRef } from 'react';
import type { Case, Disposition } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { labelOf } from '../i18n/labels.ts';
import { useWords } from '../i18n/i18n.ts';
import { KeyHint } from '../keyboard/KeyHint.tsx';
import { KEYS } from '../keyboard/keys.ts';
import { useFocusShortcut } from '../keyboard/useFocusShortcut.ts';
import { Refusal } from '../parts/Refusal.tsx';
import { DoneButton } from './DoneButton.tsx';
import type { Draft, Keeping } from './draft-keeper.ts';
import { LONGEST_NOTE } from './draft-keeper.ts';
import { RescheduleDialogue } from './RescheduleDialogue.tsx';
import { useCaretKept } from './useCaretKept.ts';
import type { FilingState } from './useFiling.ts';

interface FilingProps {
  readonly callback: Case;
  readonly filing: FilingState;
  /** Mark Done stands somewhere else. */
  readonly isDoneElsewhere?: boolean;
}

/** Disposition and note, with Mark Done. What is typed is kept on the server while it is typed, and at once when a field is left. */
export function Filing({ callback, filing, isDoneElsewhere = false }: FilingProps) {
  const { t } = useWords();
  const { keeper, complete, select, isMissing, gone } = filing;
  const { note, disposition } = keeper.shown;
  const field = useRef<HTMLTextAreaElement>(null);
  const caretMoves = useCaretKept(field);
  useFocusShortcut(KEYS.disposition, select);
  useFocusShortcut(KEYS.note, field);
  return (
    <section aria-label={t('filing.label')} className="filing" onBlur={() => keeper.flush(false)}>
      <Stack gap="xs">
        <DispositionSelect
          ref={select}
          letter={KEYS.disposition}
          callback={callback}
          value={disposition}
          isFixed={complete.isPending}
          error={gone === null ? isMissing && disposition === null && t('filing.required') : t('filing.gone', { code: gone })}
          onChange={(code) => keeper.type({ disposition: code })}
        />
        <Textarea
          ref={field}
          label={<Keyed letter={KEYS.note}>{t('filing.note')}</Keyed>}
          placeholder={t('filing.notePlaceholder')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={LONGEST_NOTE}
          readOnly={complete.isPending}
          value={note}
          onSelect={caretMoves}
          onChange={(event) => {
            caretMoves();
            keeper.type({ note: event.currentTarget.value });
          }}
        />
        <Agreed at={filing.agreedAt} timeZone={callback.timeZone} />
        <Group justify="space-between" wrap="nowrap">
          <Kept keeping={keeper.keeping} draft={keeper.shown} />
          {!isDoneElsewhere && <DoneButton filing={filing} />}
        </Group>
        <Refusal problem={complete.problem} />
      </Stack>
      <RescheduleDialogue callback={callback} {...filing.moving} />
    </section>
  );
}

/** The time agreed during the call, on the customer's clock, too: Mark Done moves the callback to it. */
function Agreed({ at, timeZone }: { readonly at: string | null } & Pick<Case, 'timeZone'>) {
  const { t } = useWords();
  const formats = useFormats();
  if (at === null) return null;
  const beside = formats.beside(at, timeZone);
  return <Text size="sm">{t('filing.agreed', { at: beside === null ? formats.instant(at) : `${formats.instant(at)} (${beside})` })}</Text>;
}

/** How far what is typed has been saved; nothing while nothing is typed. */
function Kept({ keeping, draft }: { readonly keeping: Keeping; readonly draft: Draft }) {
  const { t } = useWords();
  const isEmpty = draft.note === '' && draft.disposition === null;
  const words = { saved: t('filing.saved'), saving: t('filing.saving'), failed: t('filing.notSaved'), tooLong: t('filing.tooLong', { count: draft.note.length - LONGEST_NOTE }) };
  return (
    <Text size="xs" c={keeping === 'failed' || keeping === 'tooLong' ? 'red' : 'dimmed'} role="status">
      {(keeping !== 'saved' || !isEmpty) && words[keeping]}
    </Text>
  );
}

/** A field's name with its key. */
function Keyed({ letter, children }: { readonly letter: string | undefined; readonly children: string }) {
  return (
    <>
      {children} {letter && <KeyHint letter={letter} />}
    </>
  );
}

interface DispositionSelectProps {
  readonly ref?: React.Ref<HTMLInputElement>;
  readonly callback: Pick<Case, 'dispositions' | 'dispositionMandatory' | 'status'>;
  /** The key that goes to the field, shown beside its name. */
  readonly letter?: string;
  readonly value: string | null;
  readonly error?: React.ReactNode;
  /** It is being filed: nothing can be chosen now. */
  readonly isFixed?: boolean;
  readonly onChange: (code: string | null) => void;
}

/** The codes of the route, each with what filing it does. Before anybody was called, none can ask for another try. */
export function DispositionSelect({ ref, letter, callback: { dispositions, dispositionMandatory, status }, value, error, isFixed = false, onChange }: DispositionSelectProps) {
  const { t, language } = useWords();
  const chosen: Disposition | undefined = dispositions.find(({ code }) => code === value);
  const hint = dispositionMandatory ? undefined : t('filing.optional');
  // One that the route offers no more is shown until it is replaced or cleared, and cannot be chosen.
  const gone = chosen === undefined && value !== null ? [{ value, label: value, disabled: true }] : [];
  return (
    <Select
      ref={ref}
      label={<Keyed letter={letter}>{t('filing.disposition')}</Keyed>}
      placeholder={t('filing.choose')}
      description={chosen ? t(`filing.effects.${chosen.effect}`) : hint}
      withAsterisk={dispositionMandatory}
      clearable
      openOnFocus={false}
      data={[...dispositions.map(({ code, label, effect }) => ({ value: code, label: labelOf(label, language, code), disabled: status === 'preview' && effect === 'retry' })), ...gone]}
      value={value}
      error={error}
      readOnly={isFixed}
      onChange={onChange}
    />
  );
}
