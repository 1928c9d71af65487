import { Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { LONGEST_SMS } from '../../../domain/message.ts';
import type { Case } from '../../api/types.ts';
import { useFormats } from '../../formats/useFormats.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useWords } from '../../i18n/i18n.ts';
import { AskingForm } from '../../parts/Asking.tsx';
import { InsertResponse } from '../../responses/InsertResponse.tsx';
import type { Draft } from './draft.ts';
import { Recipient } from './Recipient.tsx';
import { useParts } from './useParts.ts';
import { useSending } from './useSending.ts';

interface SmsFormProps {
  readonly callback: Case;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onClose: () => void;
  /** Told the id of what was sent. */
  readonly onSent: (messageId: string) => void;
}

/** Writes an SMS to the customer, from the number of the route. */
export function SmsForm({ callback: { id, reachable }, draft, onDraft, onClose, onSent }: SmsFormProps) {
  const { t } = useWords();
  const formats = useFormats();
  const [to, setTo] = useState(reachable.numbers[0] ?? '');
  const { text } = draft;
  const setText = (typed: string) => onDraft({ ...draft, text: typed });
  const area = useRef<HTMLTextAreaElement>(null);
  const [isTried, setTried] = useState(false);
  const { send, isPending, problem } = useSending(id);
  const parts = useParts(text);
  const length = [t('message.length', { length: text.length, most: LONGEST_SMS }), parts && t('message.parts', { count: parts })].filter(Boolean).join(' · ');
  const textError = textErrorOf(text, t);
  const isBadNumber = problem?.fields['to'] !== undefined || (isTried && to.trim() === '');
  const submit = async () => {
    setTried(true);
    if (textError !== null || to.trim() === '') return false;
    const sent = await send({ kind: 'sms', to, text });
    if (sent !== null) onSent(sent.id);
    return sent !== null;
  };
  return (
    <AskingForm onSubmit={submit} onClose={onClose} submit={t('message.submit')} isPending={isPending} problem={isBadNumber ? null : problem}>
      <Recipient
        known={reachable.numbers.map((number) => ({ value: number, label: formats.number(number) }))}
        value={to}
        onChange={setTo}
        other={{ label: t('message.otherNumber'), type: 'tel' }}
        error={isBadNumber ? t('message.badNumber') : null}
      />
      <InsertResponse callbackId={id} area={area} text={text} onText={setText} />
      <Textarea
        ref={area}
        label={t('message.text')}
        description={length}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        withAsterisk
        data-autofocus
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        error={isTried && textError}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </AskingForm>
  );
}

function textErrorOf(text: string, t: Translate): string | null {
  if (text.trim() === '') return t('message.missing');
  return text.length > LONGEST_SMS ? t('message.tooLong', { most: LONGEST_SMS }) : null;
}
